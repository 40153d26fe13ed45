import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, it } from 'vitest';
import type { CheckoutSession, Sale } from '../contract.ts';
import { asBuyer, callsOf, deliverAll, type Merchant, merchant, withPrices } from '../testing/merchant.ts';
import { expectRefused } from '../testing/refused.ts';
import { createWorld, PAGE, type World } from '../testing/world.ts';

let world: World;
let ada: Merchant;
beforeEach(async () => {
  world = await createWorld(withPrices);
  ada = await merchant(world);
});

const DAY = 24 * 3_600;
const readsOf = (id: string) => callsOf(world, `GET /v1/checkout/sessions/${id}`).length;
/** As a page looks again after a while. */
const later = (id: string): Promise<CheckoutSession> => {
  world.advance(3);
  return ada.sale(id);
};
const sold = async (body: Record<string, unknown> = {}): Promise<string> => {
  const { id } = await ada.begin(body);
  await ada.buyer(id, 'pay');
  expect(await later(id)).toMatchObject({ outcome: 'paid' });
  return id;
};
const recent = async (): Promise<Sale | undefined> => (await ada.seen()).sales.recent[0];
const news = async (types: RegExp) =>
  deliverAll(
    world,
    (await ada.told()).filter(({ type }) => types.test(type)),
  );

describe('a page that waits sees', () => {
  it('what is bought, of whom, for how much, and nothing of money that is not the buyer’s', async () => {
    const { id } = await ada.begin({ line_items: [{ price: 'day_pass', quantity: 2 }] });
    expect(await ada.sale(id)).toEqual({
      object: 'checkout.session',
      id,
      merchant: 'ada',
      line_items: [{ price: 'day_pass', quantity: 2 }],
      status: 'open',
      payment_status: 'unpaid',
      outcome: 'open',
      amount_total: 2_400,
      currency: 'usd',
      created: Math.floor(world.now() / 1000),
    });
  });

  it('a card that pays', async () => {
    const { id } = await ada.begin();
    expect(await ada.sale(id)).toMatchObject({ outcome: 'open' });
    await ada.buyer(id, 'pay');
    expect(await later(id)).toMatchObject({ status: 'complete', payment_status: 'paid', outcome: 'paid' });
  });

  it('a card that is declined, and another try', async () => {
    const { id } = await ada.begin();
    await ada.buyer(id, 'decline');
    expect(await later(id)).toMatchObject({ outcome: 'open' });
    await ada.buyer(id, 'pay');
    expect(await later(id)).toMatchObject({ outcome: 'paid' });
  });

  it('a debit that takes days and arrives', async () => {
    const { id } = await ada.begin();
    await ada.buyer(id, 'debit');
    expect(await later(id)).toMatchObject({ status: 'complete', payment_status: 'unpaid', outcome: 'processing' });
    await ada.buyer(id, 'settle');
    expect(await later(id)).toMatchObject({ payment_status: 'paid', outcome: 'paid' });
  });

  it('a debit that takes days and does not', async () => {
    const { id } = await ada.begin();
    await ada.buyer(id, 'debit_fails');
    expect(await later(id)).toMatchObject({ outcome: 'processing' });
    await ada.buyer(id, 'settle');
    expect(await later(id)).toMatchObject({ status: 'complete', payment_status: 'unpaid', outcome: 'failed' });
  });

  it('a session that was left until it expired', async () => {
    const { id } = await ada.begin();
    world.advance(DAY + 1);
    expect(await later(id)).toMatchObject({ status: 'expired', outcome: 'expired' });
  });

  it('something that costs nothing', async () => {
    const free = await ada.atStripe<{ id: string }>('prices', {
      currency: 'usd',
      unit_amount: '0',
      'product_data[name]': 'Sample',
    });
    const { id } = await ada.begin({ line_items: [{ price: free.id }] });
    expect(await later(id)).toMatchObject({ payment_status: 'no_payment_required', outcome: 'open' });
    await ada.buyer(id, 'pay');
    expect(await later(id)).toMatchObject({ outcome: 'paid', amount_total: 0 });
  });
});

describe('Stripe', () => {
  it('is asked about an open session once in two seconds, however many look', async () => {
    const { id } = await ada.begin();
    const before = readsOf(id);
    await Promise.all(Array.from({ length: 30 }, () => ada.sale(id)));
    expect(readsOf(id) - before).toBe(1);
    world.advance(1);
    await ada.sale(id);
    expect(readsOf(id) - before).toBe(1);
    world.advance(1);
    await ada.sale(id);
    expect(readsOf(id) - before).toBe(2);
  });

  it('is asked no more once it is settled', async () => {
    const paid = await sold();
    const { id: expired } = await ada.begin();
    await ada.buyer(expired, 'expire');
    await later(expired);
    for (const id of [paid, expired]) {
      const before = readsOf(id);
      await later(id);
      expect(readsOf(id)).toBe(before);
    }
  });

  it('is asked for all of a sale in one call, until there is more to know', async () => {
    const { id } = await ada.begin();
    await ada.buyer(id, 'pay');
    const before = world.stripeCalls().length;
    await later(id);
    expect(world.stripeCalls()).toHaveLength(before + 1);
  });

  it('that cannot be read is said, and what is known comes of the next look', async () => {
    const { id } = await ada.begin();
    await world.control('faults', { match: `GET /v1/checkout/sessions/${id}`, do: '500', times: 1 });
    expect((await asBuyer(world, `sessions/${id}`)).status).toBe(503);
    expect(await ada.sale(id)).toMatchObject({ outcome: 'open' });
  });

  it('of a merchant who left tells no more: what was known stays', async () => {
    const { id } = await ada.begin();
    await world.control('account', { account: ada.account, scenario: 'deauthorized' });
    expect(await later(id)).toMatchObject({ outcome: 'open' });
  });

  it('56: that answers late never takes back what it said since', async () => {
    const { id } = await ada.begin();
    const standIn = globalThis.fetch;
    let release: () => void = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let holding = true;
    globalThis.fetch = async (input: RequestInfo | URL, init?: RequestInit) => {
      const answer = standIn(input, init);
      if (holding && String(input instanceof Request ? input.url : input).includes(id)) {
        holding = false;
        const early = await answer;
        await held;
        return early;
      }
      return answer;
    };
    const slow = ada.sale(id);
    await expect.poll(() => holding).toBe(false);
    await ada.buyer(id, 'pay');
    expect(await later(id)).toMatchObject({ outcome: 'paid' });
    release();
    expect(await slow).toMatchObject({ outcome: 'paid' });
    expect(await later(id)).toMatchObject({ outcome: 'paid' });
  });
});

describe('as if it did not exist', () => {
  it('is a session of another site, of the merchant’s own making, or of nobody', async () => {
    const { id } = await ada.begin();
    const other = await createWorld(withPrices);
    const path = `/v1/sites/${other.site.id}/checkout/sessions/${id}`;
    const elsewhere = () => other.fetch(path, { headers: { Origin: PAGE } });
    const error = await expectRefused(other, elsewhere, 404, 'resource_missing');
    expect(error.param).toBe('session');
    const own = await ada.atStripe<{ id: string }>('checkout/sessions', {
      mode: 'payment',
      success_url: PAGE,
      'line_items[0][quantity]': '1',
      'line_items[0][price_data][currency]': 'usd',
      'line_items[0][price_data][unit_amount]': '500',
      'line_items[0][price_data][product_data][name]': 'Elsewhere',
    });
    for (const unknown of [own.id, 'cs_test_none', 'x'.repeat(300), '%00', ada.account]) {
      await expectRefused(world, () => asBuyer(world, `sessions/${unknown}`), 404, 'resource_missing');
    }
  });

  it('is any session to a page that is not the site’s', async () => {
    const { id } = await ada.begin();
    const path = `/v1/sites/${world.site.id}/checkout/sessions/${id}`;
    const from = (headers: Record<string, string>) => () => world.fetch(path, { headers });
    await expectRefused(world, from({ Origin: 'https://evil.test' }), 403, 'origin_not_allowed');
    await expectRefused(world, from({}), 403, 'origin_missing');
  });
});

describe('the site’s backend sees', () => {
  it('a sale with its fee, and the totals of what was paid', async () => {
    const id = await sold({ line_items: [{ price: 'day_pass', quantity: 2 }] });
    const { sales, payouts } = await ada.seen();
    expect(sales).toEqual({
      totals: [
        {
          currency: 'usd',
          count: 1,
          amount_total: 2_400,
          amount_refunded: 0,
          amount_disputed: 0,
          application_fee_amount: 270,
          application_fee_refunded: 0,
        },
      ],
      recent: [
        {
          object: 'checkout.session',
          id,
          merchant: 'ada',
          line_items: [{ price: 'day_pass', quantity: 2 }],
          status: 'complete',
          payment_status: 'paid',
          outcome: 'paid',
          amount_total: 2_400,
          currency: 'usd',
          created: expect.any(Number),
          payment_intent: expect.stringMatching(/^pi_/),
          application_fee_amount: 270,
          application_fee_refunded: 0,
          amount_refunded: 0,
          dispute: null,
        },
      ],
    });
    expect(payouts).toEqual([]);
    const charged = await ada.atStripe<{ application_fee_amount: number }>(
      `payment_intents/${sales.recent[0]?.payment_intent}`,
    );
    expect(charged.application_fee_amount).toBe(270);
  });

  it('nothing of sales that were never submitted', async () => {
    await ada.begin();
    const { id } = await ada.begin();
    await ada.buyer(id, 'expire');
    await later(id);
    expect((await ada.seen()).sales).toEqual({ totals: [], recent: [] });
  });

  it('money on its way among the latest, but in no total; and no fee of money that never came', async () => {
    const { id } = await ada.begin();
    await ada.buyer(id, 'debit_fails');
    await later(id);
    expect((await ada.seen()).sales).toMatchObject({
      totals: [],
      recent: [{ id, outcome: 'processing', application_fee_amount: 150 }],
    });
    await ada.buyer(id, 'settle');
    await later(id);
    expect((await ada.seen()).sales).toMatchObject({
      totals: [],
      recent: [{ id, outcome: 'failed', application_fee_amount: 0 }],
    });
  });

  it('what was refunded, and what the site gave back of its fee', async () => {
    await sold();
    const { payment_intent = '' } = (await recent()) ?? {};
    const refund = { payment_intent: payment_intent ?? '', amount: '400', refund_application_fee: 'true' };
    await ada.atStripe('refunds', refund);
    await news(/^charge\.refunded$/);
    expect((await ada.seen()).sales).toMatchObject({
      totals: [
        {
          count: 1,
          amount_total: 1_200,
          amount_refunded: 400,
          application_fee_amount: 150,
          application_fee_refunded: 50,
        },
      ],
      recent: [{ outcome: 'paid', amount_refunded: 400, application_fee_refunded: 50 }],
    });
    await ada.atStripe('refunds', { payment_intent: payment_intent ?? '' });
    await news(/^charge\.refunded$/);
    expect(await recent()).toMatchObject({ amount_refunded: 1_200, application_fee_refunded: 50 });
  });

  it('each currency for itself, the latest twenty sales, and no other merchant’s', async () => {
    const grace = await merchant(world, 'grace');
    const { id } = await grace.begin({ line_items: [{ price: 'city_tour' }] });
    await grace.buyer(id, 'pay');
    await grace.sale(id);
    const ids: string[] = [];
    for (let sale = 0; sale < 22; sale += 1) ids.push(await sold());
    await env.DB.prepare("UPDATE orders SET facts = json_set(facts, '$.currency', 'eur') WHERE session_id = ?")
      .bind(ids[0])
      .run();
    const { totals, recent: latest } = (await ada.seen()).sales;
    expect(totals).toMatchObject([
      { currency: 'eur', count: 1, amount_total: 1_200 },
      { currency: 'usd', count: 21, amount_total: 25_200 },
    ]);
    expect(latest.map((sale) => sale.id)).toEqual(ids.toReversed().slice(0, 20));
    expect((await grace.seen()).sales.totals).toMatchObject([{ count: 1, amount_total: 4_500 }]);
  });
});
