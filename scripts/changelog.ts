/** CHANGELOG.md at a release: what was under "Unreleased" gets its version and its day. Pure. */

const UNRELEASED = '## [Unreleased]';

/** Says what in CHANGELOG.md keeps a release from being made. */
export class ChangelogError extends Error {}

/**
 * Written by people, with each change, and not made from the history: that tells how something was made, has no tags in a
 * shallow clone, and nobody has read it for those who upgrade.
 * @returns the new text; the same, where this version has been released in it before
 * @throws ChangelogError where there is nothing to release, or more than what this version was released with
 */
export function releaseIn(changelog: string, version: string, day: string): string {
  const [before, rest, ...more] = changelog.split(`${UNRELEASED}\n`);
  if (before === undefined || rest === undefined || more.length > 0) {
    throw new ChangelogError(`CHANGELOG.md needs one line "${UNRELEASED}".`);
  }
  const next = rest.search(/^## \[/m);
  const changes = next === -1 ? rest : rest.slice(0, next);
  const isNothing = !/^- \S/m.test(changes);
  if (heading(version).test(changelog)) {
    if (isNothing) return changelog;
    throw new ChangelogError(
      `CHANGELOG.md has ${version} already, and more under "${UNRELEASED}": raise the version in package.json and package/package.json.`,
    );
  }
  if (isNothing) throw new ChangelogError(`CHANGELOG.md says nothing under "${UNRELEASED}".`);
  return `${before}${UNRELEASED}\n\n## [${version}] - ${day}\n${rest}`;
}

/** What a version has changed; null where it is not in there. */
export function changesOf(changelog: string, version: string): string | null {
  const [found] = heading(version).exec(changelog) ?? [];
  if (found === undefined) return null;
  const after = changelog.slice(changelog.indexOf(found) + found.length);
  const next = after.search(/^## \[/m);
  return (next === -1 ? after : after.slice(0, next)).trim();
}

function heading(version: string): RegExp {
  return new RegExp(`^## \\[${version.replaceAll('.', '\\.')}\\] - .*\n`, 'm');
}
