/**
 * Charges of saved methods: one for each of the site's idempotency keys, however often it is sent, whoever dies in between,
 * and also after Stripe has forgotten its own keys.
 */
import type { PaymentIntent } from './contract.ts';
import { type Creation, createdOnce } from './created-once.ts';
import { sha256 } from './digest.ts';
import { InlayError } from './errors.ts';
import { detachIfRevoked, readMethodAgain } from './payment-methods.ts';
import { type ChargeOutcome, chargeOutcome, type IntentReading } from './rules/charge.ts';
import type { Services } from './services.ts';
import { type ChargeKey, type ChargeParams, type MadeCharge, made } from './store/charges.ts';
import type { Claim, Owner } from './store/claims.ts';
import type { StoredMethod } from './store/payment-methods.ts';
import { createCharge, findCharge, readPaymentIntent } from './stripe/payment-intents.ts';
import type { Site } from './trust/site-directory.ts';

/** @throws InlayError for every end but a charge, each with a code of its own */
export async function charge(
  services: Services,
  site: Site,
  key: string,
  params: ChargeParams,
): Promise<PaymentIntent> {
  const place: ChargeKey = { site: site.id, sub: await sha256(key) };
  const known = await findSame(services, place, params);
  if (known?.kind !== 'created') await chargeOnce(services, site, place, params, known);
  const settled = await findSame(services, place, params);
  if (settled?.kind !== 'created') throw new InlayError('payment_unknown', { reason: 'a charge left no outcome' });
  const { outcome } = settled;
  if (outcome.kind === 'charged') return outcome.intent;
  throw new InlayError(outcome.code, { paymentIntent: outcome.intent });
}

async function findSame(
  { charges }: Services,
  place: ChargeKey,
  params: ChargeParams,
): Promise<Claim<ChargeParams> | MadeCharge | null> {
  const found = await charges.find(place);
  if (found === null) return null;
  if (JSON.stringify(found.params) !== JSON.stringify(params)) throw new InlayError('idempotency_conflict');
  return found.stored;
}

async function chargeOnce(
  services: Services,
  site: Site,
  place: ChargeKey,
  params: ChargeParams,
  known: Claim<ChargeParams> | null,
): Promise<void> {
  const { charges, customers, paymentMethods, runtime, stripeFor } = services;
  const owner: Owner = { site: site.id, sub: params.user };
  const method = await paymentMethods.find(owner, params.payment_method);
  const customer = await customers.idOf(owner);
  if (method === null || customer === null) throw new InlayError('resource_missing', { param: 'payment_method' });
  // Under a claim it may have been charged before it was removed.
  if (method.removed && known === null) throw new InlayError('payment_method_detached', { param: 'payment_method' });
  const call = stripeFor(site);
  const mark = markOf(place);
  const judge = (intent: IntentReading) => judged(services, site, method, intent);
  const creation: Creation<ChargeParams, MadeCharge> = {
    claims: charges.claims,
    keyOf: () => `inlay-charge-${site.id}-${place.sub}`,
    busy: 'charge_in_progress',
    find: () => findSame(services, place, params),
    params: () => params,
    create: async (frozen, key) => judge(await createCharge(call, customer, frozen, mark, key)),
    findMade: async ({ claimedAt }) => {
      const intent = await findCharge(call, customer, mark, claimedAt);
      return intent === null ? null : judge(intent);
    },
    keep: async (_, { outcome }) => {
      await charges.settle(place, outcome);
      await noteUse(services, owner, outcome);
    },
    refused: (refusal) => refusal,
  };
  try {
    await createdOnce(runtime, place, creation, known);
  } catch (thrown) {
    throw await explained(services, site, method, thrown);
  }
}

/** A charge that failed because the person has revoked it says so, which Stripe does not. */
async function judged(
  services: Services,
  site: Site,
  method: StoredMethod,
  intent: IntentReading,
): Promise<MadeCharge> {
  const outcome = chargeOutcome(intent, method.method.id);
  if (outcome.kind === 'charged' || outcome.code === 'payment_requires_action') return made(outcome);
  const revoked = await detachIfRevoked(services, site, method);
  return made(revoked ? { ...outcome, code: 'mandate_inactive' } : outcome);
}

/** What a failure without an intent means: nothing was charged, or nobody knows yet. */
async function explained(services: Services, site: Site, stored: StoredMethod, thrown: unknown): Promise<unknown> {
  if (!(thrown instanceof InlayError)) return thrown;
  const { code, detail } = thrown;
  if (code === 'stripe_unavailable') return new InlayError('payment_unknown', detail);
  if (code !== 'stripe_refused') return thrown;
  const { owner, method } = stored;
  await readMethodAgain(services, site, owner, method.id);
  const now = await services.paymentMethods.find(owner, method.id);
  if (now === null || now.removed) return new InlayError('payment_method_detached', detail);
  const revoked = await detachIfRevoked(services, site, now);
  return revoked || detail.stripeCode === 'payment_intent_mandate_invalid'
    ? new InlayError('mandate_inactive', detail)
    : thrown;
}

/** Takes in what Stripe says of an intent now: one of ours that was unknown or under way, or one that the site made by itself. */
export async function readIntentAgain(services: Services, site: Site, owner: Owner, id: string): Promise<boolean> {
  const { charges, customers, stripeFor } = services;
  const intent = await readPaymentIntent(stripeFor(site), id);
  if (intent === null || intent.customer === null || intent.customer !== (await customers.idOf(owner))) return false;
  const place = placeOf(intent.mark);
  const claimed = place === null || place.site !== site.id ? null : await charges.find(place);
  const method = claimed?.params.payment_method ?? intent.payment_method;
  if (method === null) return true;
  const outcome = chargeOutcome(intent, method);
  // While it is being made a failure is judged by whoever makes it, who may yet find out more.
  const certain = outcome.kind === 'charged' || claimed?.stored.kind === 'created';
  if (place !== null && claimed !== null && certain) await charges.settle(place, outcome);
  await noteUse(services, owner, outcome);
  return true;
}

async function noteUse({ paymentMethods }: Services, owner: Owner, outcome: ChargeOutcome): Promise<void> {
  if (outcome.kind !== 'charged' || outcome.intent.status !== 'succeeded') return;
  await paymentMethods.used(owner, outcome.intent.payment_method, outcome.intent.created);
}

/** Names a charge at Stripe, where it is to be found again without its idempotency key. */
function markOf({ site, sub: key }: ChargeKey): string {
  return `${site}:${key}`;
}

function placeOf(mark: string | null): ChargeKey | null {
  const [site, key] = mark?.split(':') ?? [];
  return site === undefined || key === undefined ? null : { site, sub: key };
}
