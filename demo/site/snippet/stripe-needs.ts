/** What an element takes from Stripe, as a Content-Security-Policy lists it: the one list of the demo's. */

export interface StripeNeeds {
  readonly script?: readonly string[];
  readonly frame?: readonly string[];
  readonly connect?: readonly string[];
  readonly image?: readonly string[];
  readonly style?: readonly string[];
}

const JS = 'https://js.stripe.com';
const CHECKOUT = 'https://checkout.stripe.com';
const CONNECT = 'https://connect-js.stripe.com';

export function stripeNeedsOf({ tag, presentation }: { tag: string; presentation: string | null }): StripeNeeds {
  switch (tag) {
    case 'link-bank-account':
    case 'linked-bank-accounts':
      return { script: [JS], frame: [JS] };
    case 'cashapp-save-method':
      return {
        script: [JS],
        frame: [JS],
        ...(presentation === 'inline' ? { image: ['https://qr.stripe.com'] } : {}),
      };
    case 'connect-checkout-button':
      return presentation === 'inline'
        ? { script: [JS, CHECKOUT], frame: [JS, CHECKOUT], connect: [CHECKOUT], image: ['https://*.stripe.com'] }
        : {};
    case 'connect-embedded':
      return {
        script: [CONNECT, JS],
        frame: [CONNECT, JS],
        image: ['https://*.stripe.com'],
        // The empty style element that Connect's script makes.
        style: ['sha256-0hAheEzaMe6uXIKV4EehS9pu1am1lj/KnnzrOYqckXk='],
      };
    default:
      return {};
  }
}
