import { sells } from './checkout.ts';
import { componentsOf, confirm, embedded, openAll, sessionsOf, sold, stripes, windowOf } from './embedded.ts';
import { collectSecrets, traces } from './secrets.ts';
import { advance } from './stripe.ts';
import { createPerson, expect, test } from './test.ts';
import { listen } from './widgets.ts';

for (const path of ['/sales', '/business'] as const) {
  test(`the components of ${path} share one session and one script, and each says that it is ready`, async ({
    page,
    person,
    demo,
  }) => {
    await sells(person);
    const events = await listen(page);
    const sessions = sessionsOf(page);
    const scripts: string[] = [];
    page.on('request', (request) => request.url().endsWith('/connect.js') && scripts.push(request.url()));
    await openAll(page, person, path);
    const components = componentsOf[path];
    for (const component of components) await expect(stripes(page, component)).toHaveCount(1);
    const others = await page.locator('connect-account-status').count();
    await expect.poll(events.named('inlay-ready')).toHaveLength(components.length + others);
    expect(sessions).toEqual([components.map((component) => component.replaceAll('-', '_')).sort()]);
    expect(scripts).toEqual([`${demo.stripe}/js/connect.js`]);
    await expect.poll(events.named('inlay-error')).toEqual([]);
  });
}

test('a component that is out of sight loads when it is scrolled to, with a session of its own', async ({
  page,
  person,
}) => {
  await sells(person);
  const sessions = sessionsOf(page);
  await page.setViewportSize({ width: 1280, height: 600 });
  await page.goto(person.at('/business'));
  await expect(stripes(page, 'account-management')).toContainText(person.email);
  await page.waitForLoadState('networkidle');
  expect(sessions).toEqual([['account_management', 'account_onboarding']]);
  await expect(stripes(page, 'documents')).toHaveCount(0);

  await embedded(page, 'documents').scrollIntoViewIfNeeded();
  await expect(stripes(page, 'documents')).toContainText('No documents yet');
  expect(sessions).toEqual([sessions[0], expect.arrayContaining(['documents'])]);
});

test('nothing on the page moves when components come into the room that is kept for them', async ({
  page,
  person,
  demo,
}) => {
  await sells(person);
  let comes = () => {};
  const arrival = new Promise<void>((resolve) => {
    comes = resolve;
  });
  await page.route(`${demo.worker}/inlay.js`, async (route) => {
    await arrival;
    await route.continue();
  });
  await page.setViewportSize({ width: 1280, height: 3000 });
  await page.goto(person.at('/sales'), { waitUntil: 'commit' });
  await expect(page.locator('footer')).toBeVisible();
  const tops = () =>
    page
      .locator('main h2, connect-account-status')
      .evaluateAll((boxes) => boxes.map((box) => box.getBoundingClientRect().top));
  const before = await tops();
  comes();
  await expect(stripes(page, 'payouts')).toContainText('No payouts yet');
  await expect(stripes(page, 'payment-method-settings')).toContainText('Klarna');
  expect(await tops()).toEqual(before);
});

test('who has no account is told to set up payouts first, once and without an error', async ({ page, person }) => {
  const events = await listen(page);
  const sessions = sessionsOf(page);
  const console: string[] = [];
  page.on('console', (message) => console.push(message.text()));
  await page.clock.install();
  await openAll(page, person, '/sales');
  for (const component of ['payouts', 'payment-method-settings'] as const) {
    await expect(embedded(page, component)).toContainText('Set up payouts first, then come back here.');
    await expect(embedded(page, component).getByRole('button')).toHaveCount(0);
  }
  await expect(embedded(page, 'notification-banner')).toHaveText('');
  // Nothing is under way that could run into its limit now.
  await expect(page.locator('connect-account-status')).toContainText('Get ready for payouts');
  await page.waitForLoadState('networkidle');
  await page.clock.fastForward(300_000);
  await page.waitForLoadState('networkidle');
  expect(sessions).toHaveLength(1);
  await expect.poll(events.named('inlay-error')).toEqual([]);
  // The browser's own line for the Worker's answer.
  expect(console).toEqual([expect.stringContaining('409')]);
});

test('a session that has run out is replaced once, by whichever component notices, and all go on', async ({
  page,
  person,
  demo,
}) => {
  await sold(demo, person, await sells(person));
  const events = await listen(page);
  const sessions = sessionsOf(page);
  await openAll(page, person, '/business');
  const payments = stripes(page, 'payments');
  await expect(payments).toContainText('Succeeded');
  await advance(demo, 20 * 60);
  await payments.getByRole('button', { name: 'Refund the payment of $12.00' }).click();
  await payments.getByRole('button', { name: 'Refund', exact: true }).click();
  await expect(payments).toContainText('Refunded');
  const edit = stripes(page, 'account-management').getByRole('button', { name: 'Edit' });
  await (await windowOf(page, edit)).close();
  await expect(edit).not.toHaveAttribute('aria-disabled', 'true');
  expect(sessions).toEqual([sessions[0], sessions[0]]);
  await expect.poll(events.named('inlay-error')).toEqual([]);
});

test('components wear the page’s colours, and follow when those change', async ({ page, person }) => {
  await sells(person);
  await page.emulateMedia({ colorScheme: 'light' });
  await openAll(page, person, '/sales');
  const section = stripes(page, 'payouts').locator('section');
  const colours = () =>
    section.evaluate((shown) => [getComputedStyle(shown).backgroundColor, getComputedStyle(shown).color]);
  await expect.poll(colours).toEqual(['rgb(255, 255, 255)', 'rgb(36, 27, 23)']);
  const sessions = sessionsOf(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(colours).toEqual(['rgb(33, 26, 23)', 'rgb(244, 236, 231)']);
  await page.evaluate(() => document.documentElement.style.setProperty('--inlay-color-text', 'hotpink'));
  await expect.poll(colours).toEqual(['rgb(33, 26, 23)', 'rgb(255, 105, 180)']);
  expect(sessions).toEqual([]);
});

test('components speak the language of the page, and follow when it changes', async ({ page, person }) => {
  await sells(person);
  await openAll(page, person, '/sales');
  await expect(stripes(page, 'payouts')).toContainText('No payouts yet');
  const sessions = sessionsOf(page);
  await page.evaluate(() => {
    document.documentElement.lang = 'fr';
  });
  await expect(stripes(page, 'payouts').getByRole('heading')).toHaveText('Virements');
  await expect(stripes(page, 'payment-method-settings').getByRole('heading')).toHaveText('Moyens de paiement');
  await expect(embedded(page, 'payouts')).toContainText('Stripe peut ouvrir une fenêtre');
  expect(sessions).toEqual([]);
});

test('whoever is signed in next sees nothing of the one before, and after logging out nobody sees anything', async ({
  page,
  person,
  demo,
}) => {
  await sold(demo, person, await sells(person));
  const other = createPerson(demo, `${person.name}other`);
  await sells(other);
  const init = (name: string | null) =>
    page.evaluate(
      async ([address, user]) => {
        const bundle: unknown = await import(address);
        const call = (of: unknown, method: string, given?: object) => {
          const found: unknown = Reflect.get(Object(of), method);
          return typeof found === 'function' ? found(given) : undefined;
        };
        const page = call(bundle, 'init', user === null ? {} : { tokenUrl: `/inlay/token?user=${user}` });
        if (user === null) call(page, 'logout');
      },
      [`${demo.worker}/inlay.js`, name] as const,
    );
  await openAll(page, person, '/business');
  await expect(stripes(page, 'payments')).toContainText('$12.00');
  await expect(stripes(page, 'account-management')).toContainText(person.email);
  await init(other.name);
  await expect(stripes(page, 'account-management')).toContainText(other.email);
  await expect(stripes(page, 'payments')).toContainText('No payments yet');
  await expect(page.locator('body')).not.toContainText('$12.00');
  await init(null);
  for (const component of componentsOf['/business']) await expect(embedded(page, component)).toHaveText('');
  await expect(page.locator('connect-embedded > *')).toHaveCount(0);
  await init(person.name);
  await expect(stripes(page, 'payments')).toContainText('$12.00');
});

test('an element that is moved keeps its component, and one that is removed takes it along', async ({
  page,
  person,
}) => {
  await sells(person);
  const sessions = sessionsOf(page);
  await openAll(page, person, '/sales');
  const methods = stripes(page, 'payment-method-settings');
  const klarna = methods.getByRole('switch', { name: 'Klarna' });
  await expect(klarna).not.toBeChecked();
  await embedded(page, 'payment-method-settings').evaluate((moved) => document.querySelector('main')?.prepend(moved));
  await confirm(await windowOf(page, klarna));
  await expect(klarna).toBeChecked();

  const element = await embedded(page, 'payment-method-settings').elementHandle();
  await embedded(page, 'payment-method-settings').evaluate((removed) => removed.remove());
  await expect(methods).toHaveCount(0);
  expect(await page.evaluate((removed) => removed?.childElementCount, element)).toBe(0);
  await page.evaluate((back) => back && document.querySelector('main')?.append(back), element);
  await expect(klarna).toBeChecked();
  expect(sessions).toHaveLength(1);
});

test('components work where Trusted Types are enforced', async ({ page, context, person }) => {
  await sells(person);
  await context.grantPermissions(['local-network-access']);
  await page.route(/\/(sales|business)\?/, async (route) => {
    const response = await route.fetch();
    const policy = `${response.headers()['content-security-policy']}; require-trusted-types-for 'script'`;
    await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': policy } });
  });
  for (const path of ['/sales', '/business'] as const) {
    await openAll(page, person, path);
    for (const component of componentsOf[path]) await expect(stripes(page, component)).toHaveCount(1);
    await expect(page.locator('connect-embedded [part=error]')).toHaveCount(0);
  }
});

test('tokens and the client secrets of components leave no trace, not even where Stripe’s script quotes them', async ({
  page,
  context,
  person,
  demo,
}) => {
  await sells(person);
  const { secrets, settled } = collectSecrets(context);
  const events = await listen(page);
  const everything: string[] = [];
  context.on('console', (message) => everything.push(message.text()));
  context.on('request', (request) => {
    if (!request.url().startsWith(demo.stripe)) everything.push(request.url(), request.postData() ?? '');
  });
  let quoted = 0;
  await page.route(`${demo.stripe}/connect/panels/payouts`, async (route) => {
    quoted += 1;
    const secret = new URLSearchParams(route.request().postData() ?? '').get('client_secret');
    const error = { message: `No such Account Session: '${secret}'` };
    await route.fulfill({ status: 400, headers: { 'Access-Control-Allow-Origin': '*' }, json: { error } });
  });
  await openAll(page, person, '/sales');
  await expect(embedded(page, 'payouts').locator('[part=error]')).toBeVisible();
  await expect(stripes(page, 'payment-method-settings')).toContainText('Klarna');
  everything.push(await traces(page));
  await page.unrouteAll();
  await embedded(page, 'payouts').getByRole('button', { name: 'Try again' }).click();
  await expect(stripes(page, 'payouts')).toContainText('No payouts yet');
  everything.push(await traces(page), JSON.stringify(events.all));
  await settled();

  expect(quoted).toBeGreaterThan(0);
  await expect.poll(events.named('inlay-error')).toMatchObject([{ detail: { code: 'embedded_failed' } }]);
  expect([...secrets].filter((secret) => secret.startsWith('accs_')).length).toBeGreaterThan(0);
  expect(everything.join('\n')).toContain("No such Account Session: '…'");
  for (const secret of secrets) expect(everything.join('\n')).not.toContain(secret);
});
