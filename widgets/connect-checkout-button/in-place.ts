/** Checkout in the page: what Stripe's script has to do with it. */
import type { NewCheckoutSession } from '../../worker/contract.ts';
import { ended } from '../shared/ended.ts';
import type { InlayElement } from '../shared/inlay-element.ts';
import { InlayError } from '../shared/inlay-error.ts';
import { stripeFailure } from '../shared/stripe-failure.ts';
import {
  CHECKOUT_ORIGIN,
  type EmbeddedCheckout,
  refusedByPolicy,
  type StripeConstructor,
  stripeFor,
} from '../shared/stripe-js.ts';

export { loadStripeJs } from '../shared/stripe-js.ts';

/** Stripe's script has shown Checkout by then, or it will not. */
const OPENING_MS = 30_000;

/** Resolves once the one before is gone, also one that Stripe's script is still making: it allows no two. But not for ever. */
let last: Promise<unknown> = Promise.resolve();

/** Until it is complete, closed or broken. What Stripe's script says in the end is only a hint. */
export async function show(
  create: StripeConstructor,
  { client_secret, publishable_key, account }: NewCheckoutSession,
  host: InlayElement,
  over: AbortSignal,
  opened: () => void,
): Promise<InlayError | null> {
  const secret = client_secret ?? '';
  const listening = new AbortController();
  const { promise: completed, resolve: onComplete } = Promise.withResolvers<void>();
  const stop = Promise.race([refusedByPolicy(listening.signal, CHECKOUT_ORIGIN), ended(over)]);
  const { promise: finished, resolve: finish } = Promise.withResolvers<void>();
  const making = last.then(() => {
    if (listening.signal.aborted) return null;
    const stripe = stripeFor(create, publishable_key, host.locale, account);
    return stripe.createEmbeddedCheckoutPage({ fetchClientSecret: async () => secret, onComplete });
  });
  // Nobody waits any longer for one that comes late.
  const late = making.then((checkout) => listening.signal.aborted && checkout?.destroy()).catch(() => undefined);
  const limit = new Promise<void>((resolve) => setTimeout(resolve, OPENING_MS));
  last = Promise.all([Promise.race([late, limit]), finished]);
  let remove = () => {};
  try {
    const checkout = await Promise.race([making, stop, limit.then(tooLong)]);
    if (!checkout) return null;
    const place = placeFor(checkout, host);
    remove = place.clear;
    if (over.aborted) return null;
    host.addController(place);
    opened();
    await Promise.race([completed, stop]);
    return null;
  } catch (cause) {
    return cause instanceof InlayError ? cause : stripeFailure('checkout_failed', [cause], secret);
  } finally {
    listening.abort();
    remove();
    finish();
  }
}

/** In the page itself, where frames of Stripe's belong, and for as long as the element is on the page. */
function placeFor(checkout: EmbeddedCheckout, host: InlayElement) {
  const box = document.createElement('div');
  box.slot = 'checkout';
  host.append(box);
  let mounted = false;
  const place = {
    /** At once; and again when the element is moved, for a frame that is moved loads anew and knows nothing any more. */
    hostConnected() {
      if (mounted) checkout.unmount();
      checkout.mount(box);
      mounted = true;
    },
    clear() {
      const focused = box.contains(document.activeElement);
      host.removeController(place);
      checkout.destroy();
      box.remove();
      if (focused) host.focus();
    },
  };
  return place;
}

function tooLong(): never {
  throw new InlayError('checkout_failed', 'Stripe’s script has not shown Checkout in time.', 'stripe_error');
}
