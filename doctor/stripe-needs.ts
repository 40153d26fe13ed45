/** What each element takes from Stripe, as its documentation lists it (STRIPE.md 8.2). */
import type { ElementFacts } from './facts.ts';

/** What a flow of an element's takes from Stripe. */
export interface StripeNeeds {
  /** Of whatever loads a script of Stripe's. */
  readonly script?: readonly string[];
  readonly frame?: readonly string[];
  readonly connect?: readonly string[];
  readonly image?: readonly string[];
  readonly style?: readonly string[];
}

const JS = 'https://js.stripe.com';
const CHECKOUT = 'https://checkout.stripe.com';
const CONNECT = 'https://connect-js.stripe.com';

/** Stripe.js itself: its files and frames come from names below that one, too. */
const stripeJs = {
  script: [JS, 'https://*.js.stripe.com'],
  frame: [JS, 'https://*.js.stripe.com', 'https://hooks.stripe.com'],
  connect: ['https://api.stripe.com'],
} satisfies StripeNeeds;

const connectComponents: StripeNeeds = {
  script: [CONNECT, JS],
  frame: [CONNECT, JS],
  image: ['https://*.stripe.com'],
  // The empty style element that Connect's script makes.
  style: ['sha256-0hAheEzaMe6uXIKV4EehS9pu1am1lj/KnnzrOYqckXk='],
};

const checkoutInPage: StripeNeeds = {
  script: [...stripeJs.script, CHECKOUT],
  frame: [...stripeJs.frame, CHECKOUT],
  connect: [...stripeJs.connect, CHECKOUT],
  image: ['https://*.stripe.com'],
};

export function stripeNeedsOf({ tag, presentation }: ElementFacts): StripeNeeds {
  switch (tag) {
    case 'link-bank-account':
    case 'linked-bank-accounts':
      return stripeJs;
    case 'cashapp-save-method':
      return presentation === 'inline' ? { ...stripeJs, image: ['https://qr.stripe.com'] } : stripeJs;
    case 'connect-checkout-button':
      return presentation === 'inline' ? checkoutInPage : {};
    case 'connect-embedded':
      return connectComponents;
    default:
      return {};
  }
}

/** Whether windows of Stripe's, or of banks, open from it. */
export function opensWindows({ tag, presentation }: ElementFacts): boolean {
  return /^(link-bank-account|linked-bank-accounts|connect-embedded)$/.test(tag) || presentation === 'popup';
}
