/**
 * Names of the bundle that stay, for content that does not. `1/inlay.js` is what version 1 will be found under, and until
 * there is one leads to 0.x. With a version 2 it has to stay what it was, which a build of version 2 cannot make.
 */
export function aliasesOf(version: string): readonly string[] {
  const [major] = version.split('.');
  if (major !== '0' && major !== '1') {
    throw new Error(
      `Version ${version} must not be what pages get from /1/inlay.js: give it an alias of its own in scripts/aliases.ts, and keep version 1 under /1/.`,
    );
  }
  return ['inlay.js', 'inlay.iife.js', '1/inlay.js'];
}
