/** Everything the stand-in remembers, in memory: one store per account and mode, one clock, one list of timers. */
import type Stripe from 'stripe';
import type { AccountLink } from './account_links/links.ts';
import type { AccountSession } from './account_sessions/session.ts';
import type { ConnectedAccount } from './accounts/account.ts';
import type { Kept } from './api/idempotency.ts';
import type { StoredFee } from './application_fees/fee.ts';
import type { Entry } from './balance_transactions/ledger.ts';
import type { CashappSession, CashappVisit } from './cashapp/session.ts';
import type { StoredCharge } from './charges/charge.ts';
import type { CheckoutSession } from './checkout/session.ts';
import type { ConnectWindow } from './connect/window.ts';
import type { StoredDispute } from './disputes/dispute.ts';
import type { StoredEvent } from './events/event.ts';
import type { LinkedAccount } from './financial_connections/account.ts';
import type { Authorization } from './financial_connections/authorize_page.ts';
import type { BankSession } from './financial_connections/session.ts';
import type { StoredMandate } from './mandates/mandate.ts';
import type { Session } from './onboarding/session.ts';
import type { StoredPaymentIntent } from './payment_intents/payment_intent.ts';
import type { KeptMethod } from './payment_methods/payment_method.ts';
import type { StoredPayout } from './payouts/payout.ts';
import type { WirePrice } from './prices/price.ts';
import type { StoredSetupIntent } from './setup_intents/setup_intent.ts';
import type { Endpoint } from './webhook_endpoints/endpoint.ts';

export interface Store {
  readonly account: string;
  readonly livemode: boolean;
  /** The platform a connected account belongs to; null for a platform itself. */
  readonly platform: string | null;
  /** Accounts connected to this one. */
  readonly accounts: Map<string, ConnectedAccount>;
  readonly customers: Map<string, Stripe.Customer | Stripe.DeletedCustomer>;
  readonly products: Map<string, Stripe.Product>;
  readonly prices: Map<string, WirePrice>;
  readonly bankSessions: Map<string, BankSession>;
  /** Financial Connections accounts, whoever their holder is. */
  readonly linkedAccounts: Map<string, LinkedAccount>;
  /** By id, with the linked account each is of. */
  readonly ownerships: Map<string, { account: string; shown: Stripe.FinancialConnections.AccountOwnership }>;
  readonly paymentMethods: Map<string, KeptMethod>;
  readonly mandates: Map<string, StoredMandate>;
  readonly setupIntents: Map<string, StoredSetupIntent>;
  readonly paymentIntents: Map<string, StoredPaymentIntent>;
  readonly charges: Map<string, StoredCharge>;
  readonly checkoutSessions: Map<string, CheckoutSession>;
  readonly refunds: Map<string, Stripe.Refund>;
  /** Of charges on the accounts connected to this one. */
  readonly applicationFees: Map<string, StoredFee>;
  readonly disputes: Map<string, StoredDispute>;
  /** The account's ledger, in order. */
  readonly balanceTransactions: Map<string, Entry>;
  readonly payouts: Map<string, StoredPayout>;
  readonly events: Map<string, StoredEvent>;
  readonly webhookEndpoints: Map<string, Endpoint>;
  readonly idempotency: Kept;
}

export interface World {
  readonly origin: string;
  readonly revokedKeys: Set<string>;
  readonly accountLinks: Map<string, AccountLink>;
  readonly sessions: Map<string, Session>;
  /** Account Sessions, by their secret. */
  readonly accountSessions: Map<string, AccountSession>;
  /** Windows of Connect's components. */
  readonly connectWindows: Map<string, ConnectWindow>;
  /** What people decided on the pages of their banks. */
  readonly authorizations: Map<string, Authorization>;
  /** Attempts with Cash App, by an id of their own. */
  readonly cashappSessions: Map<string, CashappSession>;
  /** Every link ever given out, and the attempt it belongs to; only the latest of an attempt leads anywhere. */
  readonly cashappLinks: Map<string, CashappSession>;
  readonly cashappVisits: Map<string, CashappVisit>;
  /** Login links not yet opened, and the account each is for. */
  readonly loginLinks: Map<string, string>;
  /** Unix seconds. */
  now(): number;
  /** The clock of everybody else, whom advancing ours does not move: signatures carry its time. */
  outsideNow(): number;
  advance(seconds: number): void;
  /** The store of an account in a mode, made when first asked for. */
  store(account: string, livemode: boolean, platform?: string): Store;
  stores(): Iterable<Store>;
  /** Runs `task` once the clock has reached `at`. */
  later(at: number, task: () => void): void;
  /** Runs what is due; called before every request and whenever the clock moves. */
  runDue(): void;
  /** Hands an event to the webhook endpoints that listen for it. */
  announce(store: Store, event: StoredEvent): void;
  reset(): void;
}

export function createWorld(
  origin: string,
  realNow: () => number,
  announce: (world: World, store: Store, event: StoredEvent) => void,
): World {
  let offset = 0;
  let timers: Timer[] = [];
  const stores = new Map<string, Store>();
  const world: World = {
    origin,
    revokedKeys: new Set(),
    accountLinks: new Map(),
    sessions: new Map(),
    accountSessions: new Map(),
    connectWindows: new Map(),
    authorizations: new Map(),
    cashappSessions: new Map(),
    cashappLinks: new Map(),
    cashappVisits: new Map(),
    loginLinks: new Map(),
    now: () => Math.floor(realNow()) + offset,
    outsideNow: () => Math.floor(realNow()),
    advance(seconds) {
      offset += seconds;
      world.runDue();
    },
    store(account, livemode, platform) {
      const key = `${account} ${livemode}`;
      const found = stores.get(key) ?? emptyStore(account, livemode, platform ?? null);
      stores.set(key, found);
      return found;
    },
    stores: () => stores.values(),
    later(at, task) {
      timers.push({ at, task });
    },
    runDue() {
      // One at a time, the earliest first: a task may set a timer that falls due before the next one does.
      for (let next = earliest(timers, world.now()); next; next = earliest(timers, world.now())) {
        const { task } = next;
        timers = timers.filter((timer) => timer !== next);
        task();
      }
    },
    announce: (store, event) => announce(world, store, event),
    reset() {
      offset = 0;
      timers = [];
      stores.clear();
      const { revokedKeys, accountLinks, sessions, authorizations, loginLinks } = world;
      const { cashappSessions, cashappLinks, cashappVisits, accountSessions, connectWindows } = world;
      for (const memory of [revokedKeys, accountLinks, sessions, authorizations, loginLinks]) memory.clear();
      for (const memory of [cashappSessions, cashappLinks, cashappVisits]) memory.clear();
      for (const memory of [accountSessions, connectWindows]) memory.clear();
    },
  };
  return world;
}

interface Timer {
  at: number;
  task: () => void;
}

/** Of those that are due; the one set first where several are due at once. */
function earliest(timers: readonly Timer[], now: number): Timer | undefined {
  return timers.reduce<Timer | undefined>(
    (first, timer) => (timer.at <= now && (!first || timer.at < first.at) ? timer : first),
    undefined,
  );
}

function emptyStore(account: string, livemode: boolean, platform: string | null): Store {
  return {
    account,
    livemode,
    platform,
    accounts: new Map(),
    customers: new Map(),
    products: new Map(),
    prices: new Map(),
    bankSessions: new Map(),
    linkedAccounts: new Map(),
    ownerships: new Map(),
    paymentMethods: new Map(),
    mandates: new Map(),
    setupIntents: new Map(),
    paymentIntents: new Map(),
    charges: new Map(),
    checkoutSessions: new Map(),
    refunds: new Map(),
    applicationFees: new Map(),
    disputes: new Map(),
    balanceTransactions: new Map(),
    payouts: new Map(),
    events: new Map(),
    webhookEndpoints: new Map(),
    idempotency: new Map(),
  };
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** A fresh id with Stripe's prefix; unguessable, because some of them open pages. */
export function newId(prefix: string, length = 24): string {
  const bytes = crypto.getRandomValues(new Uint8Array(length));
  return prefix + Array.from(bytes, (byte) => ALPHABET[byte % ALPHABET.length]).join('');
}
