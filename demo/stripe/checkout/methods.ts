/** What a buyer can pay with. */
import { offers } from '../accounts/capabilities.ts';
import { connectedAccount } from '../accounts/connected.ts';
import { enabledTypes, type Filters, typesLeft } from '../intents/types.ts';
import type { Store, World } from '../world.ts';

/** Settled days later, and never held: not for what is captured later. */
const DEBITS = ['sepa_debit', 'us_bank_account'];
/** Where a buyer leaves the page to agree. */
const REDIRECTS = ['cashapp'];

const IN_DOLLARS = [
  ['cashapp', 'cashapp_payments'],
  ['us_bank_account', 'us_bank_account_ach_payments'],
] as const;

interface Wanted extends Filters {
  captured: 'later' | 'now';
  /** Whether the page may be left at all. */
  redirects: boolean;
}

export function checkoutTypes(world: World, store: Store, wanted: Wanted, currency: string): string[] {
  const account = connectedAccount(world, store);
  const american = account && currency === 'usd' ? IN_DOLLARS.filter(([, name]) => offers(account, name)) : [];
  const enabled = [...enabledTypes(world, store, currency), ...american.map(([type]) => type)];
  const possible = [...new Set(enabled)].filter(
    (type) => (wanted.captured === 'now' || !DEBITS.includes(type)) && (wanted.redirects || !REDIRECTS.includes(type)),
  );
  return typesLeft(possible, wanted, 'Checkout Session');
}

export function mayRedirect(types: readonly string[]): boolean {
  return types.some((type) => REDIRECTS.includes(type));
}
