import { backForwardCache, goBackToWhatWasLeft, tellReturns } from './back.ts';
import {
  atStripe,
  buyButton,
  element,
  goToCheckout,
  inCheckout,
  openShop,
  payButton,
  payByCard,
  sells,
} from './checkout.ts';
import { asked } from './stripe.ts';
import { expect, test } from './test.ts';
import { listen } from './widgets.ts';

test.use(backForwardCache);

test.beforeEach(({ page }) => tellReturns(page));

test('who comes back by the browser’s button finds the button ready, and can pay after all', async ({
  page,
  person,
  demo,
}) => {
  await sells(person);
  const events = await listen(page);
  await openShop(page, person);
  await goToCheckout(page);
  await goBackToWhatWasLeft(page);
  await expect(element(page)).toContainText('Not completed. You can try again.');
  await element(page).getByRole('button').click();
  await payByCard(page);
  await expect(element(page)).toContainText('Paid: $12.00');
  await expect.poll(events.named('inlay-success')).toHaveLength(1);
  expect(await asked(demo, person, 'POST /v1/checkout/sessions')).toHaveLength(2);
});

test('who paid and comes back by hand finds it paid, and sells nothing twice', async ({ page, person, demo }) => {
  const account = await sells(person);
  await openShop(page, person);
  await goToCheckout(page);
  await inCheckout(demo, account, 'pay');
  await goBackToWhatWasLeft(page);
  await expect(element(page)).toContainText('Paid: $12.00');
  await expect(buyButton(page)).toHaveCount(0);
});

test('who waited too long and comes back by hand is told so', async ({ page, person, demo }) => {
  const account = await sells(person);
  await openShop(page, person);
  await goToCheckout(page);
  await inCheckout(demo, account, 'expire');
  await page.goBack({ waitUntil: 'commit' });
  await expect(element(page)).toContainText('The time to pay ran out. You can try again.');
});

test('after paying the browser’s button leads back to Stripe’s page, where paying again sells nothing twice', async ({
  page,
  person,
  demo,
}) => {
  const account = await sells(person);
  await openShop(page, person);
  await goToCheckout(page);
  await payByCard(page);
  await expect(element(page)).toContainText('Paid: $12.00');
  await page.goBack({ waitUntil: 'commit' });
  await payButton(page).click();
  await expect(element(page)).toContainText('Paid: $12.00');
  expect(await atStripe(demo, account, 'charges')).toHaveLength(1);
});
