/** The states of the list. Which follows which stands in `list-transitions.ts`. */
import type { BankAccountList } from '../../worker/contract.ts';
import type { InlayError } from '../shared/inlay-error.ts';

export type State =
  | { readonly name: 'loading'; readonly list: null }
  | { readonly name: 'ready'; readonly list: BankAccountList }
  /** The Worker is asked again, because somebody wants to know. */
  | { readonly name: 'asking'; readonly list: BankAccountList | null }
  /** `error` is null where not even the code that tells of errors could be loaded. */
  | { readonly name: 'failed'; readonly list: BankAccountList | null; readonly error: InlayError | null }
  /** After `logout()`: nothing is shown until there are new settings. */
  | { readonly name: 'signed_out'; readonly list: null };

export const initial: State = { name: 'loading', list: null };
