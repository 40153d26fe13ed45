/** Events come in any order, twice, late, and between readings that pages ask for: a sale ends in one state all the same. */
import { env } from 'cloudflare:workers';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { CheckoutOutcome, Sale } from '../contract.ts';
import { asBuyer, deliverAll, type Merchant, merchant, type StripeEvent, withPrices } from '../testing/merchant.ts';
import { atStripe } from '../testing/saver.ts';
import { createWorld, type World } from '../testing/world.ts';

let world: World;
let ada: Merchant;
async function start(): Promise<void> {
  world = await createWorld(withPrices);
  ada = await merchant(world);
}

interface Session {
  readonly id: string;
  readonly status: Sale['status'];
  readonly payment_status: Sale['payment_status'];
  readonly payment_intent: null | {
    readonly id: string;
    readonly status: string;
    readonly latest_charge: null | {
      readonly id: string;
      readonly amount_refunded: number;
      readonly disputed: boolean;
      readonly application_fee: null | string;
    };
  };
}
type Ending = Pick<
  Sale,
  'id' | 'outcome' | 'payment_status' | 'payment_intent' | 'amount_refunded' | 'application_fee_refunded'
> & { readonly dispute: string | null };

/** What Stripe has in the end of a session, worked out here from all it says. */
async function atTheEnd(id: string): Promise<Ending> {
  const session = await ada.atStripe<Session>(`checkout/sessions/${id}?expand[]=payment_intent.latest_charge`);
  const { payment_intent: intent, payment_status } = session;
  const charge = intent?.latest_charge ?? null;
  const disputes = charge?.disputed
    ? (await ada.atStripe<{ data: { status: string }[] }>(`disputes?charge=${charge.id}`)).data
    : [];
  const fee = charge?.application_fee;
  return {
    id,
    payment_status,
    outcome: outcomeOf(session),
    payment_intent: intent?.id ?? null,
    amount_refunded: charge?.amount_refunded ?? 0,
    application_fee_refunded: fee
      ? (await atStripe<{ amount_refunded: number }>(world, `application_fees/${fee}`)).amount_refunded
      : 0,
    dispute: disputes[0]?.status ?? null,
  };
}

function outcomeOf({ status, payment_status, payment_intent: intent }: Session): CheckoutOutcome {
  if (status !== 'complete') return status;
  if (payment_status === 'paid') return 'paid';
  return intent?.status === 'processing' ? 'processing' : 'failed';
}

/** What the Worker has of a session. */
async function known(id: string): Promise<Ending> {
  const text = await env.DB.prepare('SELECT state FROM orders WHERE session_id = ?').bind(id).first<string>('state');
  const { outcome, payment_status, payment_intent, amount_refunded, application_fee_refunded, dispute } = JSON.parse(
    text ?? '{}',
  );
  return {
    id,
    outcome,
    payment_status,
    payment_intent,
    amount_refunded,
    application_fee_refunded,
    dispute: dispute?.status ?? null,
  };
}

/** Everything that is told of sales, oldest first: on the merchant's account, and of fees to the platform. */
async function told(): Promise<StripeEvent[]> {
  const platform = await atStripe<{ data: StripeEvent[] }>(world, 'events?type=application_fee.refunded&limit=100');
  const sales = (await ada.told()).filter(({ type }) => /^(checkout|charge\.(refunded|dispute))/.test(type));
  return [...sales, ...platform.data.toReversed()];
}

const payWith = (session: string, card: string) =>
  ada.atStripe(`payment_pages/${session}/confirm`, { payment_method: `pm_card_${card}` });
const intentOf = async (id: string) =>
  (await ada.atStripe<{ payment_intent: string }>(`checkout/sessions/${id}`)).payment_intent;
const disputeOf = async (id: string) =>
  (await ada.atStripe<{ data: { id: string }[] }>(`disputes?payment_intent=${await intentOf(id)}`)).data[0]?.id ?? '';
const refund = async (id: string, amount: string, fee = 'true') =>
  ada.atStripe('refunds', { payment_intent: await intentOf(id), amount, refund_application_fee: fee });

const histories: Readonly<Record<string, (id: string) => Promise<void>>> = {
  'paid, refunded with the site’s fee': async (id) => {
    await ada.buyer(id, 'pay');
    await refund(id, '500');
  },
  'paid, queried by the bank, refunded in part, settled': async (id) => {
    await payWith(id, 'createDisputeInquiry');
    await refund(id, '500', 'false');
    await ada.atStripe(`disputes/${await disputeOf(id)}/close`, {});
  },
  'paid, charged back, answered, won': async (id) => {
    await payWith(id, 'createDispute');
    const evidence = { 'evidence[uncategorized_text]': 'winning_evidence', submit: 'true' };
    await ada.atStripe(`disputes/${await disputeOf(id)}`, evidence);
    world.advance(10);
  },
  'declined, then paid late, refunded': async (id) => {
    await ada.buyer(id, 'decline');
    await ada.buyer(id, 'debit');
    await ada.buyer(id, 'settle');
    await refund(id, '300', 'false');
  },
  'submitted, and the money never came': async (id) => {
    await ada.buyer(id, 'debit_fails');
    await ada.buyer(id, 'settle');
  },
  'left until it expired': async (id) => {
    await ada.buyer(id, 'decline');
    world.advance(24 * 3_600 + 1);
  },
};

/** Each once, also where one item is there twice. */
function* orders<T>(items: readonly T[]): Generator<T[]> {
  if (items.length === 0) yield [];
  for (const item of new Set(items)) {
    for (const rest of orders(items.toSpliced(items.indexOf(item), 1))) yield [item, ...rest];
  }
}

describe('every order of up to five events of a sale', () => {
  beforeEach(start);

  it.each(Object.keys(histories))(
    'ends in one state: %s',
    async (name) => {
      const { id } = await ada.begin();
      await histories[name]?.(id);
      const events = (await told()).slice(-5);
      // Of fewer than five one comes twice.
      const all = events.length === 5 ? events : [...events, ...events.slice(0, 1)];
      const ending = await atTheEnd(id);
      const begun = await env.DB.prepare('SELECT state FROM orders WHERE session_id = ?')
        .bind(id)
        .first<string>('state');
      let tried = 0;
      for (const order of orders(all)) {
        tried += 1;
        await env.DB.batch([
          env.DB.prepare(
            'UPDATE orders SET state = ?, payment_intent_id = NULL, reading_ticket = 0 WHERE session_id = ?',
          ).bind(begun, id),
          env.DB.prepare('DELETE FROM events'),
        ]);
        for (const event of order) {
          await deliverAll(world, [event]);
          // What has been known once is not unknown again on the way.
          expect(await known(id)).toEqual(ending);
        }
      }
      const factorial = all.reduce((product, _, at) => product * (at + 1), 1);
      expect(tried).toBe(events.length === 5 ? factorial : factorial / 2);
    },
    60_000,
  );
});

describe('any sequence of what buyers, merchants, banks and networks do', () => {
  const BUYER = ['pay', 'decline', 'debit', 'debit_fails', 'settle', 'expire'] as const;
  type Step =
    | { readonly do: 'begin' }
    | {
        readonly do: (typeof BUYER)[number] | 'look' | 'refund' | 'query' | 'charge back' | 'close';
        readonly which: number;
      }
    | { readonly do: 'give the fee back' | 'deliver' | 'wait'; readonly which: number };
  const which = fc.nat({ max: 2 });
  const step: fc.Arbitrary<Step> = fc.oneof(
    { weight: 4, arbitrary: fc.constant({ do: 'begin' } as const) },
    { weight: 8, arbitrary: fc.record({ do: fc.constantFrom(...BUYER), which }) },
    { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('debit_fails', 'settle'), which }) },
    {
      weight: 7,
      arbitrary: fc.record({ do: fc.constantFrom('refund', 'query', 'charge back', 'close'), which }),
    },
    { weight: 6, arbitrary: fc.record({ do: fc.constant('look'), which }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('give the fee back', 'wait'), which }) },
    // An event out of turn: any that was told so far, perhaps once more.
    { weight: 5, arbitrary: fc.record({ do: fc.constant('deliver'), which: fc.nat({ max: 30 }) }) },
  );

  it('ends with Worker and Stripe agreeing on every sale', async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 4, maxLength: 20 }),
        fc.infiniteStream(fc.nat()),
        async (steps, chance) => {
          await start();
          const sessions = await play(steps);
          const shuffled = (await told())
            .flatMap((event) => ((chance.next().value ?? 0) % 3 === 0 ? [event, event] : [event]))
            .map((event) => [chance.next().value ?? 0, event] as const)
            .toSorted(([one], [other]) => one - other);
          // Some of them at the same time, and a look in between.
          for (let next = 0; next < shuffled.length; next += 4) {
            const together = shuffled.slice(next, next + 4).map(([, event]) => deliverAll(world, [event]));
            await Promise.all([...together, ...sessions.slice(0, 1).map((id) => asBuyer(world, `sessions/${id}`))]);
          }
          for (const id of sessions) {
            const ending = await atTheEnd(id);
            expect(await known(id)).toEqual(ending);
            seen.add(ending.outcome);
          }
        },
      ),
      { numRuns: 80, seed: 20261124 },
    );
    // Sequences that never lead anywhere would prove nothing.
    expect([...seen].toSorted()).toEqual(['expired', 'failed', 'open', 'paid', 'processing']);
  }, 240_000);

  /** A sale's outcome never goes back while all this happens. */
  async function play(steps: readonly Step[]): Promise<string[]> {
    const sessions: string[] = [];
    const final = new Map<string, CheckoutOutcome>();
    const at = <T>(items: readonly T[], index: number): T | undefined => items[index % Math.max(1, items.length)];
    /** What cannot be done now is refused by Stripe, and nothing happens. */
    const attempt = (what: Promise<unknown>) => what.catch(() => null);
    for (const one of steps) {
      world.advance(1);
      if (one.do === 'begin') {
        sessions.push((await ada.begin()).id);
        continue;
      }
      const id = at(sessions, one.which);
      if (id === undefined) continue;
      switch (one.do) {
        case 'look': {
          const { outcome } = await (await asBuyer(world, `sessions/${id}`)).json<{ outcome: CheckoutOutcome }>();
          const before = final.get(id);
          if (before !== undefined) expect(outcome).toBe(before);
          if (['paid', 'failed', 'expired'].includes(outcome)) final.set(id, outcome);
          break;
        }
        case 'refund':
          await attempt(refund(id, '100'));
          break;
        case 'query':
          await attempt(payWith(id, 'createDisputeInquiry'));
          break;
        case 'charge back':
          await attempt(payWith(id, 'createDispute'));
          break;
        case 'close':
          await attempt(disputeOf(id).then((dispute) => ada.atStripe(`disputes/${dispute}/close`, {})));
          break;
        case 'give the fee back': {
          const { data } = await atStripe<{ data: { id: string }[] }>(world, 'application_fees');
          const fee = at(data, one.which);
          if (fee) await attempt(atStripe(world, `application_fees/${fee.id}/refunds`, { amount: '10' }));
          break;
        }
        case 'wait':
          // Debits are settled, and what is left open expires.
          world.advance(4 * 86_400);
          break;
        case 'deliver': {
          const event = at(await told(), one.which);
          if (event) await deliverAll(world, [event]);
          break;
        }
        default:
          await attempt(ada.buyer(id, one.do));
      }
    }
    return sessions;
  }
});
