/** Customers: who a user is to Stripe where a bank account or a payment method belongs to them. */
import type { CustomerParams } from '../rules/customer-params.ts';
import { createdAround, type StripeCall } from './client.ts';

export interface Customer {
  readonly id: string;
}

export async function createCustomer(call: StripeCall, params: CustomerParams, key: string): Promise<Customer> {
  const { id } = await call((stripe) => stripe.customers.create(params, { idempotencyKey: key }));
  return { id };
}

/** The customer that a claim led to, found without its idempotency key. @param claimedAt milliseconds */
export async function findClaimedCustomer(
  call: StripeCall,
  claimId: string,
  claimedAt: number,
): Promise<Customer | null> {
  return call(async (stripe) => {
    for await (const { id, metadata } of stripe.customers.list({ created: createdAround(claimedAt), limit: 100 })) {
      if (metadata.inlay_claim === claimId) return { id };
    }
    return null;
  });
}
