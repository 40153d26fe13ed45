/** Prices of merchants' own accounts. */

import { type Remembered, remembered } from '../remembered.ts';
import { type FoundPrice, foundPrice } from '../rules/checkout-items.ts';
import { isMissing, type StripeCall } from './client.ts';

export interface PriceKey {
  readonly account: string;
  readonly id: string;
}

export interface Prices extends Pick<Remembered<PriceKey, FoundPrice>, 'forget'> {
  /** Null where the account has no such price, or none that can be sold here. */
  find(call: StripeCall, key: PriceKey): Promise<FoundPrice | null>;
}

/**
 * What a price costs never changes, so an isolate asks for it once. That it may no longer be sold, which can change, Stripe
 * says when it is.
 */
export function createPrices(): Prices {
  const known = remembered<PriceKey, FoundPrice>(({ account, id }) => `${account} ${id}`);
  return {
    forget: known.forget,
    async find(call, key) {
      const seen = known.get(key);
      if (seen !== undefined) return seen;
      const found = await readPrice(call, key);
      if (found !== null) known.keep(key, found);
      return found;
    },
  };
}

async function readPrice(call: StripeCall, { account: stripeAccount, id }: PriceKey): Promise<FoundPrice | null> {
  try {
    return foundPrice(await call((stripe) => stripe.prices.retrieve(id, {}, { stripeAccount })));
  } catch (thrown) {
    if (isMissing(thrown)) return null;
    throw thrown;
  }
}
