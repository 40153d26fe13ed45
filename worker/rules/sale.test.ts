import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CheckoutOutcome } from '../contract.ts';
import { forward, isFinal, type SaleState, saleOutcome } from './sale.ts';

it.each([
  ['open', 'unpaid', null, 'open'],
  ['open', 'unpaid', 'requires_payment_method', 'open'],
  ['expired', 'unpaid', null, 'expired'],
  ['expired', 'unpaid', 'canceled', 'expired'],
  ['complete', 'unpaid', null, 'processing'],
  ['complete', 'unpaid', 'processing', 'processing'],
  ['complete', 'unpaid', 'requires_action', 'processing'],
  ['complete', 'unpaid', 'succeeded', 'processing'],
  ['complete', 'unpaid', 'requires_payment_method', 'failed'],
  ['complete', 'unpaid', 'canceled', 'failed'],
  ['complete', 'paid', 'succeeded', 'paid'],
  ['complete', 'paid', 'requires_payment_method', 'paid'],
  ['complete', 'no_payment_required', null, 'paid'],
] as const)(
  'a session that is %s and %s, with an intent that is %s, is %s',
  (status, payment_status, intent, outcome) => {
    expect(saleOutcome({ status, payment_status }, intent)).toBe(outcome);
  },
);

const unpaid: SaleState = {
  status: 'open',
  payment_status: 'unpaid',
  outcome: 'open',
  payment_intent: null,
  application_fee_refunded: 0,
  amount_refunded: 0,
  dispute: null,
};
const paid: SaleState = {
  ...unpaid,
  status: 'complete',
  payment_status: 'paid',
  outcome: 'paid',
  payment_intent: 'pi_1',
};

describe('a later reading', () => {
  const outcomes: CheckoutOutcome[] = ['open', 'processing', 'expired', 'failed', 'paid'];
  const order = (outcome: CheckoutOutcome) => ['open', 'processing', 'expired', 'failed', 'paid'].indexOf(outcome);
  const amount = fc.nat({ max: 500 });
  const state: fc.Arbitrary<SaleState> = fc.record({
    status: fc.constantFrom('open', 'complete', 'expired'),
    payment_status: fc.constantFrom('unpaid', 'paid', 'no_payment_required'),
    outcome: fc.constantFrom(...outcomes),
    payment_intent: fc.constantFrom(null, 'pi_1'),
    application_fee_refunded: amount,
    amount_refunded: amount,
    dispute: fc.option(
      fc.record({ id: fc.constant('du_1'), status: fc.string(), amount, reason: fc.constant('fraudulent') }),
    ),
  });

  it('moves a sale on', () => {
    expect(forward(unpaid, paid)).toEqual(paid);
    expect(forward(paid, { ...paid, amount_refunded: 5 })).toEqual({ ...paid, amount_refunded: 5 });
  });

  it('never takes back that it was paid, whose payment it is, or that it was disputed', () => {
    const dispute = { id: 'du_1', status: 'lost', amount: 5, reason: 'fraudulent' };
    const known: SaleState = { ...paid, amount_refunded: 5, application_fee_refunded: 2, dispute };
    expect(forward(known, unpaid)).toEqual(known);
  });

  it('takes back a refund that a bank refused', () => {
    expect(forward({ ...paid, amount_refunded: 5 }, paid).amount_refunded).toBe(0);
  });

  it('never goes back, leaves what is final where it is, and is taken in once', () => {
    fc.assert(
      fc.property(state, state, (known, read) => {
        const next = forward(known, read);
        expect(isFinal(known) && !isFinal(next)).toBe(false);
        if (known.outcome === 'paid') expect(next.outcome).toBe('paid');
        if (!isFinal(known)) expect(order(next.outcome)).toBeGreaterThanOrEqual(order(known.outcome));
        expect(next.application_fee_refunded).toBeGreaterThanOrEqual(known.application_fee_refunded);
        expect(next.dispute === null && known.dispute !== null).toBe(false);
        expect(next.payment_intent === null && known.payment_intent !== null).toBe(false);
        expect(forward(next, read)).toEqual(next);
      }),
      { seed: 20261124, numRuns: 2_000 },
    );
  });
});
