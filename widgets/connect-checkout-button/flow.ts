/** The states of buying. Which follows which stands in `transitions.ts`, what is done about it in `buying.ts`. */
import type { CheckoutSession } from '../../worker/contract.ts';
import type { InlayError } from '../shared/inlay-error.ts';

export type Doing =
  | { readonly what: 'load' }
  | { readonly what: 'start' }
  /** What became of a session is read from the Worker. */
  | {
      readonly what: 'sync';
      readonly id: string;
      /** Known from the page's address alone, which anybody can write, and maybe another element's. */
      readonly returned: boolean;
    };

/** Why nothing was bought: the person left, or the time ran out. */
export type Note = 'open' | 'expired';

interface Known {
  /** The last one that was submitted here. */
  readonly checkoutSession?: CheckoutSession | undefined;
}

export type State = Known &
  (
    | { readonly name: 'loading' }
    | { readonly name: 'ready'; readonly note?: Note }
    /** The merchant cannot sell yet. */
    | { readonly name: 'unavailable' }
    | { readonly name: 'busy'; readonly doing: Doing }
    /** Checkout stands in the page. */
    | { readonly name: 'open'; readonly id: string }
    /** Paid, or on its way. */
    | { readonly name: 'bought'; readonly checkoutSession: CheckoutSession }
    /** `error` is null where not even the code that tells of errors could be loaded. */
    | { readonly name: 'failed'; readonly error: InlayError | null; readonly again: Doing }
  );

export const initial: State = { name: 'loading' };
