import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Sale } from '../contract.ts';
import { callsOf, deliverAll, type Merchant, merchant, type StripeEvent, withPrices } from '../testing/merchant.ts';
import { atStripe, deliver } from '../testing/saver.ts';
import { createWorld, PAGE, type World } from '../testing/world.ts';

let world: World;
let ada: Merchant;
beforeEach(async () => {
  world = await createWorld(withPrices);
  ada = await merchant(world);
});

const stateOf = (id: string) => env.DB.prepare('SELECT state FROM events WHERE id = ?').bind(id).first<string>('state');
const of = (events: readonly StripeEvent[], type: string) => events.filter((event) => event.type === type);
/** Delivers what the account was told of this type, and says what became of it. */
async function news(type: string, from = ada): Promise<(string | null)[]> {
  const events = of(await from.told(), type);
  await deliverAll(world, events);
  return Promise.all(events.map(({ id }) => stateOf(id)));
}
const recent = async (of = ada): Promise<Sale | undefined> => (await of.seen()).sales.recent[0];
const intentOf = async (session: string) =>
  (await ada.atStripe<{ payment_intent: string }>(`checkout/sessions/${session}`)).payment_intent;
/** The buyer pays with one of Stripe's test cards. */
const payWith = (session: string, card: string) =>
  ada.atStripe(`payment_pages/${session}/confirm`, { payment_method: `pm_card_${card}` });
const refund = async (session: string, params: Record<string, string> = {}) =>
  ada.atStripe('refunds', { payment_intent: await intentOf(session), ...params });

describe('an event of a session', () => {
  it('that was paid says so where the buyer has not come back', async () => {
    const { id } = await ada.begin();
    await ada.buyer(id, 'pay');
    expect(await news('checkout.session.completed')).toEqual(['done']);
    expect(await recent()).toMatchObject({ id, outcome: 'paid', payment_intent: await intentOf(id) });
  });

  it('that is complete may still be unpaid, until the money comes', async () => {
    const { id } = await ada.begin();
    await ada.buyer(id, 'debit');
    await news('checkout.session.completed');
    expect(await recent()).toMatchObject({ outcome: 'processing', payment_status: 'unpaid' });
    await ada.buyer(id, 'settle');
    expect(await news('checkout.session.async_payment_succeeded')).toEqual(['done']);
    expect(await recent()).toMatchObject({ outcome: 'paid', payment_status: 'paid' });
  });

  it('whose money never came says so', async () => {
    const { id } = await ada.begin();
    await ada.buyer(id, 'debit_fails');
    await ada.buyer(id, 'settle');
    expect(await news('checkout.session.async_payment_failed')).toEqual(['done']);
    expect(await recent()).toMatchObject({ outcome: 'failed', payment_status: 'unpaid' });
  });

  it('that expired says so', async () => {
    const { id } = await ada.begin();
    await ada.buyer(id, 'expire');
    expect(await news('checkout.session.expired')).toEqual(['done']);
    const before = callsOf(world, `GET /v1/checkout/sessions/${id}`).length;
    expect(await ada.sale(id)).toMatchObject({ outcome: 'expired' });
    expect(callsOf(world, `GET /v1/checkout/sessions/${id}`)).toHaveLength(before);
  });

  it('is believed in nothing but which session it is about', async () => {
    const { id } = await ada.begin();
    const object = { id, object: 'checkout.session', status: 'complete', payment_status: 'paid', amount_total: 1 };
    const event = { id: 'evt_lie', object: 'event', type: 'checkout.session.completed', livemode: false, created: 1 };
    await deliver(world, { ...event, account: ada.account, data: { object } });
    expect(await stateOf('evt_lie')).toBe('done');
    expect(await ada.sale(id)).toMatchObject({ outcome: 'open', amount_total: 1_200 });
  });
});

describe('an event of the money', () => {
  it('finds its sale by the payment, also before a session was heard of', async () => {
    const { id } = await ada.begin();
    await ada.buyer(id, 'pay');
    await refund(id, { amount: '500' });
    expect(await news('charge.refunded')).toEqual(['done']);
    expect(await recent()).toMatchObject({ id, outcome: 'paid', amount_refunded: 500 });
    const lists = () => callsOf(world, 'GET /v1/checkout/sessions').length;
    const before = lists();
    await refund(id);
    await news('charge.refunded');
    expect(await recent()).toMatchObject({ amount_refunded: 1_200 });
    expect(lists()).toBe(before);
  });

  it('tells of a dispute from its beginning to its end', async () => {
    const { id } = await ada.begin();
    await payWith(id, 'createDispute');
    expect(await news('charge.dispute.created')).toEqual(['done']);
    expect(await news('charge.dispute.funds_withdrawn')).toEqual(['done']);
    expect(await recent()).toMatchObject({
      outcome: 'paid',
      dispute: { id: expect.stringMatching(/^du_/), status: 'needs_response', amount: 1_200, reason: 'fraudulent' },
    });
    expect((await ada.seen()).sales.totals).toMatchObject([{ amount_total: 1_200, amount_disputed: 1_200 }]);
    const dispute = (await recent())?.dispute?.id ?? '';
    await ada.atStripe(`disputes/${dispute}`, { 'evidence[uncategorized_text]': 'winning_evidence', submit: 'true' });
    expect(await news('charge.dispute.updated')).toEqual(['done']);
    expect((await recent())?.dispute?.status).toBe('under_review');
    world.advance(10);
    expect(await news('charge.dispute.closed')).toEqual(['done']);
    expect(await news('charge.dispute.funds_reinstated')).toEqual(['done']);
    expect((await recent())?.dispute?.status).toBe('won');
    expect((await ada.seen()).sales.totals).toMatchObject([{ amount_disputed: 0 }]);
  });

  it('counts what a lost dispute took', async () => {
    const { id } = await ada.begin();
    await payWith(id, 'createDispute');
    await news('charge.dispute.created');
    await ada.atStripe(`disputes/${(await recent())?.dispute?.id}/close`, {});
    await news('charge.dispute.closed');
    expect((await ada.seen()).sales).toMatchObject({
      totals: [{ amount_disputed: 1_200 }],
      recent: [{ dispute: { status: 'lost' } }],
    });
  });

  it('counts a fee that the site gave back without a refund, which only the platform is told', async () => {
    const { id } = await ada.begin();
    await ada.buyer(id, 'pay');
    const { data: fees } = await atStripe<{ data: { id: string; amount: number }[] }>(world, 'application_fees');
    expect(fees).toMatchObject([{ amount: 150 }]);
    await atStripe(world, `application_fees/${fees[0]?.id}/refunds`, { amount: '60' });
    const told = await atStripe<{ data: StripeEvent[] }>(world, 'events?type=application_fee.refunded');
    await deliverAll(world, told.data);
    expect(await stateOf(told.data[0]?.id ?? '')).toBe('done');
    expect(await recent()).toMatchObject({ application_fee_refunded: 60, amount_refunded: 0 });
    // And is not forgotten by a reading that has no reason to look at fees.
    await news('checkout.session.completed');
    expect(await recent()).toMatchObject({ application_fee_refunded: 60 });
  });
});

it('keeps what a reading has found out that another one, begun later and stored before, had no reason to look for', async () => {
  const { id } = await ada.begin();
  await ada.buyer(id, 'pay');
  const { data: fees } = await atStripe<{ data: { id: string }[] }>(world, 'application_fees');
  await atStripe(world, `application_fees/${fees[0]?.id}/refunds`, { amount: '60' });
  const told = await atStripe<{ data: StripeEvent[] }>(world, 'events?type=application_fee.refunded');
  const standIn = globalThis.fetch;
  const { promise: held, resolve: release } = Promise.withResolvers<void>();
  let holding = true;
  globalThis.fetch = async (input: RequestInfo | URL, init?: RequestInit) => {
    const answer = standIn(input, init);
    if (holding && String(input instanceof Request ? input.url : input).includes(`sessions/${id}`)) {
      holding = false;
      await held;
    }
    return answer;
  };
  const slow = deliverAll(world, told.data);
  await expect.poll(() => holding).toBe(false);
  await news('checkout.session.completed');
  expect(await recent()).toMatchObject({ outcome: 'paid', application_fee_refunded: 0 });
  release();
  await slow;
  expect(await recent()).toMatchObject({ outcome: 'paid', application_fee_refunded: 60 });
});

describe('is set aside', () => {
  it('a session or a charge that the merchant made elsewhere', async () => {
    const own = await ada.atStripe<{ id: string }>('checkout/sessions', {
      mode: 'payment',
      success_url: PAGE,
      'line_items[0][quantity]': '1',
      'line_items[0][price_data][currency]': 'usd',
      'line_items[0][price_data][unit_amount]': '500',
      'line_items[0][price_data][product_data][name]': 'Elsewhere',
    });
    await ada.buyer(own.id, 'pay');
    await refund(own.id);
    expect(await news('checkout.session.completed')).toEqual(['aside']);
    expect(await news('charge.refunded')).toEqual(['aside']);
    await ada.atStripe('charges', { amount: '700', currency: 'usd', source: 'tok_createDispute' });
    expect(await news('charge.dispute.created')).toEqual(['aside']);
    expect((await ada.seen()).sales).toEqual({ totals: [], recent: [] });
  });

  it('what is said of one merchant’s session under the account of another', async () => {
    const grace = await merchant(world, 'grace');
    const { id } = await ada.begin();
    await ada.buyer(id, 'pay');
    const [completed] = of(await ada.told(), 'checkout.session.completed');
    await deliver(world, { ...completed, account: grace.account });
    expect(await stateOf(completed?.id ?? '')).toBe('aside');
    expect(await recent()).toBeUndefined();
  });

  it('52: what is about an account that nobody here knows', async () => {
    const { id } = await ada.begin();
    await ada.buyer(id, 'pay');
    const calls = world.stripeCalls();
    const events = of(await ada.told(), 'checkout.session.completed');
    await deliver(world, { ...events[0], account: 'acct_of_somebody_else' });
    await deliver(world, { ...events[0], id: 'evt_platform', account: null });
    expect(await Promise.all([events[0]?.id ?? '', 'evt_platform'].map(stateOf))).toEqual(['aside', 'aside']);
    expect(world.stripeCalls().filter((call) => !call.includes('/events'))).toEqual(
      calls.filter((call) => !call.includes('/events')),
    );
  });

  it('a payment of a connected account, as before', async () => {
    const { id } = await ada.begin();
    await ada.buyer(id, 'pay');
    expect(await news('payment_intent.succeeded')).toEqual(['aside']);
  });

  it('whatever is about a merchant who has left', async () => {
    const { id } = await ada.begin();
    await ada.buyer(id, 'pay');
    const events = of(await ada.told(), 'checkout.session.completed');
    await world.control('account', { account: ada.account, scenario: 'deauthorized' });
    await deliverAll(world, events);
    await deliver(world, {
      ...events[0],
      id: 'evt_refund',
      type: 'charge.refunded',
      data: { object: { id: 'ch_1', payment_intent: 'pi_1' } },
    });
    expect(await stateOf('evt_refund')).toBe('aside');
    expect(await recent()).toBeUndefined();
  });
});

it('53: an event of the other mode is ignored', async () => {
  const { id } = await ada.begin();
  await ada.buyer(id, 'pay');
  const [completed] = of(await ada.told(), 'checkout.session.completed');
  await deliver(world, { ...completed, livemode: true });
  expect(await stateOf(completed?.id ?? '')).toBe('ignored');
});

it('55: is worked on again, by the sweep, where Stripe could not be read', async () => {
  const { id } = await ada.begin();
  await ada.buyer(id, 'pay');
  await world.control('faults', { match: `GET /v1/checkout/sessions/${id}`, do: '500', times: 1 });
  expect(await news('checkout.session.completed')).toEqual(['pending']);
  world.advance(31);
  await world.scheduled();
  expect(await recent()).toMatchObject({ id, outcome: 'paid' });
});

it('50: fifty deliveries of one event have one effect', async () => {
  const { id } = await ada.begin();
  await ada.buyer(id, 'pay');
  const [completed] = of(await ada.told(), 'checkout.session.completed');
  const before = callsOf(world, `GET /v1/checkout/sessions/${id}`).length;
  await Promise.all(Array.from({ length: 50 }, () => deliver(world, completed ?? {})));
  expect(callsOf(world, `GET /v1/checkout/sessions/${id}`)).toHaveLength(before + 1);
});

describe('a payout', () => {
  const send = async (how: 'pay' | 'fail') => {
    const { id } = await ada.begin();
    await ada.buyer(id, 'pay');
    return world.control('payouts', { account: ada.account, do: how });
  };

  it('is seen by the site’s backend as Stripe has it', async () => {
    await send('pay');
    expect(await news('payout.paid')).toEqual(['done']);
    expect((await ada.seen()).payouts).toEqual([
      {
        object: 'payout',
        id: expect.stringMatching(/^po_/),
        amount: expect.any(Number),
        currency: 'usd',
        status: 'paid',
        arrival_date: expect.any(Number),
        created: expect.any(Number),
        failure_code: null,
      },
    ]);
  });

  it('that failed says why, whatever order its events come in', async () => {
    await send('fail');
    const events = (await ada.told()).filter(({ type }) => type.startsWith('payout.'));
    expect(events.map(({ type }) => type)).toContain('payout.failed');
    await deliverAll(world, events.toReversed());
    expect((await ada.seen()).payouts).toMatchObject([{ status: 'failed', failure_code: 'account_closed' }]);
  });

  it('is one of the latest ten, newest first, and of no other merchant', async () => {
    const grace = await merchant(world, 'grace');
    for (let time = 0; time < 12; time += 1) {
      await send('pay');
      world.advance(60);
    }
    await news('payout.created');
    const { payouts } = await ada.seen();
    expect(payouts).toHaveLength(10);
    const times = payouts.map(({ created }) => created);
    expect(times).toEqual(times.toSorted((one, other) => other - one));
    expect((await grace.seen()).payouts).toEqual([]);
  });

  it('of an account that nobody here knows is set aside', async () => {
    await send('pay');
    const [paid] = of(await ada.told(), 'payout.paid');
    await deliver(world, { ...paid, account: 'acct_of_somebody_else' });
    expect(await stateOf(paid?.id ?? '')).toBe('aside');
  });
});
