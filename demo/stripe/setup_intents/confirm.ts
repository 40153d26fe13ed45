import type * as v from 'valibot';
import type { Call } from '../api/endpoint.ts';
import { ApiError, invalid, refused } from '../api/errors.ts';
import { begin } from '../cashapp/begin.ts';
import type { confirmFields } from '../intents/params.ts';
import { checkFilters, requireType, typesFor } from '../intents/types.ts';
import { acceptance } from '../mandates/mandate.ts';
import { keep, usableMethod } from '../payment_methods/changes.ts';
import { type KeptMethod, newMethod } from '../payment_methods/payment_method.ts';
import { newId } from '../world.ts';
import { setupFailed, setupSucceeded } from './outcome.ts';
import { keepSetup, type StoredSetupIntent, shownSetup, tellSetup } from './setup_intent.ts';

export type Confirmation = v.InferOutput<v.StrictObjectSchema<typeof confirmFields, undefined>>;

export function confirmSetup(call: Call, intent: StoredSetupIntent, given: Confirmation): StoredSetupIntent {
  return attemptSetup(call, intent, given, checkSetup(call, intent, given));
}

/** Before anything is stored: a confirmation that cannot be tried leaves no trace. */
export function checkSetup(call: Call, intent: StoredSetupIntent, given: Confirmation): KeptMethod {
  requireSetupStatus(intent, ['requires_payment_method', 'requires_confirmation'], 'confirm');
  const named = methodFor(call, intent, given);
  if (named.shown.type === 'cashapp' && !given.return_url) {
    throw invalid(
      'return_url',
      'You must provide a `return_url` when confirming this SetupIntent: the customer is redirected to Cash App.',
      'parameter_missing',
    );
  }
  return named;
}

export function attemptSetup(
  call: Call,
  intent: StoredSetupIntent,
  given: Confirmation,
  named: KeptMethod,
): StoredSetupIntent {
  const { world, store, cause } = call;
  const method = keep(store, named);
  const tried = { ...intent, latest_attempt: newId('setatt_1', 23), payment_method: method.shown.id };
  if (method.shown.type === 'cashapp') {
    const agreed = acceptance(
      given.mandate_data?.customer_acceptance ?? null,
      call.client,
      call.publishable,
      world.now(),
    );
    const waiting = keepSetup(store, { ...tried, last_setup_error: null, status: 'requires_action' });
    begin(world, store, waiting, method.shown.id, given.return_url ?? null, agreed);
    tellSetup(world, store, waiting, cause, 'requires_action');
    return shownSetup(world, waiting);
  }
  const outcome = method.card?.outcome ?? { kind: 'succeeds' };
  switch (outcome.kind) {
    case 'succeeds':
      return setupSucceeded(world, store, tried, method, null, cause);
    case 'asks': {
      const waiting = keepSetup(store, {
        ...tried,
        next_action: { type: 'use_stripe_sdk', use_stripe_sdk: {} },
        status: 'requires_action',
      });
      tellSetup(world, store, waiting, cause, 'requires_action');
      return waiting;
    }
    case 'declined': {
      const { code, decline_code, message } = outcome;
      const error = { type: 'card_error', code, decline_code, message } as const;
      const failed = setupFailed(world, store, tried, method, error, cause);
      throw new ApiError(402, { ...error, setup_intent: failed, payment_method: method.shown });
    }
  }
}

/** The method a confirmation names, or the one the intent has; new ones are not stored yet. */
export function methodFor({ world, store, version }: Call, intent: StoredSetupIntent, given: Confirmation): KeptMethod {
  checkFilters(given, version);
  const types = given.allowed_payment_method_types
    ? typesFor(world, store, given, null, 'SetupIntent')
    : intent.payment_method_types;
  const method = given.payment_method_data
    ? newMethod(store, given.payment_method_data, world.now())
    : usableMethod(world, store, given.payment_method ?? intent.payment_method ?? missing(), intent.customer);
  requireType(method.shown.type, types);
  return method;
}

function missing(): never {
  throw refused(
    "You cannot confirm this SetupIntent because it's missing a payment method. Update the SetupIntent with a payment method and then confirm it again.",
    { code: 'setup_intent_unexpected_state' },
  );
}

export function requireSetupStatus(
  intent: StoredSetupIntent,
  statuses: readonly StoredSetupIntent['status'][],
  doing: string,
): void {
  if (statuses.includes(intent.status)) return;
  throw new ApiError(400, {
    code: 'setup_intent_unexpected_state',
    message: `You cannot ${doing} this SetupIntent because it has a status of ${intent.status}.`,
    setup_intent: intent,
  });
}
