/** The states of onboarding. Which follows which stands in `transitions.ts`, what is done about it in `onboarding.ts`. */
import type { Account } from '../../worker/contract.ts';
import type { InlayError } from '../shared/inlay-error.ts';

export type Doing = 'load' | 'start';

export type State =
  | { readonly name: 'loading'; readonly account: null }
  | { readonly name: 'ready'; readonly account: Account | null; readonly note?: 'close_window' }
  /** A link is being fetched, or the browser is on its way to it; or, after a failure, the account is asked for again. */
  | { readonly name: 'busy'; readonly account: Account | null; readonly doing: Doing }
  /** Stripe's page is open in a window of its own. */
  | { readonly name: 'away'; readonly account: Account | null }
  /** Stripe sent the person back too often; only a click goes on. */
  | { readonly name: 'paused'; readonly account: Account | null }
  /** `error` is null where not even the code that tells of errors could be loaded. */
  | {
      readonly name: 'failed';
      readonly account: Account | null;
      readonly error: InlayError | null;
      readonly again: Doing;
    }
  /** After `logout()`: nothing is shown until there are new settings. */
  | { readonly name: 'signed_out'; readonly account: null };

export const initial: State = { name: 'loading', account: null };
