/** Creates at Stripe what a user has once, exactly once however many requests race and whoever of them dies. */
import type { ErrorCode } from './contract.ts';
import { InlayError } from './errors.ts';
import type { Runtime } from './services.ts';
import type { Claim, Claims, Owner } from './store/claims.ts';
import { SavedFailure } from './stripe/client.ts';

/** Milliseconds a claimant has; longer than a call to Stripe may take with its retries. */
const LEASE = 20_000;
/** Milliseconds others wait for it, and how often they look. */
const PATIENCE = 8_000;
const GLANCE = 200;
/** Milliseconds after which Stripe may have forgotten an idempotency key (24 h, less a margin). */
const KEY_LIFE = 23 * 3_600_000;

export type Stored<Params> = Claim<Params> | { readonly kind: 'created'; readonly id: string };

export interface Creation<Params, Made extends { readonly id: string }> {
  readonly claims: Claims<Params>;
  /** The idempotency key of a claim. */
  readonly keyOf: (claimId: string) => string;
  /** What those are told who would wait longer. */
  readonly busy: ErrorCode;
  readonly find: () => Promise<Stored<Params> | null>;
  readonly params: (claimId: string) => Params;
  readonly create: (params: Params, key: string) => Promise<Made>;
  /** What the claim led to, found without its key. */
  readonly findMade: (claim: Claim<Params>) => Promise<Made | null>;
  readonly keep: (claim: Claim<Params>, made: Made) => Promise<void>;
  /** What a refusal of the parameters means to the caller. */
  readonly refused: (refusal: InlayError) => InlayError;
}

/** The id of what the user has once. `stored` is what the caller has just read. */
export async function createdOnce<Params, Made extends { readonly id: string }>(
  runtime: Runtime,
  owner: Owner,
  creation: Creation<Params, Made>,
  stored: Stored<Params> | null,
): Promise<string> {
  const giveUp = runtime.now() + PATIENCE;
  for (let seen = stored; ; seen = await creation.find()) {
    if (seen?.kind === 'created') return seen.id;
    const claim =
      seen === null ? await claimNew(runtime, owner, creation) : await takeOver(runtime, owner, creation, seen);
    if (claim !== null) return createUnder(runtime, owner, creation, claim);
    if (runtime.now() >= giveUp) throw new InlayError(creation.busy);
    await runtime.sleep(GLANCE);
  }
}

async function claimNew<Params, Made extends { readonly id: string }>(
  runtime: Runtime,
  owner: Owner,
  { claims, params }: Creation<Params, Made>,
): Promise<Claim<Params> | null> {
  const id = crypto.randomUUID();
  const now = runtime.now();
  return claims.claim(owner, { kind: 'claim', id, params: params(id), claimedAt: now, leaseUntil: now + LEASE });
}

async function takeOver<Params, Made extends { readonly id: string }>(
  runtime: Runtime,
  owner: Owner,
  { claims }: Creation<Params, Made>,
  seen: Claim<Params>,
): Promise<Claim<Params> | null> {
  const now = runtime.now();
  if (seen.leaseUntil > now) return null;
  return (await claims.takeOver(owner, seen, now + LEASE)) ? { ...seen, leaseUntil: now + LEASE } : null;
}

async function createUnder<Params, Made extends { readonly id: string }>(
  runtime: Runtime,
  owner: Owner,
  creation: Creation<Params, Made>,
  claim: Claim<Params>,
): Promise<string> {
  try {
    const made = await createOrFind(runtime, creation, claim);
    await creation.keep(claim, made);
    return made.id;
  } catch (thrown) {
    if (thrown instanceof InlayError && thrown.code === 'stripe_refused') {
      // Nothing was created, and Stripe saves no refusal of parameters: the next token may bring better ones.
      await creation.claims.drop(owner, claim);
      throw creation.refused(thrown);
    }
    await creation.claims.release(owner, claim);
    throw thrown;
  }
}

async function createOrFind<Params, Made extends { readonly id: string }>(
  runtime: Runtime,
  { keyOf, create, findMade }: Creation<Params, Made>,
  claim: Claim<Params>,
): Promise<Made> {
  const key = keyOf(claim.id);
  if (runtime.now() - claim.claimedAt > KEY_LIFE) {
    const found = await findMade(claim);
    if (found !== null) return found;
  }
  try {
    return await create(claim.params, key);
  } catch (thrown) {
    if (!(thrown instanceof SavedFailure)) throw thrown;
    // The same key repeats its saved failure for a day. Only where nothing came of it is another key safe.
    return (await findMade(claim)) ?? (await create(claim.params, `${key}-2`));
  }
}
