import { accountObject } from './accounts/account.ts';
import { connectedAccount } from './accounts/connected.ts';
import { feeNamed } from './application_fees/fee.ts';
import { shownEntry } from './balance_transactions/ledger.ts';
import { lineItems, sessionObject } from './checkout/session.ts';
import { shownPayment } from './payment_intents/payment_intent.ts';
import { shownSetup } from './setup_intents/setup_intent.ts';
import type { Store, World } from './world.ts';

/** The object an id stands for, where an expansion asks for it. */
export function find(world: World, store: Store, id: string): object | undefined {
  if (id.startsWith('acct_')) {
    const connected =
      store.accounts.get(id) ??
      (store.platform ? world.store(store.platform, store.livemode).accounts.get(id) : undefined);
    return connected && accountObject(connected, world.now());
  }
  if (id.startsWith('fee_')) return feeNamed(world, store, id);
  const entry = store.balanceTransactions.get(id);
  if (entry) return shownEntry(entry, world.now());
  const setup = store.setupIntents.get(id);
  if (setup) return shownSetup(world, setup);
  const payment = store.paymentIntents.get(id);
  if (payment) return shownPayment(world, payment);
  const [checkout, list] = id.split('/');
  const session = store.checkoutSessions.get(checkout ?? '');
  if (session) return list ? lineItems(session) : sessionObject(world, session);
  return (
    store.customers.get(id) ??
    store.products.get(id) ??
    store.prices.get(id) ??
    store.ownerships.get(id)?.shown ??
    store.paymentMethods.get(id)?.shown ??
    store.mandates.get(id) ??
    store.charges.get(id) ??
    store.refunds.get(id) ??
    store.disputes.get(id) ??
    store.payouts.get(id) ??
    bankOf(world, store, id)
  );
}

function bankOf(world: World, store: Store, id: string): object | undefined {
  const bank = connectedAccount(world, store)?.bank;
  return bank?.id === id ? bank : undefined;
}
