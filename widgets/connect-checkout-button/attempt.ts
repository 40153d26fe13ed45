/** Attempts to begin a session, told apart by their keys. Pure, but for the key. */
import type { CheckoutSessionRequest } from '../../worker/contract.ts';
import type { InlayError } from '../shared/inlay-error.ts';

export interface Attempt {
  /** The Worker begins one session a key. */
  readonly key: string;
  readonly body: CheckoutSessionRequest;
}

/** The one before, where nobody knows yet what came of it and the same is asked for; or else a new one. */
export function attemptFor(body: CheckoutSessionRequest, before: Attempt | undefined): Attempt {
  return before && JSON.stringify(before.body) === JSON.stringify(body) ? before : { key: newKey(), body };
}

/** Whether the Worker may have begun a session, or yet begin it, without our having heard of that. */
export function isUncertain({ code }: InlayError): boolean {
  switch (code) {
    case 'timeout':
    case 'offline':
    case 'stripe_unavailable':
    case 'stripe_busy':
    case 'storage_unavailable':
    case 'rate_limited':
    case 'checkout_in_progress':
    // What was begun meanwhile has not been used.
    case 'stripe_js_failed':
    case 'stripe_js_blocked':
      return true;
    default:
      return false;
  }
}

/** A browser gives `randomUUID` to pages that are https only. */
function newKey(): string {
  return [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join('-');
}
