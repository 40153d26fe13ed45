/** How one state of the list leads to the next. Pure. */
import type { BankAccount, BankAccountList } from '../../worker/contract.ts';
import type { InlayError } from '../shared/inlay-error.ts';
import type { State } from './list-state.ts';

export type Happening =
  | { readonly type: 'list'; readonly list: BankAccountList }
  | { readonly type: 'asked' }
  /** One account was changed, and this is how it is now. */
  | { readonly type: 'account'; readonly account: BankAccount }
  | { readonly type: 'removed'; readonly id: string }
  | { readonly type: 'error'; readonly error: InlayError | null }
  | { readonly type: 'logout' };

export function next(state: State, happening: Happening): State {
  switch (happening.type) {
    case 'list':
      return { name: 'ready', list: happening.list };
    case 'asked':
      if (state.name === 'loading' || state.name === 'asking') return state;
      return { name: 'asking', list: state.list, after: state.name === 'failed' ? state : null };
    case 'account':
      return changed(state, (data) => data.map((one) => (one.id === happening.account.id ? happening.account : one)));
    case 'removed':
      return changed(state, (data) => data.filter(({ id }) => id !== happening.id));
    case 'error':
      return { name: 'failed', list: state.list, error: happening.error };
    case 'logout':
      return { name: 'signed_out', list: null };
  }
}

function changed(state: State, change: (data: BankAccount[]) => BankAccount[]): State {
  return state.list ? { ...state, list: { ...state.list, data: change(state.list.data) } } : state;
}
