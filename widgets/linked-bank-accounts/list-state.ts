/** The states of the list. Which follows which stands in `list-transitions.ts`. */
import type { BankAccountList } from '../../worker/contract.ts';
import type { InlayError } from '../shared/inlay-error.ts';

export interface Failed {
  readonly name: 'failed';
  /** Null where nothing is known yet. */
  readonly list: BankAccountList | null;
  /** Null where not even the code that tells of errors could be loaded. */
  readonly error: InlayError | null;
}

export type State =
  | { readonly name: 'loading'; readonly list: null }
  | { readonly name: 'ready'; readonly list: BankAccountList }
  /** The Worker is asked again, because somebody wants to know. What failed before is shown until it answers. */
  | { readonly name: 'asking'; readonly list: BankAccountList | null; readonly after: Failed | null }
  | Failed
  /** After `logout()`: nothing is shown until there are new settings. */
  | { readonly name: 'signed_out'; readonly list: null };

export const initial: State = { name: 'loading', list: null };
