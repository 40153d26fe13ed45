import type Stripe from 'stripe';
import type * as v from 'valibot';
import { type ApiEndpoint, type Call, endpoint } from '../api/endpoint.ts';
import { invalid, noSuch } from '../api/errors.ts';
import { page, paging } from '../api/list.ts';
import { boolean, list, mergeMetadata, metadata, object, oneOf, optional, range, text, within } from '../api/params.ts';
import { openSessionOf } from '../cashapp/session.ts';
import { checkSecret, setupFor } from '../intents/browser.ts';
import { CANCELLATIONS, confirmFields, createFields, secretField } from '../intents/params.ts';
import { checkFilters, requireType, typesFor } from '../intents/types.ts';
import { keep, usableMethod } from '../payment_methods/changes.ts';
import { newMethod } from '../payment_methods/payment_method.ts';
import { requireCustomer } from '../payment_methods/routes.ts';
import { attemptSetup, checkSetup, confirmSetup, requireSetupStatus } from './confirm.ts';
import { emptySetupIntent, keepSetup, type StoredSetupIntent, shownSetup, tellSetup } from './setup_intent.ts';

const createParams = object({
  ...createFields,
  attach_to_self: optional(boolean),
  flow_directions: optional(list(oneOf('inbound', 'outbound'))),
  metadata: optional(metadata),
  on_behalf_of: optional(text),
  usage: optional(oneOf('off_session', 'on_session')),
});
const updateParams = object({
  allowed_payment_method_types: optional(list(text)),
  attach_to_self: optional(boolean),
  customer: optional(text),
  description: optional(text),
  excluded_payment_method_types: optional(list(text)),
  flow_directions: optional(list(oneOf('inbound', 'outbound'))),
  metadata: optional(metadata),
  payment_method: optional(text),
  payment_method_configuration: optional(text),
  payment_method_data: createFields.payment_method_data,
  payment_method_types: optional(list(text)),
});
type Given = Omit<v.InferOutput<typeof createParams>, 'confirm'>;

const OPEN = ['requires_payment_method', 'requires_confirmation', 'requires_action'] as const;

export const setupIntentEndpoints: ApiEndpoint[] = [
  endpoint('POST', '/v1/setup_intents', createParams, (call, { confirm, ...given }): Stripe.SetupIntent => {
    const { world, store, cause } = call;
    if (!confirm) {
      for (const name of ['mandate_data', 'return_url'] as const) {
        if (given[name] == null) continue;
        throw invalid(
          name,
          `The parameter '${name}' cannot be passed when creating a SetupIntent unless 'confirm' is set to true.`,
        );
      }
    }
    const empty = { ...emptySetupIntent(store, world.now()), usage: given.usage ?? 'off_session' };
    const created = withParams(call, empty, given);
    const { mandate_data, return_url } = given;
    const confirmation = { ...(mandate_data && { mandate_data }), ...(return_url && { return_url }) };
    const method = confirm ? checkSetup(call, created, confirmation) : null;
    keepSetup(store, created);
    tellSetup(world, store, created, cause, 'created');
    return method ? attemptSetup(call, created, confirmation, method) : created;
  }),
  endpoint(
    'GET',
    '/v1/setup_intents',
    object({
      ...paging,
      attach_to_self: optional(boolean),
      created: optional(range),
      customer: optional(text),
      payment_method: optional(text),
    }),
    ({ store, world, url }, wanted): Stripe.ApiList<Stripe.SetupIntent> => {
      const found = page(
        'setupintent',
        url,
        store.setupIntents.values(),
        wanted,
        (intent) =>
          within(intent.created, wanted.created) &&
          (!wanted.customer || wanted.customer === intent.customer) &&
          (!wanted.payment_method || wanted.payment_method === intent.payment_method),
      );
      return { ...found, data: found.data.map((intent) => shownSetup(world, intent)) };
    },
  ),
  endpoint(
    'GET',
    '/v1/setup_intents/:id',
    object(secretField),
    (call, { client_secret }): object => {
      const intent = named(call);
      checkSecret(call, intent, client_secret);
      return setupFor(call, shownSetup(call.world, intent));
    },
    { publishable: true },
  ),
  endpoint('POST', '/v1/setup_intents/:id', updateParams, (call, given): Stripe.SetupIntent => {
    const intent = named(call);
    requireSetupStatus(intent, OPEN, 'update');
    return shownSetup(call.world, keepSetup(call.store, withParams(call, intent, given)));
  }),
  endpoint(
    'POST',
    '/v1/setup_intents/:id/confirm',
    object({ ...confirmFields, ...secretField }),
    (call, { client_secret, ...given }): object => {
      const intent = named(call);
      checkSecret(call, intent, client_secret);
      return setupFor(call, confirmSetup(call, intent, given));
    },
    { publishable: true },
  ),
  endpoint(
    'POST',
    '/v1/setup_intents/:id/cancel',
    object({ cancellation_reason: optional(CANCELLATIONS) }),
    (call, { cancellation_reason = null }): Stripe.SetupIntent => {
      const { world, store, cause } = call;
      const intent = named(call);
      requireSetupStatus(intent, OPEN, 'cancel');
      const session = openSessionOf(world, intent.id);
      if (session) session.status = 'canceled';
      const canceled = keepSetup(store, { ...intent, cancellation_reason, next_action: null, status: 'canceled' });
      tellSetup(world, store, canceled, cause, 'canceled');
      return canceled;
    },
  ),
];

function named({ store, part }: Call): StoredSetupIntent {
  const found = store.setupIntents.get(part('id'));
  if (!found) throw noSuch('setupintent', part('id'));
  return found;
}

function withParams(call: Call, intent: StoredSetupIntent, given: Given): StoredSetupIntent {
  const { world, store, version } = call;
  checkFilters(given, version);
  const customer = given.customer ?? intent.customer;
  if (given.customer) requireCustomer(store, given.customer, 'customer');
  const types =
    filtered(given) || intent.payment_method_types.length === 0
      ? typesFor(world, store, given, null, 'SetupIntent')
      : intent.payment_method_types;
  const method = given.payment_method_data
    ? newMethod(store, given.payment_method_data, world.now())
    : given.payment_method
      ? usableMethod(world, store, given.payment_method, customer)
      : null;
  if (method) requireType(method.shown.type, types);
  if (method) {
    keep(store, method);
    // Another method begins another attempt.
    const session = openSessionOf(world, intent.id);
    if (session) session.status = 'canceled';
  }
  return {
    ...intent,
    allowed_payment_method_types: given.allowed_payment_method_types ?? intent.allowed_payment_method_types,
    ...(given.attach_to_self != null && { attach_to_self: given.attach_to_self }),
    automatic_payment_methods: automatic(given) ?? intent.automatic_payment_methods,
    customer,
    description: given.description === undefined ? intent.description : given.description,
    excluded_payment_method_types: given.excluded_payment_method_types ?? intent.excluded_payment_method_types,
    flow_directions: given.flow_directions ?? intent.flow_directions ?? null,
    metadata: mergeMetadata(intent.metadata ?? {}, given.metadata),
    on_behalf_of: given.on_behalf_of ?? intent.on_behalf_of,
    payment_method: method?.shown.id ?? intent.payment_method,
    payment_method_types: types,
    status: method ? 'requires_confirmation' : intent.status,
  };
}

function filtered(given: Given): boolean {
  return Boolean(
    given.allowed_payment_method_types ?? given.payment_method_types ?? given.excluded_payment_method_types,
  );
}

/** Dynamic payment methods are what an intent gets that says nothing else. */
function automatic(given: Given): Stripe.SetupIntent.AutomaticPaymentMethods | null {
  if (!given.automatic_payment_methods) return null;
  const { enabled, allow_redirects } = given.automatic_payment_methods;
  return { allow_redirects: allow_redirects ?? 'always', enabled };
}
