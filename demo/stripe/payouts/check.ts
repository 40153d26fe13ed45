/** Whether an account can be paid out, and how much. */
import type Stripe from 'stripe';
import { accountObject } from '../accounts/account.ts';
import { connectedAccount } from '../accounts/connected.ts';
import { type ApiError, invalid, refused } from '../api/errors.ts';
import { balanceOf } from '../balance/balance.ts';
import type { Store, World } from '../world.ts';

/** Where the money would go; null for a platform, whose bank is not known. */
export function requirePayable(world: World, store: Store, amount: number, currency: string): string | null {
  const destination = requireDestination(world, store, currency);
  if (amount === 0)
    throw invalid('amount', 'This value must be greater than or equal to 1.', 'parameter_invalid_integer');
  if (amount > availableOf(balanceOf(world, store), currency)) throw insufficient();
  return destination;
}

export function availableOf({ available }: Stripe.Balance, currency: string): number {
  return available.find((part) => part.currency === currency)?.amount ?? 0;
}

function requireDestination(world: World, store: Store, currency: string): string | null {
  const account = connectedAccount(world, store);
  if (!account) return null;
  if (!account.bank || account.bank.currency !== currency) {
    throw refused(`Sorry, you don't have any external accounts in that currency (${currency}).`, { param: 'currency' });
  }
  if (!accountObject(account, world.now()).payouts_enabled) {
    throw refused(
      'Payouts are not enabled on this account. Check the account’s requirements to see what has to be done first.',
      { code: 'payouts_not_allowed' },
    );
  }
  return account.bank.id;
}

function insufficient(): ApiError {
  return refused(
    'You have insufficient funds in your Stripe account for this transfer. Your card balance is too low. You can use the /v1/balance endpoint to view your Stripe balance.',
    { code: 'balance_insufficient' },
  );
}
