/** The states of an embedded component. Which follows which stands in `transitions.ts`. */
import type { InlayError } from '../shared/inlay-error.ts';

/** Things that Stripe has to tell a merchant of, as the notification banner counts them. */
export interface Notifications {
  readonly total: number;
  readonly actionRequired: number;
}

export interface Failed {
  readonly name: 'failed';
  /** Null where not even the code that tells of errors could be loaded. */
  readonly error: InlayError | null;
}

export type State =
  /** Nobody has come near yet. */
  | { readonly name: 'loading' }
  /** Stripe's component is on its way. What failed before is shown until it is here. */
  | { readonly name: 'busy'; readonly after: Failed | null }
  | { readonly name: 'shown'; readonly notifications: Notifications | null }
  /** There is nothing at Stripe yet that a component could show. */
  | { readonly name: 'account_required'; readonly error: InlayError }
  | Failed
  /** After `logout()`: nothing is shown until there are new settings. */
  | { readonly name: 'signed_out' };

export const initial: State = { name: 'loading' };
