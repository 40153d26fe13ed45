import type Stripe from 'stripe';
import type { UpdateAccount } from './params.ts';

export function defaultSettings(): Stripe.Account.Settings {
  return {
    branding: { icon: null, logo: null, primary_color: null, secondary_color: null },
    card_payments: {
      decline_on: { avs_failure: false, cvc_failure: false },
      statement_descriptor_prefix: null,
      statement_descriptor_prefix_kana: null,
      statement_descriptor_prefix_kanji: null,
    },
    dashboard: { display_name: null, timezone: 'Etc/UTC' },
    payments: {
      statement_descriptor: null,
      statement_descriptor_kana: null,
      statement_descriptor_kanji: null,
      statement_descriptor_prefix_kana: null,
      statement_descriptor_prefix_kanji: null,
    },
    payouts: {
      debit_negative_balances: true,
      schedule: { delay_days: 2, interval: 'daily' },
      statement_descriptor: null,
    },
  };
}

export function withSettings(
  stored: Stripe.Account.Settings,
  params: UpdateAccount['settings'],
): Stripe.Account.Settings {
  if (!params) return stored;
  const { branding, card_payments, payments, payouts } = params;
  const paid = stored.payouts ?? {
    debit_negative_balances: true,
    schedule: { delay_days: 2, interval: 'daily' },
    statement_descriptor: null,
  };
  return {
    ...stored,
    branding: { ...stored.branding, ...given(branding ?? {}) },
    card_payments: { ...stored.card_payments, ...given(card_payments ?? {}) },
    payments: { ...stored.payments, ...given(payments ?? {}) },
    payouts: {
      debit_negative_balances: payouts?.debit_negative_balances ?? paid.debit_negative_balances,
      statement_descriptor:
        payouts?.statement_descriptor === undefined ? paid.statement_descriptor : payouts.statement_descriptor,
      schedule: {
        ...paid.schedule,
        delay_days: payouts?.schedule?.delay_days ?? paid.schedule.delay_days,
        interval: payouts?.schedule?.interval ?? paid.schedule.interval,
      },
    },
  };
}

/** Leaves out what was not given, so that it does not overwrite. */
function given(params: Record<string, string | null | undefined>): Record<string, string | null> {
  return Object.fromEntries(
    Object.entries(params).filter((entry): entry is [string, string | null] => entry[1] !== undefined),
  );
}
