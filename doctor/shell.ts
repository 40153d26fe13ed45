/** What may stand in a command that somebody pastes: a page and what answers as its Worker can say anything. */

export function inShell(text: string, otherwise: string): string {
  return /^[\w./:-]+$/.test(text) ? text : otherwise;
}

/** The id of a site, where it has the form of one. */
export function siteId(text: string | null): string {
  return text !== null && /^site_[a-z0-9_]{1,48}$/.test(text) ? text : 'site_…';
}
