import { backForwardCache, goBackToWhatWasLeft, tellReturns } from './back.ts';
import { sells } from './checkout.ts';
import { confirm, embedded, openAll, sessionsOf, stripes, windowOf } from './embedded.ts';
import { expect, test } from './test.ts';

test.use(backForwardCache);

test.beforeEach(({ page }) => tellReturns(page));

test('components are there, and work, when the browser’s button brings their page back', async ({ page, person }) => {
  await sells(person);
  const sessions = sessionsOf(page);
  await openAll(page, person, '/sales');
  const klarna = stripes(page, 'payment-method-settings').getByRole('switch', { name: 'Klarna' });
  await expect(klarna).not.toBeChecked();
  await page.getByRole('link', { name: 'your shop' }).click();
  await expect(page).toHaveURL(person.at('/shop'));
  await goBackToWhatWasLeft(page);
  await confirm(await windowOf(page, klarna));
  await expect(klarna).toBeChecked();
  expect(sessions).toHaveLength(1);
});

test('components that were on their way when the page was left come after all when it is back', async ({
  page,
  person,
  demo,
}) => {
  await sells(person);
  let held = 0;
  await page.route(`${demo.worker}/**/account_sessions`, () => {
    held += 1;
  });
  await openAll(page, person, '/sales');
  await expect.poll(() => held).toBe(1);
  await expect(embedded(page, 'payouts').locator('[part=skeleton]')).toBeVisible();
  await page.getByRole('link', { name: 'your shop' }).click();
  await expect(page).toHaveURL(person.at('/shop'));
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await goBackToWhatWasLeft(page);
  await expect(stripes(page, 'payouts')).toContainText('No payouts yet');
  await expect(stripes(page, 'payment-method-settings')).toContainText('Klarna');
});
