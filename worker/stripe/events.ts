/**
 * What an event leads to. An event only says that something changed: every handler reads the object again, so that
 * duplicates, replays and any order end in the same state.
 */
import { readBankAccountAgain } from '../bank-accounts.ts';
import { PAGES_IN_BACKGROUND, syncTransactions } from '../bank-transactions.ts';
import { readIntentAgain } from '../charges.ts';
import { asInlayError } from '../errors.ts';
import { detachIfRevoked, readMethodAgain, syncSetupIntent } from '../payment-methods.ts';
import type { Services } from '../services.ts';
import type { Owner } from '../store/claims.ts';
import type { RecordedEvent } from '../store/events.ts';
import type { Site } from '../trust/site-directory.ts';
import type { EventHandler, Outcome } from './event-handler.ts';
import { merchantEvents } from './merchant-events.ts';

const bank = 'financial_connections.account';

/** Event type → handler. Types that are not here are recorded and kept. */
export const eventHandlers: Readonly<Record<string, EventHandler>> = {
  ...merchantEvents,
  [`${bank}.created`]: readLinkedAccount,
  [`${bank}.deactivated`]: readLinkedAccount,
  [`${bank}.reactivated`]: readLinkedAccount,
  [`${bank}.disconnected`]: readLinkedAccount,
  [`${bank}.refreshed_balance`]: readLinkedAccount,
  [`${bank}.refreshed_ownership`]: readLinkedAccount,
  [`${bank}.refreshed_transactions`]: readLinkedAccount,
  [`${bank}.account_numbers_updated`]: readLinkedAccount,
  [`${bank}.upcoming_account_number_expiry`]: readLinkedAccount,
  [`${bank}.supported_payment_method_types_updated`]: readLinkedAccount,
  [`${bank}.expected_deactivation_date_updated`]: readLinkedAccount,
  [`${bank}.upcoming_deactivation`]: readLinkedAccount,
  'setup_intent.created': readSetup,
  'setup_intent.requires_action': readSetup,
  'setup_intent.succeeded': readSetup,
  'setup_intent.setup_failed': readSetup,
  'setup_intent.canceled': readSetup,
  'mandate.updated': readRevocation,
  'payment_method.attached': readSavedMethod,
  'payment_method.detached': readSavedMethod,
  'payment_method.updated': readSavedMethod,
  'payment_method.automatically_updated': readSavedMethod,
  'payment_intent.created': readCharge,
  'payment_intent.processing': readCharge,
  'payment_intent.requires_action': readCharge,
  'payment_intent.succeeded': readCharge,
  'payment_intent.payment_failed': readCharge,
  'payment_intent.canceled': readCharge,
};

/**
 * A linked bank account: one we know, or one of a customer we know that was linked elsewhere (an app, a page that was closed
 * too early). `refreshed_*` comes after failures too, so it is the reading that says what there is to fetch.
 */
async function readLinkedAccount(services: Services, event: RecordedEvent): Promise<Outcome> {
  const { bankAccounts, customers, directory } = services;
  if (event.objectId === null) return 'aside';
  const known = await bankAccounts.findById(event.objectId);
  const owner = known?.owner ?? (event.customerId === null ? null : await customers.ownerOf(event.customerId));
  const site = owner === null ? null : await directory.find(owner.site);
  if (owner === null || site === null) return 'aside';
  if (event.livemode !== (site.mode === 'live')) return 'ignored';
  const account = await readBankAccountAgain(services, site, { owner, account: { id: event.objectId } });
  if (account === null) return 'aside';
  if (!account.removed) await syncTransactions(services, site, account, PAGES_IN_BACKGROUND);
  return 'done';
}

/** A SetupIntent of a customer of ours: what it saved is kept, also where no page has come back to ask. */
async function readSetup(services: Services, event: RecordedEvent): Promise<Outcome> {
  return forCustomer(services, event, async (site, owner, id) => {
    const { payment_method: method } = await syncSetupIntent(services, site, owner, id);
    const stored = method === null ? null : await services.paymentMethods.find(owner, method.id);
    // It may have been revoked before it was known here, when nobody could tell whose mandate that was.
    if (stored !== null) await detachIfRevoked(services, site, stored);
    return 'done';
  });
}

/** Revoked in Cash App: the method is still attached at Stripe, and it is for us to detach it. */
async function readRevocation(services: Services, event: RecordedEvent): Promise<Outcome> {
  const { paymentMethods, directory } = services;
  const { objectId: mandate, methodId } = event;
  if (mandate === null || event.accountId !== null) return 'aside';
  const named = methodId === null ? null : await paymentMethods.findById(methodId);
  const stored = (await paymentMethods.findByMandate(mandate)) ?? named;
  const site = stored === null ? null : await directory.find(stored.owner.site);
  if (stored === null || site === null) return 'aside';
  if (event.livemode !== (site.mode === 'live')) return 'ignored';
  await detachIfRevoked(services, site, { ...stored, mandate });
  return 'done';
}

async function readSavedMethod(services: Services, event: RecordedEvent): Promise<Outcome> {
  return forCustomer(services, event, async (site, owner, id) => {
    await readMethodAgain(services, site, owner, id);
    return 'done';
  });
}

async function readCharge(services: Services, event: RecordedEvent): Promise<Outcome> {
  return forCustomer(services, event, async (site, owner, id) =>
    (await readIntentAgain(services, site, owner, id)) ? 'done' : 'aside',
  );
}

/** For an object of one of our users' customers: found by the method it is, or by the customer that the event names. */
async function forCustomer(
  { customers, directory, paymentMethods }: Services,
  event: RecordedEvent,
  work: (site: Site, owner: Owner, id: string) => Promise<Outcome>,
): Promise<Outcome> {
  const { accountId, customerId, objectId } = event;
  // A connected account's own customers are none of ours.
  if (accountId !== null || objectId === null) return 'aside';
  const known = objectId.startsWith('pm_') ? await paymentMethods.findById(objectId) : null;
  const owner = known?.owner ?? (customerId === null ? null : await customers.ownerOf(customerId));
  const site = owner === null ? null : await directory.find(owner.site);
  if (owner === null || site === null) return 'aside';
  if (event.livemode !== (site.mode === 'live')) return 'ignored';
  return work(site, owner, objectId);
}

/** Does the work of an event whose lease the caller holds. Never throws: a failure is logged and left for later. */
export async function handleEvent(services: Services, event: RecordedEvent, requestId: string): Promise<void> {
  const { events, runtime } = services;
  const line = { request_id: requestId, event: event.id, type: event.type };
  try {
    const outcome = (await eventHandlers[event.type]?.(services, event)) ?? 'aside';
    await events.finish(event.id, outcome);
    runtime.log({ ...line, outcome });
  } catch (thrown) {
    const { code, detail } = asInlayError(thrown);
    runtime.log({ ...line, outcome: 'postponed', error: code, reason: detail.reason });
    await events.postpone(event.id, runtime.now()).catch(() => {});
  }
}

const SWEPT_AT_ONCE = 20;

/** Finishes what deliveries left undone. Run by the cron trigger, once a minute. */
export async function sweepEvents(services: Services): Promise<void> {
  const lease = `sweep_${crypto.randomUUID()}`;
  const lapsed = await services.events.takeLapsed(SWEPT_AT_ONCE, lease, services.runtime.now());
  for (const event of lapsed) await handleEvent(services, event, lease);
}
