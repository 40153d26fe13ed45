import type Stripe from 'stripe';
import { type ApiEndpoint, type Call, endpoint } from '../api/endpoint.ts';
import { ApiError, noAccess, noSuch, refused } from '../api/errors.ts';
import { page, paging } from '../api/list.ts';
import { mergeMetadata, object, optional, range, within } from '../api/params.ts';
import { newId, type Store } from '../world.ts';
import { accountObject, type ConnectedAccount, platformSeesDetails, withParams } from './account.ts';
import { capabilityObject } from './capabilities.ts';
import { isCapability } from './capability_names.ts';
import { deauthorize, saveAccount } from './changes.ts';
import { createAccount, submittedWhenComplete, updateAccount, withCapabilities } from './create.ts';
import {
  capabilityParams,
  createAccountParams,
  noParams,
  personFilters,
  personParams,
  rejectParams,
  updateAccountParams,
} from './params.ts';
import { type PersonRecord, personObject } from './person.ts';
import { platformAccount } from './platform.ts';
import type { DisabledReason } from './review.ts';

export const accountEndpoints: ApiEndpoint[] = [
  endpoint('GET', '/v1/account', noParams, (call): Stripe.Account => {
    if (!call.store.platform) return platformAccount(call.store);
    return accountObject(reach(call, call.store.account), call.world.now());
  }),
  endpoint('POST', '/v1/accounts', createAccountParams, ({ world, store, cause }, params): Stripe.Account => {
    const created = createAccount(store, params, world.now());
    return accountObject(saveAccount(world, store, created, cause), world.now());
  }),
  endpoint(
    'GET',
    '/v1/accounts',
    object({ ...paging, created: optional(range) }),
    ({ world, store, url }, params): Stripe.ApiList<Stripe.Account> => {
      const connected = Array.from(store.accounts.values()).filter((account) => account.access);
      const list = page('account', url, connected, params, (account) => within(account.created, params.created));
      return { ...list, data: list.data.map((account) => accountObject(account, world.now())) };
    },
  ),
  endpoint('GET', '/v1/accounts/:id', noParams, (call): Stripe.Account => {
    const id = call.part('id');
    if (id === call.own.account) return platformAccount(call.own);
    return accountObject(reach(call, id), call.world.now());
  }),
  endpoint('POST', '/v1/accounts/:id', updateAccountParams, (call, params): Stripe.Account => {
    const account = reach(call);
    for (const name of ['business_type', 'company', 'external_account', 'individual', 'tos_acceptance'] as const) {
      if (params[name] !== undefined) requireDetailsAccess(account, name);
    }
    const { world, cause } = call;
    return accountObject(
      saveAccount(world, platformOf(call), updateAccount(account, params, world.now()), cause),
      world.now(),
    );
  }),
  endpoint('DELETE', '/v1/accounts/:id', noParams, (call): Stripe.DeletedAccount => {
    const account = reach(call);
    if (call.livemode && account.controller.stripe_dashboard.type === 'full') {
      throw refused(
        'Live-mode accounts that have access to the standard dashboard and Stripe is responsible for negative account balances cannot be deleted.',
      );
    }
    deauthorize(call.world, platformOf(call), account, call.cause);
    return { id: account.id, object: 'account', deleted: true };
  }),
  endpoint('POST', '/v1/accounts/:id/reject', rejectParams, (call, params): Stripe.Account => {
    const account = reach(call);
    if (account.controller.losses.payments !== 'application') {
      throw refused(
        'Only accounts where your platform is liable for negative account balances, which includes Custom and Express accounts, can be rejected.',
      );
    }
    const rejected: ConnectedAccount = { ...account, review: { status: 'rejected', reason: rejection(params.reason) } };
    return accountObject(saveAccount(call.world, platformOf(call), rejected, call.cause), call.world.now());
  }),

  endpoint('GET', '/v1/accounts/:id/capabilities', noParams, (call): Stripe.ApiList<Stripe.Capability> => {
    const account = reach(call);
    const data = Array.from(account.capabilities.keys(), (name) =>
      capabilityObject(account, name, call.world.now()),
    ).reverse();
    return { object: 'list', data, has_more: false, url: call.url };
  }),
  endpoint('GET', '/v1/accounts/:id/capabilities/:capability', noParams, (call): Stripe.Capability => {
    return capabilityObject(reach(call), capabilityName(call), call.world.now());
  }),
  endpoint('POST', '/v1/accounts/:id/capabilities/:capability', capabilityParams, (call, params): Stripe.Capability => {
    const { world, cause } = call;
    const account = reach(call);
    const name = capabilityName(call);
    const changed = withCapabilities(account, { [name]: params }, world.now());
    return capabilityObject(saveAccount(world, platformOf(call), { ...account, ...changed }, cause), name, world.now());
  }),

  endpoint(
    'GET',
    '/v1/accounts/:id/persons',
    object({ ...paging, ...personFilters }),
    (call, params): Stripe.ApiList<Stripe.Person> => {
      const account = reach(call);
      const wanted = Object.entries(params.relationship ?? {});
      const list = page('person', call.url, account.persons, params, (person) =>
        wanted.every(
          ([name, value]) => value == null || String(value) === (person.facts[`relationship.${name}`] ?? 'false'),
        ),
      );
      return { ...list, data: list.data.map((person) => personObject(account, person)) };
    },
  ),
  endpoint('GET', '/v1/accounts/:id/persons/:person', noParams, (call): Stripe.Person => {
    const account = reach(call);
    return personObject(account, knownPerson(account, call.part('person')));
  }),
  endpoint('POST', '/v1/accounts/:id/persons', personParams, (call, { metadata, ...params }): Stripe.Person => {
    const account = reach(call);
    requireDetailsAccess(account, 'person');
    const now = call.world.now();
    const person = {
      id: newId('person_1', 23),
      created: now,
      facts: withParams({}, params),
      metadata: mergeMetadata({}, metadata),
    };
    return savePerson(call, account, person);
  }),
  endpoint('POST', '/v1/accounts/:id/persons/:person', personParams, (call, { metadata, ...params }): Stripe.Person => {
    const account = reach(call);
    requireDetailsAccess(account, 'person');
    const known = knownPerson(account, call.part('person'));
    const person = {
      ...known,
      facts: withParams(known.facts, params),
      metadata: mergeMetadata(known.metadata, metadata),
    };
    return savePerson(call, account, person);
  }),
];

/** The connected account a request is about, if this key can reach it. */
export function reach(call: Call, id = call.part('id')): ConnectedAccount {
  const account = platformOf(call).accounts.get(id);
  if (!account?.access) throw noAccess(call.key, id);
  return account;
}

/** Where the connected account is kept: with the caller, also when `Stripe-Account` names the account itself. */
export function platformOf(call: Call): Store {
  return call.store.platform ? call.own : call.store;
}

function requireDetailsAccess(account: ConnectedAccount, param: string): void {
  if (platformSeesDetails(account)) return;
  throw new ApiError(403, {
    message: `This application does not have the required permissions for the parameter '${param}' on account '${account.id}'.`,
    param,
  });
}

function savePerson(call: Call, account: ConnectedAccount, person: PersonRecord): Stripe.Person {
  const others = account.persons.filter((other) => other.id !== person.id);
  const taken = others.some((other) => other.facts['relationship.representative'] === 'true');
  if (taken && person.facts['relationship.representative'] === 'true') {
    throw refused('This account already has a representative. Only one person can be the representative.', {
      param: 'relationship[representative]',
    });
  }
  const updated = submittedWhenComplete(account, { ...account, persons: [...others, person] }, call.world.now());
  return personObject(saveAccount(call.world, platformOf(call), updated, call.cause), person);
}

function knownPerson(account: ConnectedAccount, id: string): PersonRecord {
  const person = account.persons.find((known) => known.id === id);
  if (!person) throw noSuch('person', id);
  return person;
}

function capabilityName(call: Call) {
  const name = call.part('capability');
  if (!isCapability(name)) throw noSuch('capability', name);
  return name;
}

function rejection(reason: string): DisabledReason {
  if (reason.startsWith('fraud_')) return 'rejected.platform_fraud';
  return reason === 'terms_of_service' ? 'rejected.platform_terms_of_service' : 'rejected.platform_other';
}
