/**
 * A user's saved payment methods. What is stored is shown while it is young; else Stripe is asked. A method that Stripe
 * says is detached is gone for good, whatever was read before.
 */
import type { PaymentMethod, SetupOutcome } from './contract.ts';
import { InlayError } from './errors.ts';
import type { Services } from './services.ts';
import type { Owner } from './store/claims.ts';
import { type MethodHolder, type StoredMethod, shownMethods } from './store/payment-methods.ts';
import {
  detachMethod,
  listMethods,
  type MethodReading,
  readMandate,
  readMethod,
  readSetupIntent,
} from './stripe/payment-methods.ts';
import type { Site } from './trust/site-directory.ts';

/** Milliseconds for which a list is shown without asking Stripe again, unless a page wants it younger. */
const SHOWN_FOR = 60_000;

/** Everything the user has saved, read within `maxAge` milliseconds. */
export async function paymentMethodsOf(
  services: Services,
  site: Site,
  owner: Owner,
  maxAge: number = SHOWN_FOR,
): Promise<PaymentMethod[]> {
  const { paymentMethods, runtime } = services;
  const holder = await paymentMethods.of(owner);
  const young = holder.listReadAt !== null && runtime.now() - holder.listReadAt < maxAge;
  if (holder.customer === null || young) return shownMethods(holder);
  await readAll(services, site, owner, holder);
  return shownMethods(await paymentMethods.of(owner));
}

async function readAll(services: Services, site: Site, owner: Owner, known: MethodHolder): Promise<void> {
  const { customers, paymentMethods, runtime, stripeFor } = services;
  const turn = await customers.nextTicket(owner);
  if (turn === null) return;
  const call = stripeFor(site);
  const listReadAt = runtime.now();
  const readings = await listMethods(call, turn.customer);
  const listed = new Set(readings?.map(({ id }) => id));
  for (const { method, removed } of known.methods) {
    if (removed || listed.has(method.id)) continue;
    // A list may be older than the method that it lacks: only the method itself tells that it is gone.
    const gone = readings === null || (await readMethod(call, method.id, turn.customer)) === null;
    if (gone) await paymentMethods.remove(owner, method.id);
  }
  await paymentMethods.keep(owner, readings ?? [], turn.ticket, { listReadAt });
}

/** What became of a SetupIntent, as Stripe says it; what a page's address says is never believed. */
export async function syncSetupIntent(services: Services, site: Site, owner: Owner, id: string): Promise<SetupOutcome> {
  const { consents, customers, paymentMethods, stripeFor } = services;
  if (!/^seti_\w{1,200}$/.test(id)) throw missing('setup_intent');
  const turn = await customers.nextTicket(owner);
  const setup = turn === null ? null : await readSetupIntent(stripeFor(site), id, turn.customer);
  if (turn === null || setup === null) throw missing('setup_intent');
  const { method, mandate, status, problem } = setup;
  const outcome = { object: 'setup_intent', id, status, last_setup_error: problem } as const;
  if (status !== 'succeeded' || method === null) return { ...outcome, payment_method: null };
  await paymentMethods.keep(owner, [method], turn.ticket, { mandate });
  await consents.fulfil(owner, id, method.id);
  const stored = await paymentMethods.find(owner, method.id);
  return { ...outcome, payment_method: stored === null || stored.removed ? null : stored.method };
}

/** Stores what Stripe says of a method of this user now. */
export async function readMethodAgain(services: Services, site: Site, owner: Owner, id: string): Promise<void> {
  const { customers, paymentMethods, stripeFor } = services;
  const turn = await customers.nextTicket(owner);
  if (turn === null) return;
  const reading: MethodReading | null = await readMethod(stripeFor(site), id, turn.customer);
  if (reading === null) await paymentMethods.remove(owner, id);
  else await paymentMethods.keep(owner, [reading], turn.ticket);
}

/**
 * Takes a method whose mandate the person has revoked off the customer, as Stripe asks (STRIPE.md 5.8).
 * @returns whether it was revoked
 */
export async function detachIfRevoked(services: Services, site: Site, stored: StoredMethod): Promise<boolean> {
  const { owner, method, mandate } = stored;
  if (mandate === null) return false;
  const reading = await readMandate(services.stripeFor(site), mandate);
  if (reading === null || !reading.inactive || reading.method !== method.id) return false;
  await detach(services, site, owner, method.id);
  return true;
}

/** Detaches a method. Safe to repeat. */
export async function removeMethod(services: Services, site: Site, owner: Owner, id: string): Promise<void> {
  const stored = await services.paymentMethods.find(owner, id);
  if (stored === null) throw missing('payment_method');
  if (!stored.removed) await detach(services, site, owner, id);
}

async function detach({ customers, paymentMethods, stripeFor }: Services, site: Site, owner: Owner, id: string) {
  const customer = await customers.idOf(owner);
  if (customer !== null) await detachMethod(stripeFor(site), id, customer);
  await paymentMethods.remove(owner, id);
}

function missing(param: 'setup_intent' | 'payment_method'): InlayError {
  return new InlayError('resource_missing', { param });
}
