/** Whether the script tag brings anything: in a page that is seen, here it has to be asked for. Pure. */
import type { PageFacts, ScriptFacts, WorkerFacts } from '../../doctor/facts.ts';
import type { Finding } from '../../doctor/finding.ts';
import { newestFile } from '../../doctor/newest-file.ts';

/** @param script what came of asking for it; null where there is no script tag */
export function scriptFile(
  { tag, settings }: PageFacts,
  script: ScriptFacts | null,
  { checkup, integrity }: WorkerFacts,
): Finding[] {
  if (tag === null || script === null) return [];
  const found = { check: 'script-tag', outcome: 'fault', owner: 'tag' } as const;
  const { origin, pathname } = new URL(tag.src);
  const src = `${origin}${pathname}`;
  // It may be any file that was meant. Where no hashes are to be had, it is the one that changes.
  const name = tag.module ? 'inlay.js' : 'inlay.iife.js';
  const paste =
    newestFile(name, integrity, tag, settings) ?? `src="${new URL(`/${name}`, settings.api ?? tag.src).href}"`;
  if (script.came === 'nothing') {
    // That the Worker is out of reach is said once.
    if (checkup.came === 'nothing' && settings.api === origin) return [];
    const says = `${src} could not be loaded (${script.reason}), and without it no element is there. A right one is:`;
    return [{ ...found, says, paste }];
  }
  const { status, type } = script;
  if (status < 200 || status >= 300) {
    const says = `${src} answered ${status}: it does not load, and without it no element is there. A right one is:`;
    return [{ ...found, says, paste }];
  }
  if (!/(java|ecma)script/i.test(type ?? '')) {
    const says = `${src} is no JavaScript (${type ?? 'without a Content-Type'}): browsers do not run it. A right one is:`;
    return [{ ...found, says, paste }];
  }
  if (!tag.module && /\/inlay\.js$/.test(pathname)) {
    const says = 'inlay.js is a module, and does not run as a script of another type. Add:';
    return [{ ...found, says, paste: 'type="module"' }];
  }
  return [{ ...found, outcome: 'ok', says: `${src} is JavaScript.` }];
}
