import type Stripe from 'stripe';
import type { ConnectedAccount } from '../accounts/account.ts';

export type Components = Stripe.AccountSession.Components;
type Features = { [K in keyof Components]: Components[K]['features'] };
export type ComponentName = keyof Components;

const PAYMENTS = {
  capture_payments: true,
  destination_on_behalf_of_charge_management: false,
  dispute_management: true,
  refund_management: true,
  smart_disputes_management: true,
};
const { capture_payments: _, ...DISPUTES } = PAYMENTS;
const COLLECTION = { disable_stripe_user_authentication: false, external_account_collection: true };
const PAYOUTS = { ...COLLECTION, edit_payout_schedule: false, instant_payouts: false, standard_payouts: false };
const CARDS = {
  card_management: false,
  card_spend_dispute_management: false,
  cardholder_management: false,
  spend_control_management: false,
};

/** Every component, with what its features are where nothing says otherwise. */
export const FEATURES: Features = {
  account_management: COLLECTION,
  account_onboarding: COLLECTION,
  balance_report: {},
  balances: PAYOUTS,
  disputes_list: PAYMENTS,
  documents: {},
  financial_account: { ...COLLECTION, send_money: false, transfer_balance: false },
  financial_account_transactions: { card_spend_dispute_management: false },
  instant_payouts_promotion: { ...COLLECTION, instant_payouts: false },
  issuing_card: CARDS,
  issuing_cards_list: { ...CARDS, disable_stripe_user_authentication: false },
  notification_banner: COLLECTION,
  payment_details: PAYMENTS,
  payment_disputes: DISPUTES,
  payment_method_settings: { disable_stripe_user_authentication: false },
  payments: PAYMENTS,
  payout_details: {},
  payout_reconciliation_report: {},
  payouts: PAYOUTS,
  payouts_list: {},
  reporting_chart: {},
  tax_registrations: {},
  tax_settings: {},
  terminal_hardware_orders: {},
  terminal_hardware_shop: {},
};

export type Asked = Record<
  string,
  { enabled: boolean; features?: Record<string, boolean | null | undefined> | null | undefined } | null | undefined
>;

/** Some features are on by default where Stripe, not the platform, bears the losses; some follow others. */
function byDefault(liable: Liable, given: Record<string, boolean>): Record<string, boolean> {
  const stripes = liable.controller.losses.payments === 'stripe';
  return {
    disable_stripe_user_authentication: given.external_account_collection === false,
    edit_payout_schedule: stripes,
    instant_payouts: stripes,
    smart_disputes_management: given.dispute_management ?? true,
    standard_payouts: stripes,
  };
}

type Liable = Pick<ConnectedAccount, 'controller'>;

/** The answer lists all components, those not asked for as disabled. */
export function components(asked: Asked, account: Liable): Components {
  function part<K extends ComponentName>(name: K): { enabled: boolean; features: Features[K] } {
    const wanted = asked[name];
    const given = Object.fromEntries(
      Object.entries(wanted?.features ?? {}).filter((entry): entry is [string, boolean] => entry[1] != null),
    );
    const known = Object.entries(byDefault(account, given)).filter(([feature]) => feature in FEATURES[name]);
    return {
      enabled: wanted?.enabled ?? false,
      features: { ...FEATURES[name], ...Object.fromEntries(known), ...given },
    };
  }
  return {
    account_management: part('account_management'),
    account_onboarding: part('account_onboarding'),
    balance_report: part('balance_report'),
    balances: part('balances'),
    disputes_list: part('disputes_list'),
    documents: part('documents'),
    financial_account: part('financial_account'),
    financial_account_transactions: part('financial_account_transactions'),
    instant_payouts_promotion: part('instant_payouts_promotion'),
    issuing_card: part('issuing_card'),
    issuing_cards_list: part('issuing_cards_list'),
    notification_banner: part('notification_banner'),
    payment_details: part('payment_details'),
    payment_disputes: part('payment_disputes'),
    payment_method_settings: part('payment_method_settings'),
    payments: part('payments'),
    payout_details: part('payout_details'),
    payout_reconciliation_report: part('payout_reconciliation_report'),
    payouts: part('payouts'),
    payouts_list: part('payouts_list'),
    reporting_chart: part('reporting_chart'),
    tax_registrations: part('tax_registrations'),
    tax_settings: part('tax_settings'),
    terminal_hardware_orders: part('terminal_hardware_orders'),
    terminal_hardware_shop: part('terminal_hardware_shop'),
  };
}
