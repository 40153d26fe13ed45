/** Element tests in a browser of ours, as Web Test Runner's launchers have it. */
import type { BrowserLauncher } from '@web/test-runner';
import type { Browser, Tab } from './tab.ts';

/** What a person may have asked of their computer; these tests begin where nothing was asked. */
type Media = Readonly<Record<string, string | undefined>>;
const nothingAsked: Media = { forcedColors: 'none', reducedMotion: 'no-preference', colorScheme: 'light' };

/** A page as the runner's commands (`setViewport`, `sendKeys`, `emulateMedia`) speak to it, which is Playwright's way. */
function commanded(tab: Tab) {
  return {
    setViewportSize: ({ width, height }: { width: number; height: number }) => tab.resize(width, height),
    emulateMedia: async (wanted: Media) => {
      const asked = Object.entries(wanted).filter(([name, value]) => value !== nothingAsked[name]);
      if (asked.length > 0) throw new Error(`This browser cannot be driven to ${JSON.stringify(wanted)}.`);
    },
    keyboard: {
      press: tab.key,
      type: async (text: string) => {
        for (const character of text) await tab.key(character);
      },
    },
  };
}

/** One test file after another, in one page. */
export function elementTestsIn(
  name: string,
  start: () => Promise<Browser>,
): BrowserLauncher & {
  getPage: (session: string) => ReturnType<typeof commanded>;
} {
  let starting: Promise<{ browser: Browser; tab: Tab }> | undefined;
  let running: { session: string; url: string; tab: Tab } | undefined;
  const started = async () => {
    const browser = await start();
    return { browser, tab: await browser.newTab() };
  };
  return {
    name,
    type: 'playwright',
    concurrency: 1,
    async startSession(session, url) {
      starting ??= started();
      const { tab } = await starting;
      running = { session, url, tab };
      await tab.resize(800, 600);
      await tab.open(url);
    },
    isActive: (session) => running?.session === session,
    getBrowserUrl: async () => running?.tab.address(),
    async stopSession() {
      await running?.tab.open('about:blank');
      running = undefined;
      return {};
    },
    async startDebugSession() {
      throw new Error(`${name} cannot be looked at while it is tested: run the tests in Chromium for that.`);
    },
    async stop() {
      if (starting !== undefined) await (await starting).browser.end();
    },
    getPage() {
      if (running === undefined) throw new Error(`No test runs in ${name}.`);
      return commanded(running.tab);
    },
  };
}
