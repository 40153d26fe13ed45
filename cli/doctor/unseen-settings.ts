/** Settings of a page without Inlay's script tag: init() may make them, in a script that nobody has run here. Pure. */
import type { PageFacts } from '../../doctor/facts.ts';
import type { Finding } from '../../doctor/finding.ts';
import { needToken } from '../../doctor/rules/script-tag.ts';

export function unseenSettings({ settings: { site, api, tokens }, unreadable, elements }: PageFacts): Finding[] {
  const isThere = (pattern: RegExp) => unreadable.some(({ name }) => pattern.test(name));
  const unseen = (what: string, paste: string, details?: readonly string[]): Finding => ({
    check: 'settings',
    outcome: 'unknown',
    owner: 'tag',
    says: `${what} is not in the page's HTML. Where init() sets it, in a script of the page's, tell this command:`,
    ...(details && { details }),
    paste,
  });
  return [
    ...(site ? [] : [unseen('The site', '--site site_…')]),
    ...(api || isThere(/api$/) ? [] : [unseen('The Worker', '--api https://pay.example.com')]),
    ...(tokens || isThere(/token-url$/) || !needToken(elements)
      ? []
      : [
          unseen('The token route', '--token-url /inlay/token', [
            'and your session, where it wants one, in INLAY_COOKIE',
          ]),
        ]),
  ];
}
