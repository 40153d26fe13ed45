/** What is going on with one account of the list, apart from what the Worker knows of it. */
import type { InlayError } from '../shared/inlay-error.ts';

export type Panel = 'transactions' | 'ownership';
export type Action = 'refresh' | 'disconnect';

export type Doing =
  | { readonly name: 'nothing' }
  | { readonly name: 'confirming' }
  | { readonly name: 'busy'; readonly action: Action }
  /** `again` tries it once more. */
  | { readonly name: 'failed'; readonly action: Action; readonly error: InlayError; readonly again: () => void }
  /** A refresh that the person asked for has come to its end. */
  | { readonly name: 'refreshed' }
  /** Asked so often that it is time to stop. */
  | { readonly name: 'takes_longer' };

export interface Row {
  readonly doing: Doing;
  readonly open: readonly Panel[];
}

export const closed: Row = { doing: { name: 'nothing' }, open: [] };
