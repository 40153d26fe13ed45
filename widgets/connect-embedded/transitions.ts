/** How one state of an embedded component leads to the next. Pure. */
import type { InlayError } from '../shared/inlay-error.ts';
import type { Notifications, State } from './flow.ts';

export type CustomState = 'busy' | 'done' | 'failed';

export type Happening =
  | { readonly type: 'asked' }
  | { readonly type: 'shown' }
  | { readonly type: 'notified'; readonly notifications: Notifications }
  | { readonly type: 'error'; readonly error: InlayError }
  | { readonly type: 'logout' };

export function next(state: State, happening: Happening): State {
  switch (happening.type) {
    case 'asked':
      return { name: 'busy', after: state.name === 'failed' ? state : null };
    case 'shown':
      return { name: 'shown', notifications: null };
    case 'notified':
      return state.name === 'shown' ? { ...state, notifications: happening.notifications } : state;
    case 'error': {
      const { error } = happening;
      return error.code === 'account_required' ? { name: 'account_required', error } : { name: 'failed', error };
    }
    case 'logout':
      return { name: 'signed_out' };
  }
}

/** What `:state()` shows of it. */
export function customState({ name }: State): CustomState | undefined {
  switch (name) {
    case 'busy':
      return 'busy';
    case 'shown':
      return 'done';
    case 'failed':
      return 'failed';
    case 'loading':
    case 'account_required':
    case 'signed_out':
      return undefined;
  }
}

/** Whether what the attribute says has been heeded. */
export function isUnderWay({ name }: State): boolean {
  return name !== 'loading' && name !== 'signed_out';
}
