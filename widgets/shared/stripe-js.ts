/** Stripe's script, and what the elements use of it. */
import { loaderOf, refusedByPolicy as refusal } from './stripe-script.ts';

/** An error as Stripe's script tells of it. */
export interface StripeProblem {
  readonly type?: string;
  readonly code?: string;
  readonly message?: string;
}

/** Where a person authorises with Cash App: addresses that work for about half a minute. */
export interface CashappAction {
  readonly hosted_instructions_url: string;
  readonly mobile_auth_url: string;
  readonly qr_code: {
    /** In seconds of Stripe's clock. */
    readonly expires_at: number;
    readonly image_url_svg: string;
  };
}

/** As much of what a browser is told of a SetupIntent as the elements use. */
export interface SetupIntentResult {
  readonly setupIntent?: {
    readonly status: string;
    readonly next_action?: { readonly cashapp_handle_redirect_or_display_qr_code?: CashappAction } | null;
  };
  readonly error?: StripeProblem;
}

/** As much of Stripe.js as the elements use. */
export interface Stripe {
  collectFinancialConnectionsAccounts(options: { clientSecret: string }): Promise<{
    financialConnectionsSession?: { readonly accounts: readonly unknown[] };
    error?: StripeProblem;
  }>;
  confirmCashappSetup(
    clientSecret: string,
    data: { payment_method: { type: 'cashapp' }; return_url: string },
    options?: { handleActions: boolean },
  ): Promise<SetupIntentResult>;
  retrieveSetupIntent(clientSecret: string): Promise<SetupIntentResult>;
  createEmbeddedCheckoutPage(options: {
    fetchClientSecret: () => Promise<string>;
    onComplete: () => void;
  }): Promise<EmbeddedCheckout>;
}

/** Checkout in the page. Stripe allows one at a time. */
export interface EmbeddedCheckout {
  mount(where: HTMLElement): void;
  unmount(): void;
  destroy(): void;
}

export interface StripeOptions {
  readonly locale?: string;
  /** The `acct_…` whose session it is. */
  readonly stripeAccount?: string;
}

export type StripeConstructor = (publishableKey: string, options?: StripeOptions) => Stripe;

declare global {
  interface Window {
    Stripe?: StripeConstructor | undefined;
  }
}

const instances = new WeakMap<StripeConstructor, Map<string, Stripe>>();

const ORIGIN = 'https://js.stripe.com';
/** Where a frame of Checkout in the page comes from, beside that. */
export const CHECKOUT_ORIGIN = 'https://checkout.stripe.com';

export const loadStripeJs = loaderOf<StripeConstructor>(
  'https://js.stripe.com/endive/stripe.js',
  // `/v3/`, or `/<release train>/stripe.js`.
  /^https:\/\/js\.stripe\.com\/(v3(\/|$)|[a-z]+\/stripe\.js)/,
  ORIGIN,
  'Stripe',
  () => window.Stripe,
);

/** Rejects when a Content-Security-Policy of the page forbids what Stripe shows. */
export function refusedByPolicy(signal: AbortSignal, ...others: readonly string[]): Promise<never> {
  return refusal([ORIGIN, ...others].join(' '), signal);
}

/** One instance a key, language and account, as Stripe asks for; and anew where the page has loaded its script anew. */
export function stripeFor(
  create: StripeConstructor,
  publishableKey: string,
  lang: string,
  stripeAccount?: string | null,
): Stripe {
  const locale = stripeLocale(lang);
  const made = instances.get(create) ?? new Map<string, Stripe>();
  instances.set(create, made);
  const name = `${publishableKey} ${locale} ${stripeAccount ?? ''}`;
  const stripe = made.get(name) ?? create(publishableKey, { locale, ...(stripeAccount && { stripeAccount }) });
  made.set(name, stripe);
  return stripe;
}

/** Stripe.js complains of a language it does not speak, and would speak the browser's. */
function stripeLocale(locale: string): string {
  if (/^pt-BR\b/i.test(locale)) return 'pt-BR';
  return /^(ar|bg|cs|da|de|el|en|es|et|fi|fr|he|hr|hu|id|it|ja|ko|lt|lv|ms|mt|nb|nl|pl|pt|ro|ru|sk|sl|sv|th|tr|vi|zh)\b/i.test(
    locale,
  )
    ? locale.slice(0, 2).toLowerCase()
    : 'auto';
}
