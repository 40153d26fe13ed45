import {
  atStripe,
  buyButton,
  cards,
  element,
  goToCheckout,
  inCheckout,
  openShop,
  ownPrice,
  payButton,
  payByCard,
  payByCashApp,
  payByDebit,
  salesCard,
  sells,
} from './checkout.ts';
import { advance, asked, breakStripe } from './stripe.ts';
import { createPerson, expect, test } from './test.ts';
import { listen } from './widgets.ts';

const SESSIONS = 'POST /v1/checkout/sessions';

test('a buyer pays on the merchant’s page, comes back to “Paid”, and the merchant sees the sale less the fee', async ({
  page,
  person,
  demo,
}) => {
  const account = await sells(person);
  const events = await listen(page);
  await openShop(page, person);
  await goToCheckout(page);
  await expect(page.getByText('$12.00').first()).toBeVisible();
  await payByCard(page);

  await expect(element(page)).toContainText('Paid: $12.00');
  await expect(page).toHaveURL(person.at('/shop'));
  await expect
    .poll(events.named('inlay-success'))
    .toMatchObject([
      { detail: { checkoutSession: { outcome: 'paid', merchant: person.name, amount_total: 1_200, currency: 'usd' } } },
    ]);
  expect(await atStripe(demo, account, 'charges')).toMatchObject([
    { amount: 1_200, paid: true, application_fee_amount: 150 },
  ]);

  await page.goto(person.at('/sales'));
  await expect(salesCard(page).getByRole('row', { name: 'Day pass Paid $12.00' })).toBeVisible();
  await expect(salesCard(page)).toContainText('$1.50');
});

test('nobody has to be signed in: buying asks the host site for no token', async ({ page, person }) => {
  await sells(person);
  const tokens: string[] = [];
  page.on('request', (request) => request.url().includes('/inlay/token') && tokens.push(request.url()));
  await openShop(page, person);
  await goToCheckout(page);
  await payByCard(page);
  await expect(element(page)).toContainText('Paid');
  expect(tokens).toEqual([]);
});

test('a merchant’s own price is sold as Stripe has it', async ({ page, person, demo }) => {
  const account = await sells(person);
  const price = await ownPrice(demo, account, 777);
  await openShop(page, person, '/shop', `&price=${price}`);
  await goToCheckout(page, price);
  await payByCard(page);
  await expect(element(page, price)).toContainText('Paid: $7.77');
  expect(await atStripe(demo, account, 'charges')).toMatchObject([{ amount: 777, application_fee_amount: 108 }]);
});

test('a declined card is told of on Stripe’s page, and another one pays the same session', async ({
  page,
  person,
  demo,
}) => {
  const account = await sells(person);
  await openShop(page, person);
  await goToCheckout(page);
  await payByCard(page, cards.insufficient);
  await expect(page.getByRole('alert')).toContainText('insufficient funds');
  await payByCard(page);
  await expect(element(page)).toContainText('Paid: $12.00');
  expect(await atStripe(demo, account, 'checkout/sessions')).toHaveLength(1);
});

test('a bank that asks is answered, and then it is paid', async ({ page, person }) => {
  await sells(person);
  await openShop(page, person);
  await goToCheckout(page);
  await payByCard(page, cards.asks);
  await page.getByRole('button', { name: 'Complete' }).click();
  await expect(element(page)).toContainText('Paid: $12.00');
});

test('Cash App pays within Checkout', async ({ page, person }) => {
  await sells(person);
  await openShop(page, person);
  await goToCheckout(page);
  await payByCashApp(page);
  await page.getByRole('button', { name: 'Authorize' }).click();
  await expect(element(page)).toContainText('Paid: $12.00');
});

test('who goes back without paying is told that it was not completed, and can begin again', async ({
  page,
  person,
  demo,
}) => {
  await sells(person);
  const events = await listen(page);
  await openShop(page, person);
  await goToCheckout(page);
  await page.getByRole('link', { name: 'Back' }).click();
  await expect(element(page)).toContainText('Not completed. You can try again.');
  await expect(page).toHaveURL(person.at('/shop'));
  await expect.poll(events.named('inlay-cancel')).toHaveLength(1);
  await expect.poll(events.named('inlay-success')).toEqual([]);

  await element(page).getByRole('button').click();
  await expect(payButton(page)).toBeVisible();
  await payByCard(page);
  await expect(element(page)).toContainText('Paid');
  expect(await asked(demo, person, SESSIONS)).toHaveLength(2);
});

test('a session that has run out cannot be paid, and leads back to the shop', async ({ page, person, demo }) => {
  await sells(person);
  await openShop(page, person);
  await goToCheckout(page);
  await advance(demo, 24 * 3_600 + 1);
  await payByCard(page);
  await expect(page.getByRole('heading', { name: 'This page has expired' })).toBeVisible();
  await page.getByRole('link', { name: /^Back to/ }).click();
  await expect(element(page)).toContainText('Not completed. You can try again.');
});

test('a bank debit is on its way for days, and is paid in the end', async ({ page, person, demo }) => {
  const account = await sells(person);
  const events = await listen(page);
  await openShop(page, person);
  await goToCheckout(page);
  await payByDebit(page);
  await expect(element(page)).toContainText('Payment on its way');
  await expect.poll(events.named('inlay-success')).toEqual([]);
  await expect
    .poll(events.named('inlay-change'))
    .toMatchObject([{ detail: { checkoutSession: { outcome: 'processing' } } }]);

  await inCheckout(demo, account, 'settle');
  await expect(element(page)).toContainText('Paid: $12.00');
  await expect
    .poll(events.named('inlay-success'))
    .toMatchObject([{ detail: { checkoutSession: { outcome: 'paid' } } }]);
});

test('a bank debit that fails days later is told of, and can be tried again', async ({ page, person, demo }) => {
  const account = await sells(person);
  const events = await listen(page);
  await openShop(page, person);
  await goToCheckout(page);
  await payByDebit(page, '000111111116');
  await expect(element(page)).toContainText('Payment on its way');
  await inCheckout(demo, account, 'settle');
  await expect(buyButton(page, 'day_pass', 'Try again')).toBeEnabled();
  await expect.poll(events.named('inlay-success')).toEqual([]);
  await page.goto(person.at('/sales'));
  await expect(salesCard(page).getByRole('row', { name: 'Day pass Failed $12.00' })).toBeVisible();
});

test('a double click begins one session', async ({ page, person, demo }) => {
  await sells(person);
  await openShop(page, person);
  await buyButton(page).dblclick();
  await expect(payButton(page)).toBeVisible();
  expect(await asked(demo, person, SESSIONS)).toHaveLength(1);
});

test('of two buttons the one that was pressed says what came of it', async ({ page, person }) => {
  await sells(person);
  await openShop(page, person);
  await goToCheckout(page, 'city_tour');
  await page.getByRole('link', { name: 'Back' }).click();
  await expect(element(page, 'city_tour')).toContainText('Not completed.');
  await expect(element(page)).not.toContainText('Not completed.');

  await goToCheckout(page);
  await payByCard(page);
  await expect(element(page)).toContainText('Paid: $12.00');
  await expect(buyButton(page, 'city_tour')).toBeEnabled();
});

test('two tabs of the same buyer sell twice and mix nothing up', async ({ page, context, person, demo }) => {
  const account = await sells(person);
  const other = await context.newPage();
  for (const tab of [page, other]) await openShop(tab, person);
  await goToCheckout(page);
  await goToCheckout(other, 'city_tour');
  await payByCard(page);
  await payByCard(other);
  await expect(element(page)).toContainText('Paid: $12.00');
  await expect(element(other, 'city_tour')).toContainText('Paid: $90.00');
  expect(await atStripe(demo, account, 'charges')).toHaveLength(2);
});

for (const scenario of ['new', 'incomplete', 'rejected']) {
  test(`a merchant whose account is ${scenario} sells nothing yet, which is no error`, async ({
    page,
    person,
    demo,
  }) => {
    await person.becomes(scenario);
    const events = await listen(page);
    await openShop(page, person);
    await expect(element(page)).toContainText('Not available yet');
    await expect(element(page).getByRole('button')).toHaveCount(0);
    await expect.poll(events.named('inlay-error')).toEqual([]);
    expect(await asked(demo, person, SESSIONS)).toEqual([]);
  });
}

test('somebody who was never onboarded, another site’s account, or markup sells nothing', async ({ page, person }) => {
  const account = await sells(person);
  const nobodies = [account, 'nobody', '../x', 'a/b?c=d#e', '"><img src=x onerror=alert(1)>', `${person.name} `];
  for (const merchant of nobodies) {
    await openShop(page, person, '/shop', `&merchant=${encodeURIComponent(merchant)}`);
    await expect(element(page)).toContainText('Not available yet');
    await expect(element(page)).toHaveAttribute('merchant', merchant);
  }
});

test('a price of another merchant, of the platform or of nobody sells nothing', async ({ page, person, demo }) => {
  await sells(person);
  const other = createPerson(demo, `${person.name}other`);
  const theirs = await ownPrice(demo, await sells(other), 100);
  for (const price of [theirs, 'price_nobody', 'no_such_pass']) {
    await openShop(page, person, '/shop', `&price=${price}`);
    await buyButton(page, price).click();
    await expect(element(page, price).locator('[part=error]')).toBeVisible();
  }
  expect(await asked(demo, person, SESSIONS)).toEqual([]);
});

for (const quantity of ['0', '-1', '1e9', '1.5', '1000000000', 'two']) {
  test(`a quantity of ${quantity} sells nothing`, async ({ page, person, demo }) => {
    await sells(person);
    const events = await listen(page);
    await openShop(page, person, '/shop', `&quantity=${quantity}`);
    await element(page).evaluate(async (button) => {
      await customElements.whenDefined(button.localName);
      const start: unknown = Reflect.get(button, 'start');
      if (typeof start === 'function') await start.call(button);
    });
    await expect(element(page).locator('[part=error]')).toBeVisible();
    await expect.poll(events.named('inlay-error')).not.toEqual([]);
    expect(await asked(demo, person, SESSIONS)).toEqual([]);
  });
}

test('an address that somebody made up proves nothing', async ({ page, person, demo }) => {
  const account = await sells(person);
  const events = await listen(page);
  await openShop(page, person, '/shop', '&inlay=checkout-return&checkout_session=cs_test_madeup');
  await expect(buyButton(page)).toBeEnabled();
  await expect(page).toHaveURL(person.at('/shop'));

  // One that is real, and not paid.
  await goToCheckout(page);
  const [session] = await atStripe(demo, account, 'checkout/sessions');
  await openShop(page, person, '/shop', `&inlay=checkout-return&checkout_session=${session?.id}`);
  await expect(element(page)).toContainText('Not completed.');
  await expect.poll(events.named('inlay-success')).toEqual([]);
});

test('while Stripe is down the buyer is told so, and a second try with the same attempt sells once', async ({
  page,
  person,
  demo,
}) => {
  const account = await sells(person);
  await openShop(page, person);
  const { mend } = await breakStripe(demo, SESSIONS, 'reset');
  await buyButton(page).click();
  await expect(element(page).locator('[part=error]')).toBeVisible();
  await mend();
  await element(page).getByRole('button').click();
  await expect(payButton(page)).toBeVisible();
  const keys = new Set((await asked(demo, person, SESSIONS)).map(({ headers }) => headers['idempotency-key']));
  expect(keys.size).toBe(1);
  expect(await atStripe(demo, account, 'checkout/sessions')).toHaveLength(1);
});
