/** What handlers work with, put together once per isolate from the Worker's bindings and settings. */
import { readSettings, type Settings } from './settings.ts';
import { type Accounts, accountsIn } from './store/accounts.ts';
import { type BankAccounts, bankAccountsIn } from './store/bank-accounts.ts';
import { type BankTransactions, bankTransactionsIn } from './store/bank-transactions.ts';
import { type Charges, chargesIn } from './store/charges.ts';
import { type Consents, consentsIn } from './store/consents.ts';
import { type Customers, customersIn } from './store/customers.ts';
import { openDatabase } from './store/database.ts';
import { type Events, eventsIn } from './store/events.ts';
import { type Orders, ordersIn } from './store/orders.ts';
import { type PaymentMethods, paymentMethodsIn } from './store/payment-methods.ts';
import { type Payouts, payoutsIn } from './store/payouts.ts';
import { type SalesStore, salesIn } from './store/sales.ts';
import { createSeal, type Seal } from './store/seal.ts';
import { type Sites, sitesIn } from './store/sites.ts';
import { createStripeClients, type Pace, STRIPE_TIMEOUT, type StripeCall } from './stripe/client.ts';
import { createPrices, type Prices } from './stripe/prices.ts';
import { createSiteDirectory, type SiteDirectory } from './trust/site-directory.ts';

/** What tests replace: the clock, waiting, and where log lines go. */
export interface Runtime extends Pace {
  log(line: Record<string, unknown>): void;
}

export const realRuntime: Runtime = {
  now: () => Date.now(),
  sleep: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)),
  stripeTimeout: STRIPE_TIMEOUT,
  log: (line) => console.log(JSON.stringify(line)),
};

export interface Services {
  readonly runtime: Runtime;
  readonly settings: Settings;
  readonly seal: Seal;
  readonly sites: Sites;
  readonly accounts: Accounts;
  readonly customers: Customers;
  readonly bankAccounts: BankAccounts;
  readonly bankTransactions: BankTransactions;
  readonly paymentMethods: PaymentMethods;
  readonly consents: Consents;
  readonly charges: Charges;
  readonly orders: Orders;
  readonly sales: SalesStore;
  readonly payouts: Payouts;
  readonly prices: Prices;
  readonly events: Events;
  readonly directory: SiteDirectory;
  stripeFor(site: { readonly stripeSecretKey: string }): StripeCall;
}

export function createServices(env: Env, runtime: Runtime): Services {
  const settings = readSettings(env);
  const db = openDatabase(env.DB);
  const seal = createSeal(settings.encryptionKey);
  const sites = sitesIn(db);
  const clients = createStripeClients(settings.stripeApi, runtime);
  return {
    runtime,
    settings,
    seal,
    sites,
    accounts: accountsIn(db),
    customers: customersIn(db),
    bankAccounts: bankAccountsIn(db),
    bankTransactions: bankTransactionsIn(db),
    paymentMethods: paymentMethodsIn(db),
    consents: consentsIn(db),
    charges: chargesIn(db),
    orders: ordersIn(db),
    sales: salesIn(db),
    payouts: payoutsIn(db),
    prices: createPrices(),
    events: eventsIn(db),
    directory: createSiteDirectory(sites, seal, runtime),
    stripeFor: (site) => clients(site.stripeSecretKey),
  };
}
