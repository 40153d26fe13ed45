/** The only way a connected account changes: stored first, then the events that its change amounts to. */
import { type Cause, changedFrom, emit, STRIPE_ITSELF } from '../events/event.ts';
import { newId, type Store, type World } from '../world.ts';
import { accountObject, type ConnectedAccount } from './account.ts';
import { capabilityObject } from './capabilities.ts';
import { personObject } from './person.ts';
import { applicationId } from './platform.ts';
import { nextReview } from './review.ts';

export function saveAccount(world: World, platform: Store, after: ConnectedAccount, cause: Cause): ConnectedAccount {
  const stored = platform.accounts.get(after.id);
  platform.accounts.set(after.id, after);
  // Handing over hides details from the platform; that is no change of the account.
  const before = stored && { ...stored, handedOver: after.handedOver };
  const own = world.store(after.id, platform.livemode, platform.account);
  const now = world.now();
  if (stored?.review !== after.review) scheduleReview(world, platform, after);

  for (const person of after.persons) {
    const known = before?.persons.find((other) => other.id === person.id);
    const shown = personObject(after, person);
    if (!before || !known) emit(world, own, cause, { type: 'person.created', object: shown });
    else {
      const previous = changedFrom(personObject(before, known), shown);
      if (previous) emit(world, own, cause, { type: 'person.updated', object: shown, previous });
    }
  }
  if (after.bank && after.bank.id !== before?.bank?.id) {
    if (before?.bank) emit(world, own, cause, { type: 'account.external_account.deleted', object: before.bank });
    emit(world, own, cause, { type: 'account.external_account.created', object: after.bank });
  }
  if (!before) return after;
  for (const name of new Set([...before.capabilities.keys(), ...after.capabilities.keys()])) {
    const object = capabilityObject(after, name, now);
    const previous = changedFrom(capabilityObject(before, name, now), object);
    if (previous && ('status' in previous || 'requested' in previous))
      emit(world, own, cause, { type: 'capability.updated', object, previous });
  }
  if (after.submitted && !before.submitted) {
    emit(world, own, cause, { type: 'account.application.authorized', object: application(after) });
  }
  const object = accountObject(after, now);
  const previous = changedFrom(accountObject(before, now), object);
  if (previous) emit(world, own, cause, { type: 'account.updated', object, previous });
  return after;
}

/** The merchant, or Stripe, ends the platform's access: the event is the last thing the platform hears. */
export function deauthorize(world: World, platform: Store, account: ConnectedAccount, cause: Cause): void {
  platform.accounts.set(account.id, { ...account, access: false });
  const own = world.store(account.id, platform.livemode, platform.account);
  emit(world, own, cause, { type: 'account.application.deauthorized', object: application(account) });
}

/** Checks end, and deadlines pass, by the clock. */
function scheduleReview(world: World, platform: Store, account: ConnectedAccount): void {
  const next = nextReview(account.review);
  if (!next) return;
  world.later(next.at, () => {
    const current = platform.accounts.get(account.id);
    if (current?.review === account.review)
      saveAccount(world, platform, { ...current, review: next.review }, STRIPE_ITSELF);
  });
}

function application(account: ConnectedAccount) {
  return {
    id: applicationId(account.platform),
    object: 'application',
    name: 'Inlay demo platform',
  } as const;
}

export function newAccountId(): string {
  return newId('acct_1', 16);
}
