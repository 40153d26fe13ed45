/** What every rule says of a page, and what only this command has to find out, or cannot know. Pure. */
import { examine } from '../../doctor/examine.ts';
import type { Facts, PageFacts, ScriptFacts } from '../../doctor/facts.ts';
import type { Finding } from '../../doctor/finding.ts';
import { addresses } from '../../doctor/rules/addresses.ts';
import { scriptFile } from './script-file.ts';
import { unseenSettings } from './unseen-settings.ts';

export function judge(facts: Facts, script: ScriptFacts | null): Finding[] {
  const { page, worker } = facts;
  const file = scriptFile(page, script, worker);
  const settings = isTagged(page) ? [] : [...addresses(page), ...unseenSettings(page)];
  const rest = examine(facts).filter(
    ({ check }) =>
      // A file that is not there has no hash; another is in what is to be pasted.
      !(check === 'integrity' && file.some(({ outcome }) => outcome === 'fault')) &&
      !(check === 'settings' && settings.length > 0),
  );
  return [...file, ...settings, ...rest];
}

function isTagged({ tag, unreadable }: PageFacts): boolean {
  return tag !== null || unreadable.some(({ name }) => name === 'src');
}
