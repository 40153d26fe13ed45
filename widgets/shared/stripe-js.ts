/** Stripe's script: at most one a page, never before a person shows intent, and never for good when it did not load. */
import { InlayError } from './inlay-error.ts';

const SOURCE = 'https://js.stripe.com/endive/stripe.js';
/** What a page may have put in itself: `/v3/`, or `/<release train>/stripe.js`. */
const STRIPES_OWN = /^https:\/\/js\.stripe\.com\/(v3(\/|$)|[a-z]+\/stripe\.js)/;

const TIMEOUT_MS = 15_000;

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
}

export type StripeConstructor = (publishableKey: string, options?: { locale?: string }) => Stripe;

declare global {
  interface Window {
    Stripe?: StripeConstructor | undefined;
  }
}

let loading: Promise<StripeConstructor> | undefined;
/** A tag of the page's own that did not load is not waited for a second time. */
const failed = new WeakSet<HTMLScriptElement>();
const instances = new WeakMap<StripeConstructor, Map<string, Stripe>>();

/** @param source elsewhere only in tests */
export function loadStripeJs(nonce?: string, source = SOURCE): Promise<StripeConstructor> {
  if (window.Stripe) return Promise.resolve(window.Stripe);
  // A failure is not kept: the next one who needs the script tries again.
  loading ??= load(nonce, source).finally(() => {
    loading = undefined;
  });
  return loading;
}

/** One instance a key and language, as Stripe asks for; and anew where the page has loaded its script anew. */
export function stripeFor(create: StripeConstructor, publishableKey: string, lang: string): Stripe {
  const locale = stripeLocale(lang);
  const made = instances.get(create) ?? new Map<string, Stripe>();
  instances.set(create, made);
  const name = `${publishableKey} ${locale}`;
  const stripe = made.get(name) ?? create(publishableKey, { locale });
  made.set(name, stripe);
  return stripe;
}

/** Stripe.js complains of a language it does not speak, and would speak the browser's. */
function stripeLocale(locale: string): string {
  return /^(bg|cs|da|de|el|en|es|et|fi|fr|hr|hu|id|it|ja|ko|lt|lv|ms|mt|nb|nl|pl|pt|ro|ru|sk|sl|sv|th|tr|vi|zh)\b/i.test(
    locale,
  )
    ? locale.slice(0, 2).toLowerCase()
    : 'auto';
}

async function load(nonce: string | undefined, source: string): Promise<StripeConstructor> {
  const over = new AbortController();
  const own = [...document.scripts].find((script) => STRIPES_OWN.test(script.src) && !failed.has(script));
  const script = own ?? document.createElement('script');
  try {
    const arrived = Promise.race([arrival(script, over.signal), refusedByPolicy(over.signal)]);
    if (!own) {
      if (nonce) script.nonce = nonce;
      script.src = trusted(source);
      document.head.append(script);
    }
    await arrived;
    if (window.Stripe) return window.Stripe;
    throw new InlayError('stripe_js_failed', `${script.src} has loaded, but there is no window.Stripe.`);
  } catch (error) {
    if (own) failed.add(own);
    else script.remove();
    throw error;
  } finally {
    over.abort();
  }
}

function arrival(script: HTMLScriptElement, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (how: string) =>
      reject(new InlayError('stripe_js_failed', `${script.src} ${how}.`, 'connection_error'));
    script.addEventListener('load', () => resolve(), { signal });
    // A policy that forbids it is told of at the same moment, and says more.
    script.addEventListener('error', () => setTimeout(() => fail('could not be loaded')), { signal });
    // A tag of the page's own may have failed before anybody listened.
    const timer = setTimeout(() => fail('did not load in time'), TIMEOUT_MS);
    signal.addEventListener('abort', () => clearTimeout(timer));
  });
}

/** Rejects when a Content-Security-Policy of the page forbids Stripe's script or frames. */
export function refusedByPolicy(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const refused = ({ blockedURI, effectiveDirective, disposition }: SecurityPolicyViolationEvent) => {
      if (disposition !== 'enforce' || !/^https:\/\/([\w-]+\.)?js\.stripe\.com/.test(blockedURI)) return;
      const problem = `The Content-Security-Policy of this page forbids ${blockedURI} (${effectiveDirective})`;
      reject(blocked(`${problem}: add https://js.stripe.com to script-src and frame-src.`));
    };
    document.addEventListener('securitypolicyviolation', refused, { signal });
  });
}

function blocked(problem: string): InlayError {
  return new InlayError('stripe_js_blocked', problem, 'configuration_error');
}

interface ScriptUrls {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): {
    createScriptURL(url: string): string;
  };
}

declare global {
  interface Window {
    /** Absent where a browser does not know them. */
    trustedTypes?: ScriptUrls | undefined;
  }
}

let policy: ReturnType<ScriptUrls['createPolicy']> | undefined;

/** Where a page enforces Trusted Types, it allows the policy `inlay` for the one address that is written here. */
function trusted(url: string): string {
  try {
    policy ??= window.trustedTypes?.createPolicy('inlay', { createScriptURL: (address) => address });
  } catch {
    throw blocked('The Trusted Types of this page forbid the policy inlay: add it to trusted-types.');
  }
  return policy?.createScriptURL(url) ?? url;
}
