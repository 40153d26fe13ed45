import type { BrowserContext, Page, Request } from '@playwright/test';
import { card, dialog, link, linkButton, openBank } from './bank.ts';
import { finishOnboarding, heading, steps } from './stripe.ts';
import { expect, test } from './test.ts';
import { button, listen, onboarding } from './widgets.ts';

/**
 * Every user token and account link of a flow, as they pass by: what must never turn up anywhere else.
 * Read from the network, so that a secret of another shape is missed only if no answer held it.
 */
function collectSecrets(context: BrowserContext): { secrets: Set<string>; settled: () => Promise<unknown> } {
  const secrets = new Set<string>();
  const reading: Promise<unknown>[] = [];
  context.on('response', (response) => {
    if (!/\/inlay\/token|\/account_links$|\/financial_connections\/sessions$/.test(new URL(response.url()).pathname))
      return;
    if (response.request().method() !== 'POST') return;
    const read = async () => {
      const { token, url, client_secret } = await response.json();
      for (const secret of [token, url, client_secret]) if (typeof secret === 'string') secrets.add(secret);
    };
    // The body of an answer that caused a navigation may be gone; its link is then the address that was gone to.
    reading.push(read().catch(() => undefined));
  });
  return { secrets, settled: () => Promise.all(reading) };
}

/** Everything a page keeps or shows: markup with shadow roots, storage, its address, its history entry. */
function traces(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const roots = [...document.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
      shadowRoot === null ? [] : [shadowRoot],
    );
    const databases = await indexedDB.databases();
    return [
      document.documentElement.getHTML({ serializableShadowRoots: true, shadowRoots: roots }),
      JSON.stringify({ ...localStorage }),
      JSON.stringify({ ...sessionStorage }),
      JSON.stringify(databases),
      JSON.stringify(await caches.keys()),
      document.cookie,
      window.name,
      location.href,
      JSON.stringify(history.state),
    ].join('\n');
  });
}

test('tokens and links leave no trace in the page, its storage, its events or the console', async ({
  page,
  context,
  person,
}) => {
  const { secrets, settled } = collectSecrets(context);
  const events = await listen(page);
  const console: string[] = [];
  context.on('console', (message) => console.push(message.text()));
  const seen: string[] = [];

  await page.goto(person.at('/overview'));
  await expect(button(page, 'Set up payouts')).toBeEnabled();
  seen.push(await traces(page));
  await button(page, 'Set up payouts').click();
  await expect(heading(page, steps[0])).toBeVisible();
  secrets.add(page.url());
  // A used link and the way back through refresh, then the rest.
  await page.goto(page.url());
  await expect(heading(page, steps[0])).toBeVisible();
  secrets.add(page.url());
  await finishOnboarding(page);
  await expect(onboarding(page)).toContainText('Payouts are set up');
  seen.push(await traces(page));
  await settled();

  expect([...secrets].filter((secret) => secret.startsWith('ey')).length).toBeGreaterThan(0);
  expect([...secrets].filter((secret) => secret.includes('/setup/')).length).toBeGreaterThan(1);
  const everything = [...seen, ...console, JSON.stringify(events.all)].join('\n');
  for (const secret of secrets) expect(everything).not.toContain(secret);
});

test('tokens and the client secret of a bank session leave no trace, the dialog open or closed', async ({
  page,
  context,
  demo,
  person,
}) => {
  const { secrets, settled } = collectSecrets(context);
  const events = await listen(page);
  const everything: string[] = [];
  context.on('console', (message) => everything.push(message.text()));
  // The stand-in's own requests carry the secret to Stripe, as Stripe.js does.
  context.on('request', (request) => {
    if (!request.url().startsWith(demo.stripe)) everything.push(request.url());
  });

  await openBank(page, person);
  await linkButton(page).click();
  await expect(dialog(page).getByRole('button', { name: 'Agree and continue' })).toBeVisible();
  everything.push(await traces(page));
  await dialog(page).getByRole('button', { name: 'Close' }).click();
  await link(page, ['Success']);
  await expect(card(page, 'Success ••6789')).toBeVisible();
  everything.push(await traces(page), JSON.stringify(events.all));
  await settled();

  expect([...secrets].filter((secret) => secret.startsWith('fcsess_')).length).toBe(2);
  expect(events.named('inlay-success')).toHaveLength(1);
  for (const secret of secrets) expect(everything.join('\n')).not.toContain(secret);
});

test('tokens travel in one header, to the Worker alone, and never in an address', async ({
  page,
  context,
  demo,
  person,
}) => {
  const requests: Request[] = [];
  context.on('request', (request) => requests.push(request));
  await page.goto(person.at('/onboard'));
  await button(page, 'Set up payouts').click();
  await expect(heading(page, steps[0])).toBeVisible();

  const carrying = requests.filter((request) => request.headers().authorization !== undefined);
  expect(carrying.length).toBeGreaterThan(0);
  for (const request of carrying) {
    const token = request.headers().authorization?.replace('Bearer ', '') ?? '';
    expect(new URL(request.url()).origin).toBe(demo.worker);
    for (const other of requests) expect(other.url()).not.toContain(token);
  }
  for (const request of requests) expect(request.headers().cookie).toBeUndefined();
});

test('answers with a token or a link are never kept', async ({ page, context, person }) => {
  const kept: string[] = [];
  const seen: string[] = [];
  context.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (!/\/inlay\/token|\/account_links$|\/account$/.test(pathname) || response.request().method() === 'OPTIONS')
      return;
    seen.push(pathname);
    if (!/no-store/.test(response.headers()['cache-control'] ?? '')) kept.push(response.url());
  });
  await page.goto(person.at('/onboard'));
  await button(page, 'Set up payouts').click();
  await expect(heading(page, steps[0])).toBeVisible();
  expect(seen.length).toBeGreaterThan(2);
  expect(kept).toEqual([]);
});
