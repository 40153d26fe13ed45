import type { Page } from '@playwright/test';
import { contentSecurityPolicy } from '../site/headers.ts';
import { sells } from './checkout.ts';
import { componentsOf, embedded, openAll, sessionsOf, stripes } from './embedded.ts';
import { breakStripe } from './stripe.ts';
import { type Addresses, expect, test } from './test.ts';
import { listen } from './widgets.ts';

const components = componentsOf['/sales'];

/** Where Stripe's own script is. */
const STRIPE = 'https://connect-js.stripe.com';

test.use({ answered: [STRIPE] });

for (const how of ['500', 'html', 'reset']) {
  test(`when Stripe’s answer is ${how}, each component says so, and one try again brings all of them`, async ({
    page,
    person,
    demo,
  }) => {
    await sells(person);
    const events = await listen(page);
    const { mend } = await breakStripe(demo, 'POST /v1/account_sessions', how);
    await openAll(page, person, '/sales');
    for (const component of components) {
      const element = embedded(page, component);
      await expect(element.locator('[part=error]')).toContainText('Please try again in a minute.', { timeout: 40_000 });
      await expect(element.getByRole('button', { name: 'Try again' })).toBeEnabled();
      await expect(stripes(page, component)).toHaveCount(0);
    }
    await expect
      .poll(events.named('inlay-error'))
      .toMatchObject(
        components.map(() => ({ detail: { type: 'stripe_error', code: 'stripe_unavailable', recoverable: true } })),
      );
    await mend();
    const sessions = sessionsOf(page);
    await embedded(page, 'payouts').getByRole('button', { name: 'Try again' }).click();
    await expect(stripes(page, 'payouts')).toContainText('No payouts yet');
    await expect(stripes(page, 'payment-method-settings')).toContainText('Klarna');
    await expect(page.locator('connect-embedded [part=error]')).toHaveCount(0);
    await expect(embedded(page, 'payouts').getByRole('button', { name: 'Try again' })).toHaveCount(0);
    expect(sessions).toEqual([['notification_banner', 'payment_method_settings', 'payouts']]);
  });
}

test('a Worker that cannot be reached is said to be unreachable, and who is online again need not press anything', async ({
  page,
  context,
  person,
  demo,
}) => {
  await sells(person);
  await page.route(`${demo.worker}/v1/**`, (route) => route.abort());
  await openAll(page, person, '/sales');
  await expect(embedded(page, 'payouts')).toContainText('There is no connection.');
  await page.unroute(`${demo.worker}/v1/**`);
  await context.setOffline(true);
  await context.setOffline(false);
  await expect(stripes(page, 'payouts')).toContainText('No payouts yet');
  await expect(stripes(page, 'payment-method-settings')).toContainText('Klarna');
});

/** A page as with Stripe's own keys, which loads nothing of Stripe's itself; what it asks of Stripe the stand-in answers. */
async function withoutStandIn(page: Page, demo: Addresses): Promise<{ block: () => Promise<void>; scripts: string[] }> {
  await page.context().grantPermissions(['local-network-access']);
  await page.route(/\/sales\?/, async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replaceAll(/<script src="[^"]*\/js\/\w+\.js"><\/script>/g, '');
    const strict = contentSecurityPolicy({ worker: demo.worker, standIn: STRIPE });
    const policy = `${strict}; require-trusted-types-for 'script'`;
    await route.fulfill({ response, body, headers: { ...response.headers(), 'content-security-policy': policy } });
  });
  const scripts: string[] = [];
  await page.route(`${STRIPE}/**`, async (route) => {
    const url = route.request().url();
    if (url.endsWith('.js')) scripts.push(url);
    const at = url.replace(STRIPE, demo.stripe).replace('/v1.0/connect.js', '/js/connect.js');
    await route.fulfill({ response: await route.fetch({ url: at }) });
  });
  const block = async () => {
    await page.route(`${STRIPE}/**`, (route) => route.abort(), { times: 1 });
  };
  return { block, scripts };
}

test('a page that has nothing of Stripe’s gets Stripe’s own script, once for all components, under the strictest policy', async ({
  page,
  person,
  demo,
}) => {
  await sells(person);
  const { scripts } = await withoutStandIn(page, demo);
  await openAll(page, person, '/sales');
  await expect(stripes(page, 'payouts')).toContainText('No payouts yet');
  await expect(stripes(page, 'payment-method-settings')).toContainText('Klarna');
  expect(scripts).toEqual([`${STRIPE}/v1.0/connect.js`]);
  expect(await page.evaluate(() => document.querySelectorAll('script[src*="connect.js"]').length)).toBe(1);
});

test('a script of Stripe’s that is blocked is said to be missing, and one try again brings it and all components', async ({
  page,
  person,
  demo,
}) => {
  await sells(person);
  const events = await listen(page);
  const { block } = await withoutStandIn(page, demo);
  await block();
  await openAll(page, person, '/sales');
  for (const component of components) {
    await expect(embedded(page, component)).toContainText('Stripe could not be loaded.');
  }
  await expect
    .poll(events.named('inlay-error'))
    .toMatchObject(components.map(() => ({ detail: { code: 'stripe_js_failed', recoverable: true } })));
  await embedded(page, 'payment-method-settings').getByRole('button', { name: 'Try again' }).click();
  await expect(stripes(page, 'payouts')).toContainText('No payouts yet');
  await expect(stripes(page, 'payment-method-settings')).toContainText('Klarna');
  await expect(page.locator('connect-embedded [part=error]')).toHaveCount(0);
});
