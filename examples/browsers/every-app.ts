/** Every app as it is copied, in one browser: what is not Chromium has to start the same flows. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Visit, visit, windowOf } from '../../demo/browsers/visit.ts';
import type { Browser, Tab } from '../../scripts/driven/tab.ts';
import type { AppName } from '../harness/apps.ts';
import { type Addresses, serveExamples } from '../serve.ts';

const onboarding = ['plain-html', 'htmx', 'react', 'vue', 'svelte', 'astro', 'next', 'nuxt'] as const;

export function everyAppIn(name: string, start: () => Promise<Browser>): void {
  let browser: Browser;
  let addresses: Addresses;
  let stop: () => Promise<void> = async () => {};
  let people = 0;

  beforeAll(async () => {
    const [served, started] = await Promise.all([serveExamples([...onboarding, 'dialog', 'sandboxed-frame']), start()]);
    ({ addresses, stop } = served);
    browser = started;
  });
  afterAll(async () => {
    await browser?.end();
    await stop();
  });

  let before: readonly Tab[] = [];
  afterEach(async () => {
    for (const tab of await browser.tabs()) if (!before.includes(tab)) await tab.close();
  });

  /** The page of an app, as somebody who has just signed in. */
  async function open(app: AppName): Promise<Visit> {
    before = await browser.tabs();
    people += 1;
    const page = visit(await browser.newTab());
    await page.open(`${addresses.apps[app]}/`);
    await page.tab.run('(cookie) => void (document.cookie = cookie)', `user=p${people}`);
    await page.open(`${addresses.apps[app]}/`);
    return page;
  }

  async function isOnboarding(page: Visit): Promise<void> {
    await page.reads('h1', 'Type of business');
    expect(new URL(await page.tab.address()).origin).toBe(addresses.stripe);
  }

  describe(name, () => {
    for (const app of onboarding) {
      test(`${app}: the button leads to Stripe’s onboarding`, async () => {
        const page = await open(app);
        await page.reads('connect-onboard-button', 'Set up payouts');
        await page.press('button', 'Set up payouts');
        await isOnboarding(page);
      });
    }

    test('dialog: ours steps aside for Stripe’s, which can be used', async () => {
      const page = await open('dialog');
      await page.press('button', 'Bank account');
      await page.press('button', 'Link a');
      await page.press('button', 'Agree and continue');
      await page.reads('#bank', /^$/);
      await page.press('button', 'Test (Non-OAuth)');
    });

    test('sandboxed-frame: the button in the frame opens Stripe’s onboarding in a window', async () => {
      const page = await open('sandboxed-frame');
      await isOnboarding(await windowOf(browser, () => page.press('button', 'Set up payouts')));
    });
  });
}
