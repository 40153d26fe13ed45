import { control } from '../site/qa/stand-in.ts';
import { expectWellToBeSeen } from './axe.ts';
import { sells } from './checkout.ts';
import { type Component, componentsOf, embedded, openAll, sold, stripes } from './embedded.ts';
import { breakStripe } from './stripe.ts';
import { expect, test } from './test.ts';

/** What is there once the component is. */
const says: { readonly [component in Component]: string | RegExp } = {
  'notification-banner': '',
  payouts: 'Available soon',
  'payment-method-settings': 'Klarna',
  'account-onboarding': 'Everything is set up',
  'account-management': 'Email',
  balances: 'Available soon',
  payments: '$12.00',
  documents: 'No documents yet',
};

for (const path of ['/sales', '/business'] as const) {
  test(`${path} with its components fits phones and has nothing axe complains of`, async ({ page, person, demo }) => {
    await sold(demo, person, await sells(person));
    await openAll(page, person, path);
    for (const component of componentsOf[path]) await expect(stripes(page, component)).toContainText(says[component]);
    if (path === '/business') await page.getByRole('button', { name: 'Refund the payment of $12.00' }).click();
    await expectWellToBeSeen(page);
    await page.setViewportSize({ width: 390, height: 640 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });
}

test('a page whose components say what to do, or what failed, has nothing axe complains of', async ({
  page,
  person,
  demo,
}) => {
  const account = await sells(person);
  await sold(demo, person, account);
  await control(demo.stripe, 'payouts', { account, do: 'fail' });
  await openAll(page, person, '/sales');
  await expect(stripes(page, 'notification-banner')).toContainText('Your bank refused the last payout.');
  await expectWellToBeSeen(page);
  await page.emulateMedia({ forcedColors: 'none' });
  const { mend } = await breakStripe(demo, 'POST /v1/account_sessions', '500');
  await openAll(page, person, '/sales');
  await expect(embedded(page, 'payouts').locator('[part=error]')).toBeVisible();
  await mend();
  await expectWellToBeSeen(page);
});
