/** Playwright's `test`, with the served apps, somebody nobody else is, and what no page may ever do. */
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import * as v from 'valibot';
import type { AppName } from '../harness/apps.ts';
import { Addresses } from '../serve.ts';

export const addresses = v.parse(Addresses, JSON.parse(process.env.INLAY_EXAMPLES ?? ''));

export const test = base.extend<{
  /** Opens the page of an app, as somebody who is signed in. */
  open: (app: AppName, path?: string) => Promise<void>;
  /** What a browser or a framework says on the console in this test, and may. */
  mayBeSaid: RegExp | null;
  unharmed: undefined;
}>({
  open: async ({ page, context }, use, { testId, repeatEachIndex }) => {
    await use(async (app, path = '/') => {
      const origin = `${addresses.apps[app]}`;
      const value = `p${testId.replaceAll(/[^a-z0-9]/gi, '')}${repeatEachIndex}`;
      await context.addCookies([{ name: 'user', value, url: origin }]);
      await page.goto(`${origin}${path}`);
    });
  },

  mayBeSaid: [null, { option: true }],

  unharmed: [
    async ({ context, mayBeSaid }, use) => {
      const seen = watch(context, mayBeSaid);
      await use(undefined);
      expect(seen).toEqual([]);
    },
    { auto: true },
  ],
});

/** Nothing leaves for another origin; no page says a word of an error or a warning. */
function watch(context: BrowserContext, mayBeSaid: RegExp | null): string[] {
  const own = [addresses.worker, addresses.stripe, ...Object.values(addresses.apps)];
  const harm: string[] = [];
  context.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (/^(https?|wss?):$/.test(protocol) && !own.includes(origin)) harm.push(`request to ${request.url()}`);
  });
  context.on('console', (message) => {
    const text = message.text();
    if (/error|warning/.test(message.type()) && !mayBeSaid?.test(text)) harm.push(text);
  });
  context.on('weberror', (error) => harm.push(String(error.error())));
  return harm;
}

/** Holds every request for a link to Stripe's pages. */
export async function holdLinks(page: Page): Promise<{ asked: () => number; letGo: () => Promise<void> }> {
  let asked = 0;
  await page.route('**/account_links', async (route) => {
    if (route.request().postData() === null) await route.continue();
    else asked += 1;
  });
  return { asked: () => asked, letGo: () => page.unroute('**/account_links') };
}

export { expect };
