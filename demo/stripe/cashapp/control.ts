/** What a test or a person can order about Cash App, without a browser or a phone. */
import * as v from 'valibot';
import { ApiError } from '../api/errors.ts';
import { hostedCall } from '../intents/hosted.ts';
import { confirmPayment } from '../payment_intents/confirm.ts';
import { CHARGE_OUTCOMES } from '../payment_methods/payment_method.ts';
import { confirmSetup } from '../setup_intents/confirm.ts';
import type { Store, World } from '../world.ts';
import { type Decision, decide } from './decide.ts';
import { type CashappSession, openSessionOf } from './session.ts';

export const CashappOrder = v.strictObject({
  do: v.optional(v.picklist(['approve', 'confirm', 'decline', 'expire']), 'confirm'),
  closing: v.optional(v.picklist(['error', 'intent'])),
});

export const ChargeOrder = v.strictObject({
  next_charge: v.picklist(CHARGE_OUTCOMES),
  times: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)), 1),
});

const DECISIONS: Readonly<Record<'approve' | 'decline' | 'expire', Decision>> = {
  approve: 'approved',
  decline: 'declined',
  expire: 'expired',
};

/** Why it could not be done, or null. What nobody has confirmed yet is confirmed first. */
export function orderCashapp(
  world: World,
  store: Store,
  intent: string,
  { do: wanted, closing }: v.InferOutput<typeof CashappOrder>,
): string | null {
  let session: CashappSession | undefined;
  try {
    session = openSessionOf(world, intent) ?? confirmed(world, store, intent);
  } catch (error) {
    if (error instanceof ApiError) return error.message;
    throw error;
  }
  if (!session) return `'${intent}' does not wait for Cash App.`;
  if (closing) session.closing = closing;
  if (wanted !== 'confirm') decide(world, session, DECISIONS[wanted]);
  return null;
}

/** As a browser with the client secret does it. */
function confirmed(world: World, store: Store, id: string): CashappSession | undefined {
  const call = hostedCall(world, store, { ip_address: '127.0.0.1', user_agent: 'Stripe stand-in controls' });
  const setup = store.setupIntents.get(id);
  const payment = store.paymentIntents.get(id);
  const given = (method: unknown) => ({
    ...(method === null && { payment_method_data: { type: 'cashapp' as const } }),
    return_url: 'https://shop.example/return',
  });
  if (setup) confirmSetup(call, setup, given(setup.payment_method));
  if (payment) confirmPayment(call, payment, given(payment.payment_method));
  return openSessionOf(world, id);
}
