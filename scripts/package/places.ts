/** Where in `package/dist` a module of the repository ends up; the same for its code and for its types. */
import path from 'node:path';

/** What the package is written from at every build; see modules.ts. */
export const MODULES = 'dist/package-modules';

/** @param module path in the repository, with or without extension @returns path in `package/dist`, without */
export function placeOf(module: string): string {
  const { dir, name } = path.posix.parse(module);
  const file = path.posix.join(dir, name);
  if (file.startsWith(`${MODULES}/`)) return file.slice(MODULES.length + 1);
  if (file === 'server/index') return 'server';
  if (file === 'cli/inlay') return 'cli';
  if (file === `widgets/${name}/${name}`) return `elements/${name}`;
  return `internal/${file.replace(/^(?:widgets|package)\//, '')}`;
}
