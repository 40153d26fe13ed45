import type { CheckoutMerchant } from '../../worker/contract.ts';
import { ask } from './public-api.ts';
import type { Session } from './settings.ts';
import { shareAnswer } from './shared-answer.ts';

/**
 * Whether a merchant can sell now. Elements of one page share an answer younger than `maxAge` milliseconds. All that is asked
 * before a click, and so apart from `checkout-api.ts`.
 */
export function readMerchant(
  session: Session,
  id: string,
  maxAge: number,
  signal: AbortSignal,
): Promise<CheckoutMerchant> {
  session.merchants ??= new Map();
  const shared = shareAnswer(session.merchants.get(id), maxAge, signal, (given) =>
    ask<CheckoutMerchant>(session, `checkout/merchants/${encodeURIComponent(id)}`, given),
  );
  session.merchants.set(id, shared);
  return shared.answer;
}
