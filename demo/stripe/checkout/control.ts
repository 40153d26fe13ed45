/** What a test or a person can order about a Checkout Session, without a page. */
import * as v from 'valibot';
import { ApiError } from '../api/errors.ts';
import { STRIPE_ITSELF } from '../events/event.ts';
import { hostedCall } from '../intents/hosted.ts';
import { settlePayment } from '../payment_intents/processing.ts';
import { FAILS, ROUTING_NUMBER, SUCCEEDS } from '../payment_methods/us_bank_account.ts';
import type { Store, World } from '../world.ts';
import { expire } from './expire.ts';
import type { CheckoutSession } from './session.ts';
import { requireOpen, type Submission, submit } from './submit.ts';

export const CHECKOUT_ORDERS = ['pay', 'decline', 'debit', 'debit_fails', 'settle', 'expire'] as const;

export const CheckoutOrder = v.strictObject({ do: v.picklist(CHECKOUT_ORDERS) });

type Order = v.InferOutput<typeof CheckoutOrder>['do'];
type Payment = Exclude<Order, 'expire' | 'settle'>;

const BUYER = { address: null, email: 'jenny@example.test', name: 'Jenny Rosen', phone: null };

/** Why it could not be done, or null. A decline that was ordered is no refusal. */
export function orderCheckout(world: World, store: Store, session: CheckoutSession, order: Order): string | null {
  try {
    switch (order) {
      case 'expire':
        requireOpen(session, 'expired');
        expire(world, store, session, STRIPE_ITSELF);
        return null;
      case 'settle': {
        const intent = store.paymentIntents.get(session.shown.payment_intent ?? '');
        if (intent?.status !== 'processing') return `No debit of '${session.shown.id}' is pending.`;
        settlePayment(world, store, intent);
        return null;
      }
      default: {
        const call = hostedCall(world, store, { ip_address: '127.0.0.1', user_agent: 'Stripe stand-in controls' });
        submit(call, session, { buyer: BUYER, payment_method_data: methodFor(session, order) });
        return null;
      }
    }
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return order === 'decline' && error.fields.code === 'card_declined' ? null : error.message;
  }
}

function methodFor({ shown }: CheckoutSession, order: Payment): NonNullable<Submission['payment_method_data']> {
  const billing_details = { email: BUYER.email, name: BUYER.name };
  if (order === 'pay' || order === 'decline') {
    const number = order === 'pay' ? '4242424242424242' : '4000000000000002';
    return { type: 'card', card: { number }, billing_details };
  }
  const fails = order === 'debit_fails';
  if (shown.payment_method_types.includes('sepa_debit')) {
    const iban = fails ? 'AT861904300235473202' : 'AT611904300234573201';
    return { type: 'sepa_debit', sepa_debit: { iban }, billing_details };
  }
  const us_bank_account = { account_number: fails ? FAILS : SUCCEEDS, routing_number: ROUTING_NUMBER };
  return { type: 'us_bank_account', us_bank_account, billing_details };
}
