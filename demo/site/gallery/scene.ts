/**
 * A state of an element, as the gallery shows it: what the Worker answers, and what a person does until it is reached. The
 * answers are typed by the contract, so that none can drift from what a Worker says.
 */
import type {
  Account,
  AccountLink,
  AccountSession,
  BankAccount,
  BankAccountList,
  BankAccountOwnerList,
  BankSession,
  BankSessionTerms,
  CheckoutMerchant,
  CheckoutSession,
  Checkup,
  Config,
  ErrorCode,
  LinkedBankSession,
  MonthlyTotalList,
  NewCheckoutSession,
  PaymentMethodList,
  PaymentMethodRemoved,
  SetupIntent,
  SetupOutcome,
  SetupTerms,
  TransactionList,
} from '../../../worker/contract.ts';

export type Tag =
  | 'connect-onboard-button'
  | 'connect-account-status'
  | 'link-bank-account'
  | 'linked-bank-accounts'
  | 'cashapp-save-method'
  | 'saved-payment-methods'
  | 'connect-checkout-button'
  | 'connect-embedded'
  | 'inlay-doctor';

/** What each route says where all is well. */
export interface Routes {
  'GET config': Config;
  'GET account': Account;
  'POST account_links': AccountLink;
  'POST account_sessions': AccountSession;
  'GET financial_connections/sessions': BankSessionTerms;
  'POST financial_connections/sessions': BankSession;
  'POST financial_connections/sessions/:id/sync': LinkedBankSession;
  'GET financial_connections/accounts': BankAccountList;
  'GET financial_connections/accounts/:id/owners': BankAccountOwnerList;
  'GET financial_connections/accounts/:id/transactions': TransactionList;
  'GET financial_connections/accounts/:id/transactions/monthly_totals': MonthlyTotalList;
  'POST financial_connections/accounts/:id/refresh': BankAccount;
  'DELETE financial_connections/accounts/:id': BankAccount;
  'GET setup_intents': SetupTerms;
  'POST setup_intents': SetupIntent;
  'POST setup_intents/:id/sync': SetupOutcome;
  'GET payment_methods': PaymentMethodList;
  'DELETE payment_methods/:id': PaymentMethodRemoved;
  'GET checkout/merchants/:id': CheckoutMerchant;
  'POST checkout/sessions': NewCheckoutSession;
  'GET checkout/sessions/:id': CheckoutSession;
  'POST checkup': Checkup;
}

export type Answer<T> =
  | { readonly is: T }
  | { readonly fails: ErrorCode }
  /** Nothing, for as long as the page is there; or there is no connection. */
  | { readonly is: undefined; readonly how: 'never' | 'offline' };

/** A list is answered one after another, and its last for ever. */
export type Answers = {
  readonly [route in keyof Routes]?: Answer<Routes[route]> | readonly Answer<Routes[route]>[];
};

export interface Scene {
  /** Together with the element it names the scene: `link-bank-account/linked`. */
  readonly name: string;
  readonly title: string;
  readonly attributes?: Readonly<Record<string, string>>;
  /** Children of the element, by slot. */
  readonly slots?: Readonly<Record<string, string>>;
  readonly answers: Answers;
  /** What a person does, one after another. */
  readonly steps?: readonly Step[];
  /** The skeleton is what there is to see: until the first step, or for good. */
  readonly loading?: true;
  /**
   * Needs a page of its own, shown in a frame: for it has the page's one dialog, or comes back with these parameters in the
   * page's address.
   */
  readonly apart?: string;
}

export type Step =
  /** Until what a selector finds in the shadow root is there. */
  | { readonly press: string; readonly until: string }
  /** What a click does, or asking the Worker again; without `until` it is waited for to the end. */
  | { readonly call: 'start' | 'refresh'; readonly until?: string };

export interface Shown {
  readonly tag: Tag;
  /** What it is for, in a few words. */
  readonly about: string;
  readonly scenes: readonly Scene[];
}

export const never = { is: undefined, how: 'never' } as const;
export const offline = { is: undefined, how: 'offline' } as const;

export function fails(code: ErrorCode): { readonly fails: ErrorCode } {
  return { fails: code };
}

/** Presses the element's own button. */
export function press(until: string, button = '[part~=button]'): Step {
  return { press: button, until };
}

export function call(method: 'start' | 'refresh', until?: string): Step {
  return { call: method, ...(until !== undefined && { until }) };
}
