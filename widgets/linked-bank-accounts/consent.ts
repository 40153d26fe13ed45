/** A new consent, to link an account again or to share more of it: what `link-bank-account` does, done from here. */
import type { BankAccount, BankPermission } from '../../worker/contract.ts';
import { GuestLinking } from '../link-bank-account/guest.ts';
import type { Linking } from '../link-bank-account/linking.ts';
import type { Listing } from './listing.ts';
import { widened } from './widened.ts';

interface Asked {
  readonly linking: Linking;
  /** For which account; undefined where the page asked. */
  account: string | undefined;
  /** Asks the same once more. */
  again: () => void;
}

const asked = new WeakMap<Listing, Asked>();

/** @param more what the account does not share yet */
export async function consent(flow: Listing, account?: BankAccount, more?: BankPermission): Promise<void> {
  if (!flow.session) return;
  const again = () => void consent(flow, account, more);
  const { linking } = asked.get(flow) ?? (await begin(flow, again));
  const { name } = linking.state;
  if (name === 'busy' || name === 'open') return;
  asked.set(flow, { linking, account: account?.id, again });
  const allowed = flow.state.list?.permissions ?? [];
  const pressed = flow.host.shadowRoot?.activeElement;
  await linking.start(account ? { permissions: widened(allowed, account.permissions, more) } : {});
  // Stripe's dialog leaves the focus on nothing; what is no longer there gives it to its neighbour.
  if (pressed instanceof HTMLElement && document.activeElement === document.body) pressed.focus();
}

async function begin(flow: Listing, again: () => void): Promise<Asked> {
  const made: Asked = { linking: new GuestLinking(flow.host), account: undefined, again };
  asked.set(flow, made);
  // It learns at the next update who the person is, and is ready a task later.
  await flow.host.updateComplete;
  await new Promise((resolve) => setTimeout(resolve));
  return made;
}

/** How far the consent for an account is, or that for none in particular. */
export function consentFor(
  flow: Listing,
  account?: string,
): { state: Linking['state']; again: () => void } | undefined {
  const one = asked.get(flow);
  return one && one.account === account ? { state: one.linking.state, again: one.again } : undefined;
}
