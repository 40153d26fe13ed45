import type { Page } from '@playwright/test';
import { control } from '../site/qa/stand-in.ts';
import { buyButton, openShop, payButton, salesCard, sells } from './checkout.ts';
import { type Component, componentsOf, confirm, embedded, openAll, sold, stripes, windowOf } from './embedded.ts';
import { accountsOf, advance, finishOnboarding, heading, steps, submit } from './stripe.ts';
import { type Addresses, expect, type Person, test } from './test.ts';
import { listen } from './widgets.ts';

const DAY = 24 * 3_600;

/** What is left of $12.00 after our fee. */
const NET = '$10.50';

/** A merchant who has sold a day pass whose money has arrived. */
async function withMoney(demo: Addresses, person: Person): Promise<void> {
  await sold(demo, person, await sells(person));
  await advance(demo, 3 * DAY);
}

function payOut(page: Page) {
  return stripes(page, 'payouts').getByRole('button', { name: `Pay out ${NET}` });
}

test('a merchant finds on their pages what Stripe knows of them, in all eight components', async ({
  page,
  person,
  demo,
}) => {
  const account = await sells(person);
  await sold(demo, person, account);
  const shown: { readonly [component in Component]: readonly string[] } = {
    'notification-banner': [],
    payouts: ['Payouts', `Available soon${NET}`, 'STRIPE TEST BANK •••• 6789', 'No payouts yet'],
    'payment-method-settings': ['Payment methods', 'Cash App Pay', 'Active', 'Klarna'],
    'account-onboarding': ['Set up payments', 'Everything is set up'],
    'account-management': ['Business details', person.email, 'individual'],
    balances: ['Balance', `Available soon${NET}`],
    payments: ['Payments', '$12.00', 'Succeeded'],
    documents: ['Documents', 'No documents yet'],
  };
  for (const path of ['/sales', '/business'] as const) {
    await openAll(page, person, path);
    for (const component of componentsOf[path]) {
      await expect(stripes(page, component)).toHaveCount(1);
      for (const words of shown[component]) await expect(stripes(page, component)).toContainText(words);
    }
    await expect(page.locator('connect-embedded [part=skeleton], connect-embedded [part=error]')).toHaveCount(0);
  }
});

test('what a sale brings is on its way, then there, is paid out, and the host’s backend hears of it', async ({
  page,
  person,
  demo,
}) => {
  await sold(demo, person, await sells(person));
  await openAll(page, person, '/sales');
  const payouts = stripes(page, 'payouts');
  await expect(payouts).toContainText(`Available soon${NET}`);
  await expect(payouts.getByRole('button', { name: /^Pay out/ })).toHaveCount(0);

  await advance(demo, 3 * DAY);
  await openAll(page, person, '/sales');
  await expect(payouts).toContainText(`Available${NET}`);
  await confirm(await windowOf(page, payOut(page)));
  await expect(payouts.getByRole('status')).toContainText('The payout is on its way.');
  await expect(payouts.getByRole('listitem')).toContainText([/\$10\.50.*On its way/]);
  await expect(payouts).toContainText('Available$0.00');

  const backend = async (says: string) => {
    await page.reload();
    await expect(salesCard(page)).toContainText(`Latest payout: ${NET}, ${says}.`, { timeout: 500 });
  };
  await expect(() => backend('on its way')).toPass();
  await advance(demo, DAY);
  await expect(() => backend('arrived')).toPass();
  await expect(payouts.getByRole('listitem')).toContainText([/\$10\.50.*Paid/]);
});

test('a payout that the bank refuses is back in the balance, and the banner and the backend tell of it', async ({
  page,
  person,
  demo,
}) => {
  const account = await sells(person);
  await sold(demo, person, account);
  await control(demo.stripe, 'payouts', { account, do: 'fail' });
  await openAll(page, person, '/sales');
  await expect(stripes(page, 'payouts')).toContainText(`Available${NET}`);
  await expect(stripes(page, 'payouts').getByRole('listitem')).toContainText([/\$10\.50.*refused.*Failed/]);
  await expect(stripes(page, 'notification-banner')).toContainText('Your bank refused the last payout.');
  await expect(salesCard(page)).toContainText(`Latest payout: ${NET}, refused by your bank.`);
});

test('Stripe’s window that a browser blocks is opened by hand, and that it was confirmed is heard all the same', async ({
  page,
  person,
  demo,
}) => {
  await withMoney(demo, person);
  await page.addInitScript(() => {
    window.open = () => null;
  });
  await openAll(page, person, '/sales');
  await payOut(page).click();
  const payouts = stripes(page, 'payouts');
  await expect(payouts.getByRole('alert')).toContainText('Your browser blocked Stripe’s window.');
  const byHand = payouts.getByRole('link', { name: 'Open Stripe’s window' });
  const [opened] = await Promise.all([page.context().waitForEvent('page'), byHand.click()]);
  await confirm(opened);
  await expect(payouts.getByRole('listitem')).toContainText([/\$10\.50.*On its way/]);
});

for (const { how, leave } of [
  { how: 'declined', leave: (window: Page) => window.getByRole('button', { name: 'Cancel' }).click() },
  { how: 'closed', leave: (window: Page) => window.close() },
]) {
  test(`where Stripe’s window is ${how} nothing is paid out, and the next try is let in`, async ({
    page,
    person,
    demo,
  }) => {
    await withMoney(demo, person);
    await openAll(page, person, '/sales');
    const payouts = stripes(page, 'payouts');
    const window = await windowOf(page, payOut(page));
    await expect(heading(window, 'Confirm it is you')).toBeVisible();
    await leave(window);
    await expect(payouts.getByRole('alert')).toContainText('nothing was changed');
    await expect(payouts).toContainText('No payouts yet');
    await confirm(await windowOf(page, payOut(page)));
    await expect(payouts.getByRole('listitem')).toContainText([/On its way/]);
  });
}

test('a refund in the page is known to the host’s backend, which keeps its fee', async ({ page, person, demo }) => {
  await sold(demo, person, await sells(person));
  await openAll(page, person, '/business');
  const payments = stripes(page, 'payments');
  await payments.getByRole('button', { name: 'Refund the payment of $12.00' }).click();
  await expect(payments.getByLabel('Amount to refund')).toHaveValue('12.00');
  await payments.getByRole('button', { name: 'Refund', exact: true }).click();
  await expect(payments.getByRole('status')).toContainText('The refund is on its way.');
  await expect(payments.getByRole('listitem')).toContainText([/\$12\.00.*Refunded/]);
  await expect(payments.getByRole('button', { name: /^Refund/ })).toHaveCount(0);

  const backend = async () => {
    await page.goto(person.at('/sales'));
    const row = salesCard(page).getByRole('row', { name: 'Day pass Refunded $12.00' });
    await expect(row).toBeVisible({ timeout: 500 });
  };
  await expect(backend).toPass();
  await expect(salesCard(page).locator('dl')).toHaveText(
    /Sales\s*1\s*Sold\s*\$12.00\s*Refunded\s*\$12.00\s*Our fees\s*\$1.50/,
  );
});

test('a refund in part leaves the rest to be refunded, and more than that is not taken', async ({
  page,
  person,
  demo,
}) => {
  await sold(demo, person, await sells(person), 'city_tour');
  await openAll(page, person, '/business');
  const payments = stripes(page, 'payments');
  const refund = async (amount: string) => {
    await payments.getByRole('button', { name: 'Refund the payment of $45.00' }).click();
    await payments.getByLabel('Amount to refund').fill(amount);
    await payments.getByRole('button', { name: 'Refund', exact: true }).click();
  };
  await refund('5');
  await expect(payments.getByRole('listitem')).toContainText([/\$45\.00.*Partly refunded.*\$5\.00 refunded/]);
  await refund('40.01');
  await expect(payments.getByRole('alert')).toContainText('Enter an amount up to $40.00');
  const backend = async () => {
    await page.goto(person.at('/sales'));
    const row = salesCard(page).getByRole('row', { name: 'City tour for two Refunded in part $45.00' });
    await expect(row).toBeVisible({ timeout: 500 });
  };
  await expect(backend).toPass();
});

test('a payment method that a merchant turns off is no longer offered to buyers', async ({ page, person }) => {
  await sells(person);
  const cashApp = page.getByRole('radio', { name: 'Cash App Pay' });
  await openShop(page, person);
  await buyButton(page).click();
  await expect(cashApp).toHaveCount(1);

  await openAll(page, person, '/sales');
  const off = stripes(page, 'payment-method-settings').getByRole('switch', { name: 'Cash App Pay' });
  await expect(off).toBeChecked();
  await confirm(await windowOf(page, off));
  await expect(off).not.toBeChecked();
  await expect(stripes(page, 'payment-method-settings').getByRole('status')).toContainText('were changed');

  await openShop(page, person);
  await buyButton(page).click();
  await expect(payButton(page)).toBeVisible();
  await expect(cashApp).toHaveCount(0);
});

test('who was let in once on a page is not asked again there', async ({ page, person, demo }) => {
  await withMoney(demo, person);
  await openAll(page, person, '/sales');
  await confirm(await windowOf(page, payOut(page)));
  const payouts = stripes(page, 'payouts');
  await expect(payouts.getByRole('listitem')).toHaveCount(1);
  const klarna = stripes(page, 'payment-method-settings').getByRole('switch', { name: 'Klarna' });
  let windows = 0;
  page.on('popup', () => {
    windows += 1;
  });
  await klarna.click();
  await expect(klarna).toBeChecked();
  expect(windows).toBe(0);
});

test('a banner with nothing to tell takes no room at all', async ({ page, person }) => {
  await sells(person);
  const events = await listen(page);
  await openAll(page, person, '/sales');
  await expect.poll(events.named('inlay-ready')).toHaveLength(4);
  await expect(stripes(page, 'notification-banner').locator('section')).toBeHidden();
  const below = (selector: string) =>
    page.evaluate((what) => {
      const [lead, next] = ['.lead', what].map((each) => document.querySelector(each)?.getBoundingClientRect());
      return Math.round((next?.top ?? 0) - (lead?.bottom ?? 0));
    }, selector);
  const withBanner = await below('connect-account-status');
  await page.goto(person.at('/business'));
  expect(withBanner).toBe(await below('.lead + *'));
});

test('a banner says what Stripe needs, how much that is goes to the page, and it is silent once it is done', async ({
  page,
  person,
}) => {
  await person.becomes('past_due');
  const events = await listen(page);
  await openAll(page, person, '/sales');
  const banner = stripes(page, 'notification-banner');
  await expect(banner).toContainText('Payments and payouts are stopped');
  await expect.poll(events.named('inlay-change')).toContainEqual({
    type: 'inlay-change',
    detail: { notifications: { total: 1, actionRequired: 1 } },
  });

  const window = await windowOf(page, banner.getByRole('button', { name: 'Update information' }));
  await confirm(window);
  await window.getByRole('button', { name: 'Use test data' }).click();
  await window.getByRole('button', { name: 'Continue' }).click();
  await submit(window);
  await expect(banner.locator('section')).toBeHidden();
  await expect.poll(events.details('inlay-change')).toContainEqual({
    notifications: { total: 0, actionRequired: 0 },
  });
  expect((await person.account()).status).toBe('enabled');
  await expect(page.locator('connect-account-status')).toContainText('Payouts are set up');
});

test('onboarding in place makes one account, goes through Stripe’s window, and is confirmed by the Worker', async ({
  page,
  person,
  demo,
}) => {
  const events = await listen(page);
  await openAll(page, person, '/business');
  const begin = stripes(page, 'account-onboarding').getByRole('button', { name: 'Add information' });
  const window = await windowOf(page, begin);
  await confirm(window);
  const closed = window.waitForEvent('close');
  await finishOnboarding(window);
  await closed;
  await expect(stripes(page, 'account-onboarding')).toContainText('Everything is set up');
  const { id, status } = await person.account();
  expect(status).toBe('enabled');
  await expect
    .poll(events.named('inlay-success'))
    .toMatchObject([{ detail: { account: { id, details_submitted: true } } }]);
  expect(await accountsOf(demo, person)).toEqual([id]);
  await page.goto(person.at('/sales'));
  await expect(page.locator('connect-account-status')).toContainText('Payouts are set up');
});

test('onboarding that is left early is a cancellation, and goes on later where it was', async ({
  page,
  person,
  demo,
}) => {
  const events = await listen(page);
  await openAll(page, person, '/business');
  const onboarding = stripes(page, 'account-onboarding');
  const first = await windowOf(page, onboarding.getByRole('button', { name: 'Add information' }));
  await expect(heading(first, 'Confirm it is you')).toBeVisible();
  await first.close();
  await expect.poll(events.named('inlay-cancel')).toHaveLength(1);

  const second = await windowOf(page, onboarding.getByRole('button', { name: 'Add information' }));
  await confirm(second);
  await expect(heading(second, steps[0])).toBeVisible();
  await second.getByRole('button', { name: 'Use test data' }).click();
  await second.getByRole('button', { name: 'Continue' }).click();
  await expect(heading(second, steps[1])).toBeVisible();
  await second.close();
  await expect.poll(events.named('inlay-cancel')).toHaveLength(2);
  await expect.poll(events.named('inlay-success')).toEqual([]);

  const third = await windowOf(page, onboarding.getByRole('button', { name: 'Continue' }));
  await confirm(third);
  await expect(heading(third, steps[1])).toBeVisible();
  expect(await accountsOf(demo, person)).toHaveLength(1);
});

test('what waits for an account follows, once somebody is onboarded on the same page', async ({ page, person }) => {
  await openAll(page, person, '/sales');
  await expect(embedded(page, 'payouts')).toContainText('Set up payouts first');
  await page.evaluate(() => {
    const onboarding = document.createElement('connect-embedded');
    onboarding.setAttribute('component', 'account-onboarding');
    document.querySelector('main')?.prepend(onboarding);
  });
  const window = await windowOf(page, stripes(page, 'account-onboarding').getByRole('button', { name: 'Add' }));
  await confirm(window);
  await finishOnboarding(window);
  await expect(page.locator('connect-account-status')).toContainText('Payouts are set up');
  await expect(stripes(page, 'payouts')).toContainText('No payouts yet');
  await expect(stripes(page, 'payment-method-settings').getByRole('listitem').first()).toBeVisible();
});
