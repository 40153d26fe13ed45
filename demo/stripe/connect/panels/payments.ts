/** What customers paid, and giving it back. */
import { field } from '../../api/browser_call.ts';
import { noSuch, refused } from '../../api/errors.ts';
import type { StoredCharge } from '../../charges/charge.ts';
import { STRIPE_ITSELF } from '../../events/event.ts';
import { giveMoneyBack, isChargedBack, refundAmount } from '../../refunds/changes.ts';
import type { Store } from '../../world.ts';
import type { PanelCall } from '../call.ts';
import type { Panel } from './panel.ts';
import { SHOWN } from './payouts.ts';

export type PaymentStatus =
  | 'disputed'
  | 'failed'
  | 'partially_refunded'
  | 'pending'
  | 'refunded'
  | 'succeeded'
  | 'uncaptured';

export interface PaymentShown {
  readonly id: string;
  readonly amount: number;
  readonly currency: string;
  readonly refunded: number;
  readonly status: PaymentStatus;
  readonly created: number;
  /** Such as `visa •••• 4242`. */
  readonly method: string;
  readonly about: string | null;
  /** What can still be given back; 0 where nothing can. */
  readonly refundable: number;
}

export interface PaymentsShown {
  readonly payments: readonly PaymentShown[];
}

export const payments: Panel = {
  read({ store, features }): PaymentsShown {
    const newest = Array.from(store.charges.values()).reverse().slice(0, SHOWN);
    return { payments: newest.map((charge) => shown(store, charge, features.get('refund_management') === true)) };
  },
  acts: {
    refund: {
      authenticated: false,
      run(call) {
        const { world, store, features } = call;
        if (!features.get('refund_management')) throw refused('Refunds are not enabled in this Account Session.');
        const charge = paidOf(call);
        const amount = refundAmount(world, store, charge, Number(field(call.fields, 'amount')) || null);
        giveMoneyBack(
          world,
          store,
          charge,
          { amount, metadata: {}, reason: 'requested_by_customer', applicationFee: false },
          STRIPE_ITSELF,
        );
      },
    },
  },
};

function paidOf({ store, fields }: PanelCall): StoredCharge {
  const id = field(fields, 'payment');
  const charge = store.charges.get(id);
  if (charge?.status === 'succeeded') return charge;
  throw noSuch('payment', id, 'payment');
}

function shown(store: Store, charge: StoredCharge, refunds: boolean): PaymentShown {
  const { id, amount, currency, amount_refunded, created, description, billing_details } = charge;
  const status = statusOf(charge);
  const open = status === 'succeeded' || status === 'partially_refunded' || status === 'disputed';
  return {
    id,
    amount,
    currency,
    refunded: charge.captured ? amount_refunded : 0,
    status,
    created,
    method: methodOf(charge),
    about: description ?? billing_details.name ?? billing_details.email,
    refundable: refunds && open && !isChargedBack(store, charge) ? amount - amount_refunded : 0,
  };
}

function statusOf(charge: StoredCharge): PaymentStatus {
  if (charge.status !== 'succeeded') return charge.status === 'pending' ? 'pending' : 'failed';
  if (charge.disputed) return 'disputed';
  if (charge.refunded) return 'refunded';
  if (!charge.captured) return 'uncaptured';
  return charge.amount_refunded > 0 ? 'partially_refunded' : 'succeeded';
}

const NAMES: Readonly<Record<string, string>> = {
  amex: 'American Express',
  cashapp: 'Cash App Pay',
  discover: 'Discover',
  mastercard: 'Mastercard',
  sepa_debit: 'SEPA Direct Debit',
  us_bank_account: 'ACH Direct Debit',
  visa: 'Visa',
};

function methodOf({ payment_method_details: details }: StoredCharge): string {
  const kind = details?.card?.brand ?? details?.type ?? 'card';
  const last4 = details?.card?.last4 ?? details?.sepa_debit?.last4 ?? details?.us_bank_account?.last4;
  const name = NAMES[kind] ?? kind;
  return last4 ? `${name} •••• ${last4}` : name;
}
