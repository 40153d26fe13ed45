import { backForwardCache, goBackToWhatWasLeft, tellReturns } from './back.ts';
import { heading, steps } from './stripe.ts';
import { expect, test } from './test.ts';
import { button } from './widgets.ts';

test.use(backForwardCache);

test('the back button brings the page from the back-forward cache, and its button works again', async ({
  page,
  person,
}) => {
  await tellReturns(page);
  await page.goto(person.at('/onboard'));
  await button(page, 'Set up payouts').click();
  await expect(heading(page, steps[0])).toBeVisible();
  await goBackToWhatWasLeft(page);
  // Back without a reload: the driver has an account by now, and the widget asked.
  await expect(button(page, 'Continue set-up')).toBeEnabled();
  await button(page, 'Continue set-up').click();
  await expect(heading(page, steps[0])).toBeVisible();
});
