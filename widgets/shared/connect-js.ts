/** Stripe's script for Connect's embedded components, and what the elements use of it. */
import { loaderOf, refusedByPolicy as refusal } from './stripe-script.ts';

/** Colours are hex, RGB or HSL; lengths are pixels. */
export interface ConnectVariables {
  colorPrimary?: string;
  buttonPrimaryColorBackground?: string;
  buttonPrimaryColorText?: string;
  colorBackground?: string;
  colorText?: string;
  colorSecondaryText?: string;
  colorDanger?: string;
  colorBorder?: string;
  borderRadius?: string;
  fontFamily?: string;
  fontSizeBase?: string;
  spacingUnit?: string;
}

export interface ConnectLook {
  readonly appearance: { readonly variables: ConnectVariables };
  readonly locale: string;
}

export interface ConnectOptions extends ConnectLook {
  readonly publishableKey: string;
  /** Asked at first, and whenever a session has run out. */
  readonly fetchClientSecret: () => Promise<string>;
  /** Tells the script that its elements are made and connected by hand, as Stripe's npm package of this version does. */
  readonly metaOptions: { readonly sdk: true; readonly sdkOptions: { readonly sdkVersion: string } };
}

export interface ConnectInstance {
  /** For `setConnector` of its elements. */
  readonly connect: unknown;
  update(look: ConnectLook): void;
  logout(): Promise<void>;
}

export interface StripeConnect {
  init(options: ConnectOptions): ConnectInstance | Promise<ConnectInstance>;
}

/** Type as of Stripe's `EmbeddedError`. */
export interface ConnectProblem {
  readonly type?: string;
  readonly message?: string;
}

/** An element of Stripe's. It has no methods where the script does not know it. */
export interface ConnectElement extends HTMLElement {
  setConnector?(connect: unknown): void;
  setOnLoaderStartInternalOnly?(act: () => void): void;
  setOnLoadErrorInternalOnly?(act: (told: { readonly error: ConnectProblem }) => void): void;
  /** Only of `account-onboarding`. */
  setOnExitInternalOnly?(act: () => void): void;
  /** Only of `notification-banner`. */
  setOnNotificationsChangeInternalOnly?(
    act: (counts: { readonly total: number; readonly actionRequired: number }) => void,
  ): void;
}

declare global {
  interface Window {
    StripeConnect?: Partial<StripeConnect> | undefined;
  }
}

const ORIGINS = 'https://connect-js.stripe.com https://js.stripe.com';

export const loadConnectJs = loaderOf<StripeConnect>(
  'https://connect-js.stripe.com/v1.0/connect.js',
  /^https:\/\/connect-js\.stripe\.com\/v[\d.]+\/connect\.js/,
  ORIGINS,
  'StripeConnect',
  defined,
);

/** Elements of a page whose id is StripeConnect are globals of that name, too. */
function defined(): StripeConnect | undefined {
  const { StripeConnect: global } = window;
  return isReady(global) ? global : undefined;
}

function isReady(global: Partial<StripeConnect> | undefined): global is StripeConnect {
  return typeof global?.init === 'function';
}

/** Rejects when a Content-Security-Policy of the page forbids what Stripe shows. */
export function refusedByPolicy(signal: AbortSignal): Promise<never> {
  return refusal(ORIGINS, signal);
}
