/** How an attempt to save a method ends. */
import type Stripe from 'stripe';
import { docUrl } from '../api/errors.ts';
import type { Cause } from '../events/event.ts';
import { newMandate } from '../mandates/mandate.ts';
import { keep, saveMethod } from '../payment_methods/changes.ts';
import type { KeptMethod } from '../payment_methods/payment_method.ts';
import type { Store, World } from '../world.ts';
import { keepSetup, type StoredSetupIntent, tellSetup } from './setup_intent.ts';

export type SetupError = Stripe.SetupIntent.LastSetupError;

export const AUTHENTICATION_FAILED: SetupError = {
  type: 'invalid_request_error',
  code: 'setup_intent_authentication_failure',
  message: 'The latest attempt to set up the payment method has failed because authentication failed.',
};

export const ATTEMPT_EXPIRED: SetupError = {
  type: 'invalid_request_error',
  code: 'setup_intent_setup_attempt_expired',
  message: 'The latest attempt to set up the payment method has expired.',
};

/** @param acceptance that the person agreed; null where the kind of method needs no mandate */
export function setupSucceeded(
  world: World,
  store: Store,
  intent: StoredSetupIntent,
  authorized: KeptMethod,
  acceptance: Stripe.Mandate.CustomerAcceptance | null,
  cause: Cause,
): StoredSetupIntent {
  const { method, announce } = saveMethod(store, authorized, intent.customer);
  const mandate = acceptance && newMandate(store, method.shown, acceptance);
  if (mandate) store.mandates.set(mandate.id, mandate);
  const done = keepSetup(store, {
    ...intent,
    last_setup_error: null,
    mandate: mandate?.id ?? null,
    payment_method: method.shown.id,
    status: 'succeeded',
  });
  announce(world, cause);
  tellSetup(world, store, done, cause, 'succeeded');
  return done;
}

/** The intent can be tried again; what was tried with it cannot, unless it was saved before. */
export function setupFailed(
  world: World,
  store: Store,
  intent: StoredSetupIntent,
  method: KeptMethod,
  error: SetupError,
  cause: Cause,
): StoredSetupIntent {
  if (method.shown.customer === null) keep(store, { ...method, spent: true });
  const failed = keepSetup(store, {
    ...intent,
    last_setup_error: {
      ...error,
      ...(error.code && { doc_url: docUrl(error.code) }),
      payment_method: method.shown,
    },
    payment_method: null,
    status: 'requires_payment_method',
  });
  tellSetup(world, store, failed, cause, 'setup_failed');
  return failed;
}
