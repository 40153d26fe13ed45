/** A person at a page of any browser: they look for things by their names, press them, read, and wait for what they expect. */
import * as v from 'valibot';
import type { Browser, Tab } from '../../scripts/driven/tab.ts';
import { focused, placeOf, type Sought, wordsIn } from './in-page.ts';

/** Far more than anything takes: a limit here is for what hangs. */
const PATIENCE_MS = 30_000;

const Place = v.nullable(v.tuple([v.number(), v.number()]));

export interface Visit {
  readonly tab: Tab;
  readonly open: (url: string) => Promise<void>;
  readonly press: (...sought: Sought) => Promise<void>;
  /** With the keyboard alone, from wherever the focus is. */
  readonly pressByKeys: (name: string) => Promise<void>;
  /** Until what this selector finds says so. */
  readonly reads: (selector: string, words: string | RegExp) => Promise<void>;
  readonly arrivesAt: (address: string) => Promise<void>;
  readonly back: () => Promise<void>;
}

/** What `look` finds, as soon as it finds anything: a page that is just leaving cannot be asked. */
export async function until<T>(what: string, look: () => Promise<T | null | undefined | false>): Promise<T> {
  const end = Date.now() + PATIENCE_MS;
  let trouble: unknown = '';
  for (;;) {
    try {
      const found = await look();
      if (found !== null && found !== undefined && found !== false) return found;
      trouble = '';
    } catch (error) {
      trouble = error;
    }
    if (Date.now() > end) throw new Error(`Never came: ${what}. ${trouble}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

export function visit(tab: Tab): Visit {
  return {
    tab,
    open: tab.open,
    back: tab.back,
    async press(role, name) {
      let before = '';
      const place = await until(`${role} “${name}”`, async () => {
        const now = v.parse(Place, await tab.run(placeOf, role, name));
        const stays = String(now) === before;
        before = String(now);
        return stays && now;
      });
      await tab.press(place[0], place[1]);
    },
    async pressByKeys(name) {
      await until(`the focus on “${name}”`, async () => {
        if ((await tab.run(focused)) === name) return true;
        await tab.key('Tab');
        return false;
      });
      await tab.key('Enter');
    },
    async reads(selector, words) {
      let last = '';
      await until(`“${words}” in ${selector}`, async () => {
        last = String(await tab.run(wordsIn, selector));
        return typeof words === 'string' ? last.includes(words) : words.test(last);
      }).catch((error) => {
        throw new Error(`${error} It says: ${last}`);
      });
    },
    async arrivesAt(address) {
      await until(address, async () => (await tab.address()) === address);
    },
  };
}

/** The page that `press` opens beside this one. */
export async function windowOf(browser: Browser, press: () => Promise<void>): Promise<Visit> {
  const before = await browser.tabs();
  await press();
  const opening = async () => (await browser.tabs()).find((tab) => !before.includes(tab));
  return visit(await until('a window', opening));
}
