import type { Page, Request } from '@playwright/test';
import { card, dialog, link, linkButton, openBank } from './bank.ts';
import { decline, openCashApp, phone, qrCode, save, saveButton, savingElement, startSaving } from './cash-app.ts';
import { buyButton, element, framed, openShop, payButton, payByCard, sells } from './checkout.ts';
import { collectSecrets, traces } from './secrets.ts';
import { finishOnboarding, heading, steps } from './stripe.ts';
import { type Addresses, expect, test } from './test.ts';
import { button, listen, onboarding } from './widgets.ts';

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
  await expect.poll(events.named('inlay-success')).toHaveLength(1);
  for (const secret of secrets) expect(everything.join('\n')).not.toContain(secret);
});

/** What the page shows, keeps, tells and sends, but to Stripe: there the stand-in's own script has the client secret from the element. */
function overheard(
  page: Page,
  { site, stripe: standIn }: Addresses,
): { everything: string[]; settled: () => Promise<unknown> } {
  const everything: string[] = [];
  const reading: Promise<unknown>[] = [];
  const context = page.context();
  context.on('console', (message) => everything.push(message.text()));
  context.on('weberror', (error) => everything.push(String(error.error())));
  context.on('request', (request) => {
    // What the host's own page loads is asked for while its address is still as Stripe wrote it.
    const { referer = '' } = request.headers();
    // And what Stripe's own frames ask of Stripe comes from an address of Stripe's.
    if (!request.url().startsWith(site) && !referer.startsWith(standIn)) everything.push(referer);
    if (!request.url().startsWith(standIn)) everything.push(request.url(), request.postData() ?? '');
  });
  context.on('response', (response) => {
    if (response.ok() || response.url().startsWith(standIn)) return;
    reading.push(
      response
        .text()
        .then((body) => everything.push(body))
        .catch(() => undefined),
    );
  });
  return { everything, settled: () => Promise.all(reading) };
}

/** Stripe refuses the next attempts in a message that quotes what it was given. Answers with what it has quoted. */
async function refuseInTheSecretsOwnWords(page: Page, demo: Addresses): Promise<string[]> {
  const quoted: string[] = [];
  await page.route(`${demo.stripe}/v1/setup_intents/*/confirm`, async (route) => {
    const secret = new URLSearchParams(route.request().postData() ?? '').get('client_secret') ?? '';
    quoted.push(secret);
    const error = { type: 'invalid_request_error', message: `No such setupintent: '${secret}'` };
    await route.fulfill({ status: 400, headers: { 'Access-Control-Allow-Origin': '*' }, json: { error } });
  });
  return quoted;
}

for (const path of ['/cash-app', '/cash-app-in-place']) {
  test(`on ${path} tokens and the client secret of an attempt leave no trace, whatever becomes of it`, async ({
    page,
    context,
    demo,
    person,
  }) => {
    const { secrets, settled } = collectSecrets(context);
    const { everything, settled: heard } = overheard(page, demo);
    const events = await listen(page);
    await openCashApp(page, person, path);
    const declined = await startSaving(page);
    await expect(qrCode(page)).toBeVisible();
    everything.push(await traces(page));
    await decline(demo, declined);
    await expect(savingElement(page)).toContainText('Cash App did not authorize this.');
    everything.push(await traces(page));
    const quoted = await refuseInTheSecretsOwnWords(page, demo);
    await saveButton(page).click();
    await expect.poll(() => quoted.length).toBe(1);
    await expect(savingElement(page).locator('[part=error]')).toBeVisible();
    everything.push(await traces(page));
    await page.unrouteAll();
    await openCashApp(page, person, path);
    await save(page, demo);
    everything.push(await traces(page), JSON.stringify(events.all));
    await Promise.all([settled(), heard()]);

    expect([...secrets].filter((secret) => secret.startsWith('seti_'))).toHaveLength(3);
    expect([...secrets]).toEqual(expect.arrayContaining(quoted));
    await expect.poll(events.named('inlay-success')).toHaveLength(1);
    for (const secret of secrets) expect(everything.join('\n')).not.toContain(secret);
  });
}

test('the client secret of Checkout in the page leaves no trace, whatever becomes of it', async ({
  page,
  context,
  demo,
  person,
}) => {
  const { secrets, settled } = collectSecrets(context);
  const { everything, settled: heard } = overheard(page, demo);
  const events = await listen(page);
  await sells(person);
  await openShop(page, person, '/shop-in-place');
  await buyButton(page).click();
  await expect(payButton(framed(page))).toBeVisible();
  everything.push(withoutFrames(await traces(page)));
  await element(page).getByRole('button', { name: 'Close' }).click();
  await expect(element(page)).toContainText('Not completed.');
  everything.push(await traces(page));
  await element(page).getByRole('button').click();
  await payByCard(framed(page));
  await expect(element(page)).toContainText('Paid: $12.00');
  everything.push(await traces(page), JSON.stringify(events.all));
  await Promise.all([settled(), heard()]);

  expect([...secrets].filter((secret) => secret.startsWith('cs_'))).toHaveLength(2);
  await expect.poll(events.named('inlay-success')).toHaveLength(1);
  for (const secret of secrets) expect(everything.join('\n')).not.toContain(secret);
});

/** Stripe's own frame has the secret in its address, as Stripe's script put it there. */
function withoutFrames(trace: string): string {
  return trace.replaceAll(/<iframe[^>]*>/g, '');
}

test.describe('on a phone', () => {
  test.use(phone);

  test('the client secret that Stripe writes into the address goes no further than this page', async ({
    page,
    context,
    demo,
    person,
  }) => {
    const { secrets, settled } = collectSecrets(context);
    const { everything, settled: heard } = overheard(page, demo);
    const events = await listen(page);
    await openCashApp(page, person);
    await startSaving(page, () => saveButton(page).tap());
    await page.getByRole('button', { name: 'Authorize' }).tap();
    await expect(savingElement(page)).toContainText('Cash App Pay is saved.');
    await expect(page).toHaveURL(person.at('/cash-app'));
    await page.waitForLoadState('networkidle');
    everything.push(await traces(page), JSON.stringify(events.all));
    // What the host's scripts ask for later, and where the person goes next.
    context.on('request', (request) => everything.push(request.headers().referer ?? ''));
    await page.evaluate((address) => fetch(address, { referrerPolicy: 'unsafe-url' }), person.at('/terms'));
    await page.goto(person.at('/terms'), { referer: await page.evaluate(() => location.href) });
    everything.push(await traces(page), await page.evaluate(() => document.referrer));
    await page.goBack();
    everything.push(await traces(page));
    await Promise.all([settled(), heard()]);

    // The return itself is the one request that carries it: Stripe wrote it, and the browser sends it to the host's own page.
    const carried = everything.filter((text) => text.includes('setup_intent_client_secret='));
    expect(carried.map((address) => new URL(address).pathname)).toEqual(['/cash-app']);
    const rest = everything.filter((text) => !carried.includes(text)).join('\n');
    // The answer that it first came in may be gone with the page it came to.
    for (const address of carried) secrets.add(new URL(address).searchParams.get('setup_intent_client_secret') ?? '');
    expect([...secrets].filter((secret) => secret.startsWith('seti_'))).toHaveLength(1);
    for (const secret of secrets) expect(rest).not.toContain(secret);
  });
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

test('answers with a client secret, an outcome or a list of methods are never kept', async ({
  page,
  context,
  demo,
  person,
}) => {
  const kept: string[] = [];
  const seen = new Set<string>();
  context.on('response', (response) => {
    const [, route] = /\/(setup_intents|sync|payment_methods)$/.exec(new URL(response.url()).pathname) ?? [];
    if (route === undefined || response.request().method() === 'OPTIONS' || !response.url().startsWith(demo.worker))
      return;
    seen.add(`${response.request().method()} ${route}`);
    if (!/no-store/.test(response.headers()['cache-control'] ?? '')) kept.push(response.url());
  });
  await openCashApp(page, person);
  await save(page, demo);
  expect(seen).toEqual(new Set(['GET setup_intents', 'GET payment_methods', 'POST setup_intents', 'POST sync']));
  expect(kept).toEqual([]);
});
