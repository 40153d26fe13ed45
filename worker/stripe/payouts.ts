/** Payouts: a merchant's money on its way to their bank. */
import type { Payout } from '../contract.ts';
import type { StripeCall } from './client.ts';

export async function readPayout(call: StripeCall, stripeAccount: string, id: string): Promise<Payout> {
  const { amount, currency, status, arrival_date, created, failure_code } = await call((stripe) =>
    stripe.payouts.retrieve(id, {}, { stripeAccount }),
  );
  return { object: 'payout', id, amount, currency, status, arrival_date, created, failure_code };
}
