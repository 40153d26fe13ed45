/** Money that is there, on its way or to come: `payouts`, and `balances` without the list. */
import { accountObject } from '../../accounts/account.ts';
import { field } from '../../api/browser_call.ts';
import { refused } from '../../api/errors.ts';
import { balanceOf } from '../../balance/balance.ts';
import { STRIPE_ITSELF } from '../../events/event.ts';
import { sendPayout } from '../../payouts/changes.ts';
import { availableOf, requirePayable } from '../../payouts/check.ts';
import type { PayoutStatus } from '../../payouts/payout.ts';
import type { PanelCall } from '../call.ts';
import type { Act, Panel } from './panel.ts';

export interface Money {
  readonly amount: number;
  readonly currency: string;
}

export interface BalanceShown {
  readonly available: readonly Money[];
  readonly pending: readonly Money[];
  readonly bank: { readonly name: string | null; readonly last4: string } | null;
  /** What the person may have paid out now; null where that is nothing. */
  readonly payable: Money | null;
}

export interface PayoutShown extends Money {
  readonly id: string;
  readonly status: PayoutStatus;
  readonly created: number;
  readonly arrives: number;
}

export interface PayoutsShown extends BalanceShown {
  readonly payouts: readonly PayoutShown[];
}

/** The newest ones are enough to see that it works. */
export const SHOWN = 20;

const pay: Act = {
  authenticated: true,
  run(call) {
    const { world, store } = call;
    const payable = payableNow(call);
    if (!payable) throw refused('There is nothing that could be paid out now.');
    // What the person saw is what is paid, whatever has come in since.
    const amount = Number(field(call.fields, 'amount')) || payable.amount;
    const destination = requirePayable(world, store, amount, payable.currency);
    const about = {
      amount,
      automatic: false,
      currency: payable.currency,
      description: null,
      destination,
      metadata: {},
      statement_descriptor: null,
    };
    sendPayout(world, store, about, STRIPE_ITSELF);
  },
};

export const payouts: Panel = {
  read(call): PayoutsShown {
    const newest = Array.from(call.store.payouts.values()).reverse().slice(0, SHOWN);
    return {
      ...balanceShown(call),
      payouts: newest.map(({ id, amount, currency, status, created, arrival_date }) => ({
        id,
        amount,
        currency,
        status,
        created,
        arrives: arrival_date,
      })),
    };
  },
  acts: { pay },
};

export const balances: Panel = { read: balanceShown, acts: { pay } };

function balanceShown(call: PanelCall): BalanceShown {
  const { world, store, account } = call;
  const { available, pending } = balanceOf(world, store);
  const bank = account.bank && { name: account.bank.bank_name, last4: account.bank.last4 };
  return { available: available.map(money), pending: pending.map(money), bank, payable: payableNow(call) };
}

function payableNow({ world, store, account, features }: PanelCall): Money | null {
  if (!account.bank || !features.get('standard_payouts')) return null;
  if (!accountObject(account, world.now()).payouts_enabled) return null;
  const { currency } = account.bank;
  const amount = availableOf(balanceOf(world, store), currency);
  return amount > 0 ? { amount, currency } : null;
}

function money({ amount, currency }: Money): Money {
  return { amount, currency };
}
