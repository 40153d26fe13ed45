/** A SetupIntent as it is remembered: ids only, and without the links of its attempt, which readers get fresh. */
import type Stripe from 'stripe';
import { freshen, nextAction, openSessionOf } from '../cashapp/session.ts';
import { type Cause, emit } from '../events/event.ts';
import { newId, type Store, type World } from '../world.ts';

export interface StoredSetupIntent extends Stripe.SetupIntent {
  customer: string | null;
  mandate: string | null;
  payment_method: string | null;
}

type EventName = 'canceled' | 'created' | 'requires_action' | 'setup_failed' | 'succeeded';

export function emptySetupIntent(store: Store, now: number): StoredSetupIntent {
  const id = newId('seti_1', 23);
  return {
    id,
    object: 'setup_intent',
    allowed_payment_method_types: null,
    application: null,
    automatic_payment_methods: null,
    cancellation_reason: null,
    client_secret: `${id}_secret_${newId('', 25)}`,
    created: now,
    customer: null,
    customer_account: null,
    description: null,
    excluded_payment_method_types: null,
    flow_directions: null,
    last_setup_error: null,
    latest_attempt: null,
    livemode: store.livemode,
    mandate: null,
    metadata: {},
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: null,
    payment_method_types: [],
    single_use_mandate: null,
    status: 'requires_payment_method',
    usage: 'off_session',
  };
}

/** As it is read now: links that have run out are replaced. */
export function shownSetup(world: World, intent: StoredSetupIntent): StoredSetupIntent {
  const session = intent.status === 'requires_action' ? openSessionOf(world, intent.id) : undefined;
  if (!session) return intent;
  freshen(world, session);
  return { ...intent, next_action: nextAction(world, session) };
}

export function keepSetup(store: Store, intent: StoredSetupIntent): StoredSetupIntent {
  store.setupIntents.set(intent.id, intent);
  return intent;
}

export function tellSetup(world: World, store: Store, intent: StoredSetupIntent, cause: Cause, name: EventName): void {
  emit(world, store, cause, { type: `setup_intent.${name}`, object: shownSetup(world, intent) });
}
