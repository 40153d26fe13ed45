/** How one state of the list leads to the next. Pure. */
import type { PaymentMethod } from '../../worker/contract.ts';
import type { InlayError } from '../shared/inlay-error.ts';
import type { State } from './list-state.ts';

export type Happening =
  | { readonly type: 'list'; readonly methods: readonly PaymentMethod[] }
  | { readonly type: 'asked' }
  | { readonly type: 'removed'; readonly id: string }
  | { readonly type: 'error'; readonly error: InlayError }
  | { readonly type: 'logout' };

export function next(state: State, happening: Happening): State {
  switch (happening.type) {
    case 'list':
      return { name: 'ready', methods: happening.methods };
    case 'asked':
      if (state.name === 'loading' || state.name === 'asking') return state;
      return { name: 'asking', methods: state.methods, after: state.name === 'failed' ? state : null };
    case 'removed':
      return state.methods ? { ...state, methods: without(state.methods, happening.id) } : state;
    case 'error':
      return { name: 'failed', methods: state.methods, error: happening.error };
    case 'logout':
      return { name: 'signed_out', methods: null };
  }
}

function without(methods: readonly PaymentMethod[], id: string): readonly PaymentMethod[] {
  return methods.filter((method) => method.id !== id);
}
