/** The states of saving Cash App Pay. Which follows which stands in `transitions.ts`, what is done about it in `saving.ts`. */
import type { PaymentMethod, SetupTerms } from '../../worker/contract.ts';
import type { InlayError } from '../shared/inlay-error.ts';

/** A code to scan, which the element draws itself. */
export interface QrCode {
  readonly image: string;
  /** Whether the image can be shown on this page, as far as is known. */
  readonly drawn: boolean;
  /** Stripe's own page with a code; null where its address is not one to follow. */
  readonly page: string | null;
  /** When it stops working, in milliseconds of `performance.now()`. */
  readonly until: number;
}

/** Where the person authorises. */
export type Place =
  /** In Stripe's dialog. */
  | { readonly where: 'dialog' }
  /** In Cash App, to which this page is left. */
  | { readonly where: 'cashapp' }
  /** With the phone, from a code in this element; null while that is on its way. */
  | { readonly where: 'here'; readonly code: QrCode | null };

export type Doing =
  | { readonly what: 'load' }
  | { readonly what: 'start' }
  /** What became of an attempt is read from the Worker. */
  | {
      readonly what: 'sync';
      readonly setupIntent: string;
      /** Known from the page's address alone, which anybody can write. */
      readonly returned: boolean;
    };

interface Known {
  readonly terms: SetupTerms | null;
  /** The last one saved by this element. */
  readonly paymentMethod: PaymentMethod | null;
}

export type State =
  | { readonly name: 'loading'; readonly terms: null; readonly paymentMethod: null }
  | (Known & { readonly name: 'ready' })
  | (Known & { readonly name: 'busy'; readonly doing: Doing })
  | (Known & { readonly name: 'open'; readonly setupIntent: string; readonly place: Place })
  /** The person has authorised, and Stripe has not settled it yet. */
  | (Known & { readonly name: 'pending'; readonly setupIntent: string })
  /** `error` is null where not even the code that tells of errors could be loaded. */
  | (Known & { readonly name: 'failed'; readonly error: InlayError | null; readonly again: Doing })
  /** After `logout()`: nothing is shown until there are new settings. */
  | { readonly name: 'signed_out'; readonly terms: null; readonly paymentMethod: null };

export const initial: State = { name: 'loading', terms: null, paymentMethod: null };
