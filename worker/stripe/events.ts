/**
 * What an event leads to. An event only says that something changed: every handler reads the object again, so that
 * duplicates, replays and any order end in the same state.
 */
import { readBankAccountAgain } from '../bank-accounts.ts';
import { PAGES_IN_BACKGROUND, syncTransactions } from '../bank-transactions.ts';
import { readAgain } from '../connected-account.ts';
import { asInlayError } from '../errors.ts';
import type { Services } from '../services.ts';
import type { EventState, RecordedEvent } from '../store/events.ts';

type Outcome = Extract<EventState, 'done' | 'aside' | 'ignored'>;
type EventHandler = (services: Services, event: RecordedEvent) => Promise<Outcome>;

const bank = 'financial_connections.account';

/** Event type → handler. Types that are not here are recorded and kept. */
export const eventHandlers: Readonly<Record<string, EventHandler>> = {
  'account.updated': readConnectedAccount,
  'account.application.deauthorized': readConnectedAccount,
  'capability.updated': readConnectedAccount,
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
};

async function readConnectedAccount(services: Services, event: RecordedEvent): Promise<Outcome> {
  const account = event.accountId === null ? null : await services.accounts.findById(event.accountId);
  const site = account === null ? null : await services.directory.find(account.owner.site);
  if (account === null || site === null) return 'aside';
  if (event.livemode !== (site.mode === 'live')) return 'ignored';
  await readAgain(services, site, account);
  return 'done';
}

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
