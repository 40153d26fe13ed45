import type { BrowserContext, Page } from '@playwright/test';
import { decideInTheApp, goToCashApp, openCashApp, phone, saveButton, savingElement } from './cash-app.ts';
import { type Addresses, expect, test } from './test.ts';

test.use(phone);

/** What any script can read of where it runs. */
const spy = `
  function note(when) {
    const entries = navigation.entries().map(({ url }) => url);
    (window.noted ??= []).push({ when, seen: [location.href, document.URL, document.baseURI, JSON.stringify(history.state), ...entries] });
  }`;
const classic = `${spy}
  note('classic');
  document.addEventListener('DOMContentLoaded', () => note('DOMContentLoaded'));
  addEventListener('load', () => note('load'));`;

/** Scripts of the page's own: one that is run as soon as the parser meets it, and a module below the bundle's tag. */
async function withOwnScripts(
  page: Page,
  context: BrowserContext,
  demo: Addresses,
  change = (html: string) => html,
): Promise<void> {
  // A page that a test serves has no address on this machine, from which Chromium lets no page reach others of it.
  await context.grantPermissions(['local-network-access']);
  await page.route(`${demo.site}/cash-app?*`, async (route) => {
    const response = await route.fetch();
    const html = change(await response.text())
      .replace('</head>', '<script type="module" src="/below.js"></script></head>')
      .replace('</body>', '<script src="/classic.js"></script></body>');
    await route.fulfill({ response, body: html });
  });
  const contentType = 'text/javascript';
  await page.route(`${demo.site}/below.js`, (route) => route.fulfill({ contentType, body: `${spy} note('module');` }));
  await page.route(`${demo.site}/classic.js`, (route) => route.fulfill({ contentType, body: classic }));
}

interface Noted {
  readonly when: string;
  readonly seen: readonly string[];
}

function noted(page: Page): Promise<Noted[]> {
  return page.evaluate(() => Reflect.get(window, 'noted'));
}

/** In the order in which they ran: who could read the secret, and who came too late. */
function readers(all: readonly Noted[], secret: string): [could: string[], could_not: string[]] {
  const names = (could: boolean) =>
    all.filter(({ seen }) => seen.join().includes(secret) === could).map(({ when }) => when);
  return [names(true), names(false)];
}

test('no script that runs after the bundle sees the client secret that Cash App put into the address', async ({
  page,
  context,
  demo,
  person,
}) => {
  await openCashApp(page, person);
  await goToCashApp(page);
  const back = new URL(await decideInTheApp(page.url(), 'approved'));
  const secret = back.searchParams.get('setup_intent_client_secret') ?? '';
  expect(secret).toMatch(/^seti_\w+_secret_\w+$/);

  await withOwnScripts(page, context, demo);
  await page.goto(back.href);
  await expect(savingElement(page)).toContainText('Cash App Pay is saved.');
  // A parser-blocking script comes before every module: who has one takes the bundle as a classic script.
  expect(readers(await noted(page), secret)).toEqual([['classic'], ['module', 'DOMContentLoaded', 'load']]);
  await expect(page).toHaveURL(person.at('/cash-app'));
});

test('where the bundle is a classic script in the head, no script of the body sees the client secret either', async ({
  page,
  context,
  demo,
  person,
}) => {
  await openCashApp(page, person);
  await goToCashApp(page);
  const back = new URL(await decideInTheApp(page.url(), 'approved'));
  const secret = back.searchParams.get('setup_intent_client_secret') ?? '';
  expect(secret).toMatch(/^seti_\w+_secret_\w+$/);

  await withOwnScripts(page, context, demo, (html) =>
    html.replace(/type="module" src="([^"]+)\/inlay\.js"/, 'src="$1/inlay.iife.js"'),
  );
  await page.goto(back.href);
  await expect(savingElement(page)).toContainText('Cash App Pay is saved.');
  expect(readers(await noted(page), secret)).toEqual([[], ['classic', 'module', 'DOMContentLoaded', 'load']]);
});

test('the history of the tab keeps the address clean: going away and back shows no secret', async ({
  page,
  person,
}) => {
  await openCashApp(page, person);
  await goToCashApp(page);
  await page.goto(await decideInTheApp(page.url(), 'approved'));
  await expect(savingElement(page)).toContainText('Cash App Pay is saved.');
  await page.goto(person.at('/terms'));
  const addresses = await page.evaluate(() => [document.referrer, location.href]);
  await page.goBack();
  await expect(page).toHaveURL(person.at('/cash-app'));
  await expect(saveButton(page)).toBeEnabled();
  expect(addresses.join()).not.toContain('setup_intent');
  const entries = await page.evaluate(() => navigation.entries().map(({ url }) => url));
  expect(entries.join()).not.toContain('setup_intent');
});

test('what else a page has in its address stays, and so does what another flow of Stripe’s put there', async ({
  page,
  person,
}) => {
  // A return of the page's own, from another method: none of ours.
  const own = `${person.at('/cash-app')}&setup_intent=seti_1Card&redirect_pm_type=card&redirect_status=succeeded`;
  await page.goto(own);
  await expect(savingElement(page)).toContainText('By continuing');
  await expect(page).toHaveURL(own);
});
