import { expect, test } from 'vitest';
import { BANK, buying, CARD, done, JENNY } from '../testing/buyer.ts';
import { SHIRTS } from '../testing/checkout.ts';
import { DAY } from '../testing/merchant.ts';

test('the page says whom to pay, what for, how much and how', async () => {
  const mug = { quantity: 1, price_data: { currency: 'usd', unit_amount: 1999, product_data: { name: 'Mug <b>' } } };
  const { first } = await buying({ line_items: [SHIRTS, mug] });
  expect(first.status).toBe(200);
  for (const shown of [
    '<p class="brand">Shirts &amp; Co</p>',
    '$29.99',
    'T shirt<small>2 × $5.00</small>',
    'Mug &lt;b&gt;<small>1 × $19.99</small>',
    '<a href="https://shop.example/cart?from={CHECKOUT_SESSION_ID}">Back</a>',
    '<span id="card">Card</span>',
    '<span id="cashapp">Cash App Pay</span>',
    '<span id="us_bank_account">US bank account</span>',
    '>Use test card</button>',
    '>Pay</button>',
  ])
    expect(first.html).toContain(shown);
  expect(first.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
});

test('a buyer who pays goes on to the shop, which has heard of it by then', async () => {
  const { submit, now, id, heard, open } = await buying({ customer_email: 'ada@example.test' });
  const { email: _, ...typed } = CARD;
  const paid = await submit(typed);
  expect(paid).toMatchObject({ status: 303, to: done(id) });
  expect(await heard()).toContain('checkout.session.completed');
  expect(await now()).toMatchObject({
    customer_details: { email: 'ada@example.test', name: 'Jenny Rosen' },
    payment_status: 'paid',
    status: 'complete',
  });
  expect(await open(`/c/pay/${id}`)).toMatchObject({ status: 410, heading: 'You have already paid' });
});

test('a second click is answered like the first, and nothing is paid twice', async () => {
  const { submit, page, id, raw, sdk, on } = await buying();
  const form = /action="([^"]+)"/.exec(page().html)?.[1] ?? '';
  const click = () => raw(form, { method: 'POST', body: new URLSearchParams(CARD) });
  const both = await Promise.all([click(), click()]);
  expect(both.map(({ headers }) => headers.get('location'))).toEqual([done(id), done(id)]);
  expect((await sdk.charges.list({}, on)).data).toHaveLength(1);
  expect((await submit(CARD)).to).toBe(done(id));
});

test.each([
  ['4000 0000 0000 0002', 'Your card was declined.'],
  ['4000 0000 0000 9995', 'Your card has insufficient funds.'],
])('a card that is declined, %s, is said so on the page, and another one pays', async (number, alert) => {
  const { submit, now, id, first } = await buying();
  expect(first.alert).toBeNull();
  const declined = await submit({ ...CARD, number });
  expect(declined).toMatchObject({ status: 200, alert });
  expect(declined.html).toContain('<title>Error: ');
  expect(declined.html).toContain('value="jenny@example.test"');
  expect(await now()).toMatchObject({ status: 'open', payment_status: 'unpaid' });
  expect((await submit({ number: '4242424242424242' })).to).toBe(done(id));
});

test.each([
  [{ ...CARD, email: 'jenny' }, 'email', 'Enter your email address'],
  [{ ...CARD, name: ' ' }, 'name', 'Enter your name.'],
  [{ ...CARD, number: '1' }, 'number', 'Enter the number of your card'],
  [{ ...CARD, number: '4111 1111 1111 1112' }, 'number', 'Your card number is incorrect.'],
  [{ ...CARD, expiry: '13/34' }, 'expiry', 'Enter month and year'],
  [{ ...CARD, expiry: '09/26' }, 'expiry', 'This card has expired.'],
  [{ ...CARD, cvc: 'x' }, 'cvc', 'Enter the 3 or 4 digits'],
  [{ ...CARD, number: '4000 0000 0000 0127' }, 'cvc', 'security code is incorrect.'],
  [{ ...BANK, routing_number: '110000001' }, 'routing_number', 'You must use a test routing number'],
  [{ ...BANK, account_number: '12345' }, 'account_number', 'You must use a test bank account number'],
])('what was typed wrong is said beside its field: %o', async (typed, field, sentence) => {
  const { submit, now, sdk, on } = await buying();
  const { html } = await submit(typed);
  const problem = new RegExp(`<p class="error" id="${field}-error">([^<]*)</p>`).exec(html)?.[1] ?? '';
  expect(problem.replaceAll('&#39;', "'")).toContain(sentence);
  expect(html).toMatch(new RegExp(`id="${field}"[^>]*aria-invalid="true"[^>]*autofocus`));
  expect((await now()).status).toBe('open');
  expect((await sdk.charges.list({}, on)).data.filter(({ paid }) => paid)).toEqual([]);
});

test('a bank account is debited: the shop comes first, the money later', async () => {
  const { submit, now, id, advance } = await buying();
  expect((await submit(BANK)).to).toBe(done(id));
  expect(await now()).toMatchObject({ status: 'complete', payment_status: 'unpaid' });
  await advance(4 * DAY);
  expect(await now()).toMatchObject({ payment_status: 'paid' });
});

test('whoever comes too late is told so, and cannot pay any more', async () => {
  const { submit, open, advance, now, id } = await buying();
  await advance(DAY);
  for (const page of [await submit(CARD), await open(`/c/pay/${id}`)]) {
    expect(page).toMatchObject({ status: 410, heading: 'This page has expired' });
    expect(page.html).toContain('href="https://shop.example/cart?from={CHECKOUT_SESSION_ID}"');
  }
  expect(await now()).toMatchObject({ status: 'expired', payment_intent: null });
});

test('what costs nothing needs a name and an address, and no card', async () => {
  const free = { quantity: 1, price_data: { currency: 'usd', unit_amount: 0, product_data: { name: 'Sample' } } };
  const { submit, first, now, id } = await buying({ line_items: [free], payment_intent_data: {} });
  expect(first.html).not.toContain('Payment method');
  expect((await submit(JENNY)).to).toBe(done(id));
  expect((await now()).payment_status).toBe('no_payment_required');
});

test('a sale can be disputed, and is found by its payment', async () => {
  const { submit, now, sdk, on, heard } = await buying();
  await submit({ ...CARD, number: '4000 0000 0000 0259' });
  const payment_intent = String((await now()).payment_intent);
  expect((await sdk.disputes.list({ payment_intent }, on)).data).toMatchObject([{ amount: 1000, payment_intent }]);
  expect((await sdk.disputes.list({})).data).toEqual([]);
  expect(await heard()).toContain('charge.dispute.created');
});

test.each(['/c/pay/cs_test_nope', '/c/embed/cs_test_nope_secret_x'])('there is no page at %s', async (path) => {
  const { open } = await buying();
  expect(await open(path)).toMatchObject({ status: 404, heading: 'This page does not exist' });
});
