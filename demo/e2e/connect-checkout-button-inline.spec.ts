import {
  atStripe,
  buyButton,
  cards,
  element,
  framed,
  inCheckout,
  openShop,
  payButton,
  payByCard,
  payByCashApp,
  payByDebit,
  sells,
} from './checkout.ts';
import { asked } from './stripe.ts';
import { expect, test } from './test.ts';
import { listen } from './widgets.ts';

const SHOP = '/shop-in-place';
const frames = 'iframe[name="embedded-checkout"]';

test('a buyer pays in the page, which stays where it is, and nothing of Checkout is left', async ({
  page,
  person,
  demo,
}) => {
  const account = await sells(person);
  const events = await listen(page);
  await openShop(page, person, SHOP);
  await buyButton(page).click();
  await payByCard(framed(page));
  await expect(element(page)).toContainText('Paid: $12.00');
  await expect(page).toHaveURL(person.at(SHOP));
  await expect(page.locator(frames)).toHaveCount(0);
  expect(await element(page).evaluate(({ children }) => children.length)).toBe(0);
  await expect
    .poll(events.named('inlay-success'))
    .toMatchObject([{ detail: { checkoutSession: { outcome: 'paid' } } }]);
  expect(await atStripe(demo, account, 'charges')).toMatchObject([{ amount: 1_200, application_fee_amount: 150 }]);
});

test('a declined card is told of in the page, and another one pays', async ({ page, person }) => {
  await sells(person);
  await openShop(page, person, SHOP);
  await buyButton(page).click();
  await payByCard(framed(page), cards.insufficient);
  await expect(framed(page).getByRole('alert')).toContainText('insufficient funds');
  await payByCard(framed(page));
  await expect(element(page)).toContainText('Paid: $12.00');
});

test('Checkout is closed without paying, and opened again', async ({ page, person, demo }) => {
  await sells(person);
  const events = await listen(page);
  await openShop(page, person, SHOP);
  await buyButton(page).click();
  await expect(payButton(framed(page))).toBeVisible();
  await element(page).getByRole('button', { name: 'Close' }).click();
  await expect(element(page)).toContainText('Not completed. You can try again.');
  await expect(page.locator(frames)).toHaveCount(0);
  await expect.poll(events.named('inlay-cancel')).toHaveLength(1);

  await element(page).getByRole('button').click();
  await payByCard(framed(page));
  await expect(element(page)).toContainText('Paid');
  expect(await asked(demo, person, 'POST /v1/checkout/sessions')).toHaveLength(2);
});

test('a bank debit begun in the page is on its way, and paid in the end', async ({ page, person, demo }) => {
  const account = await sells(person);
  await openShop(page, person, SHOP);
  await buyButton(page).click();
  await payByDebit(framed(page));
  await expect(element(page)).toContainText('Payment on its way');
  await inCheckout(demo, account, 'settle');
  await expect(element(page)).toContainText('Paid: $12.00');
});

test('Cash App takes the whole window, and the buyer comes back to “Paid”', async ({ page, person }) => {
  await sells(person);
  const events = await listen(page);
  await openShop(page, person, SHOP);
  await buyButton(page).click();
  await payByCashApp(framed(page));
  await page.getByRole('button', { name: 'Authorize' }).click();
  await expect(element(page)).toContainText('Paid: $12.00');
  await expect(page).toHaveURL(person.at(SHOP));
  await expect.poll(events.named('inlay-success')).toHaveLength(1);
});

test('one Checkout at a time: a second button takes the place of the first, which can be pressed again', async ({
  page,
  person,
}) => {
  await sells(person);
  await openShop(page, person, SHOP);
  await buyButton(page).click();
  await expect(payButton(framed(page))).toBeVisible();
  await buyButton(page, 'city_tour').click();
  await expect(framed(page).getByText('$90.00').first()).toBeVisible();
  await expect(page.locator(frames)).toHaveCount(1);
  await expect(element(page).locator(frames)).toHaveCount(0);
  await payByCard(framed(page));
  await expect(element(page, 'city_tour')).toContainText('Paid: $90.00');
  await element(page).getByRole('button').click();
  await payByCard(framed(page));
  await expect(element(page)).toContainText('Paid: $12.00');
});

test('an element that is taken off the page takes Checkout with it', async ({ page, person }) => {
  await sells(person);
  await openShop(page, person, SHOP);
  await buyButton(page).click();
  await expect(payButton(framed(page))).toBeVisible();
  await element(page).evaluate((button) => button.remove());
  await expect(page.locator(frames)).toHaveCount(0);
  // The page's one place for Checkout is free again.
  await buyButton(page, 'city_tour').click();
  await payByCard(framed(page));
  await expect(element(page, 'city_tour')).toContainText('Paid: $90.00');
});

test('Checkout in the page works where Trusted Types are enforced', async ({ page, context, person, demo }) => {
  // A page that a test serves has no address on this machine, from which Chromium lets no page reach others of it.
  await context.grantPermissions(['local-network-access']);
  await page.route(`${demo.site}${SHOP}*`, async (route) => {
    const response = await route.fetch();
    const policy = `${response.headers()['content-security-policy']}; require-trusted-types-for 'script'`;
    await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': policy } });
  });
  await sells(person);
  await openShop(page, person, SHOP);
  await buyButton(page).click();
  await payByCard(framed(page));
  await expect(element(page)).toContainText('Paid: $12.00');
});
