import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shareOf } from './refund.ts';

/** A charge, its fee, and refunds in order that together give all of the charge back. */
const life = fc
  .record({ captured: fc.integer({ min: 1, max: 1_000_000 }), held: fc.nat(1000), parts: fc.array(fc.nat(1_000_000)) })
  .chain(({ captured, held, parts }) => {
    const cuts = [...new Set(parts.map((part) => part % captured)), captured].sort((a, b) => a - b);
    const refunds = cuts.map((cut, index) => cut - (cuts[index - 1] ?? 0)).filter((amount) => amount > 0);
    return fc.record({
      captured: fc.constant(captured),
      held: fc.constant(held),
      refunds: fc.constant(refunds),
      fee: fc.integer({ min: 1, max: captured }),
    });
  });

test('refunds that give a charge back in parts give its whole fee back, and none more than is left', () => {
  fc.assert(
    fc.property(life, ({ captured, held, refunds, fee: amount }) => {
      let [refunded, given] = [0, 0];
      for (const refund of refunds) {
        const charge = { amount: captured + held, amount_captured: captured, amount_refunded: held + refunded };
        const share = shareOf({ amount, amount_refunded: given }, charge, refund);
        expect(share).toBeGreaterThanOrEqual(0);
        [refunded, given] = [refunded + refund, given + share];
        expect(given).toBeLessThanOrEqual(amount);
      }
      expect(given).toBe(amount);
    }),
  );
});

test('a fee that was given back before leaves only the rest', () => {
  const charge = { amount: 1000, amount_captured: 1000, amount_refunded: 0 };
  expect(shareOf({ amount: 100, amount_refunded: 0 }, charge, 500)).toBe(50);
  expect(shareOf({ amount: 100, amount_refunded: 80 }, charge, 500)).toBe(20);
});
