/** The states of linking bank accounts. Which follows which stands in `transitions.ts`, what is done about it in `linking.ts`. */
import type { BankAccount, BankPermission, BankSessionTerms } from '../../worker/contract.ts';
import type { InlayError } from '../shared/inlay-error.ts';

/** What a person is asked to agree to, where it is not what the element's attributes say. */
export interface Consent {
  readonly permissions?: readonly BankPermission[] | undefined;
}

export type Doing =
  | { readonly what: 'load' }
  | { readonly what: 'start'; readonly consent: Consent }
  /** What came of a session is read from the Worker. */
  | { readonly what: 'sync'; readonly session: string; readonly consent: Consent };

interface Known {
  readonly terms: BankSessionTerms | null;
  /** Linked on this page, newest first. */
  readonly accounts: readonly BankAccount[];
}

export type State =
  | { readonly name: 'loading'; readonly terms: null; readonly accounts: readonly [] }
  | (Known & { readonly name: 'ready' })
  | (Known & { readonly name: 'busy'; readonly doing: Doing })
  /** Stripe's dialog is open. */
  | (Known & { readonly name: 'open'; readonly session: string; readonly consent: Consent })
  /** `error` is null where not even the code that tells of errors could be loaded. */
  | (Known & { readonly name: 'failed'; readonly error: InlayError | null; readonly again: Doing })
  /** After `logout()`: nothing is shown until there are new settings. */
  | { readonly name: 'signed_out'; readonly terms: null; readonly accounts: readonly [] };

export const initial: State = { name: 'loading', terms: null, accounts: [] };
