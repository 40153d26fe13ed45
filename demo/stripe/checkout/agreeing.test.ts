import { expect, test } from 'vitest';
import { buying, CARD, CASHAPP, done } from '../testing/buyer.ts';

test.each([
  ['complete', 'paid'],
  ['fail', 'unpaid'],
])('a card that asks is paid once its bank has heard: %s', async (decision, payment_status) => {
  const { submit, now, id } = await buying();
  const asking = await submit({ ...CARD, number: '4000 0025 0000 3155' });
  expect(asking).toMatchObject({ status: 200, heading: 'Your bank asks' });
  expect(await now()).toMatchObject({ status: 'open', payment_status: 'unpaid' });
  const decided = await submit({ decision });
  expect(await now()).toMatchObject({ payment_status });
  if (decision === 'complete') expect(decided.to).toBe(done(id));
  else {
    expect(decided.alert).toContain('You did not agree');
    expect((await submit(CARD)).to).toBe(done(id));
  }
});

test.each([
  ['approved', 'paid'],
  ['declined', 'unpaid'],
])('Cash App asks on a page of its own, and leads back: %s', async (decision, payment_status) => {
  const { submit, now, id } = await buying();
  const asking = await submit(CASHAPP);
  expect(asking.heading).toBe('Pay with Cash App?');
  expect(asking.html).toContain('<strong>Shirts &amp; Co</strong> asks for <strong>$10.00</strong>');
  const back = await submit({ decision });
  expect(await now()).toMatchObject({ payment_status });
  if (decision === 'approved') expect(back.to).toBe(done(id));
  else {
    expect(back).toMatchObject({ status: 200, alert: expect.stringContaining('You did not agree') });
    expect((await submit(CARD)).to).toBe(done(id));
  }
});

test('whoever leaves Cash App alone can pay with a card instead', async () => {
  const { submit, open, page, now, id, sdk, on } = await buying();
  await submit(CASHAPP);
  const visit = page();
  await open(`/c/pay/${id}`);
  expect((await submit(CARD)).to).toBe(done(id));
  expect(visit.heading).toBe('Pay with Cash App?');
  expect((await now()).payment_status).toBe('paid');
  expect((await sdk.charges.list({}, on)).data).toHaveLength(1);
});
