/** How one state of onboarding leads to the next. Pure. */
import type { Account, AccountStatus } from '../../worker/contract.ts';
import type { InlayError } from '../shared/inlay-error.ts';
import type { State } from './flow.ts';

export type CustomState = 'busy' | 'done' | 'failed';

export type Happening =
  | { readonly type: 'account'; readonly account: Account }
  | { readonly type: 'retry' }
  | { readonly type: 'window_opened' }
  /** What was under way is over; whatever the account says now holds. */
  | { readonly type: 'settled'; readonly account: Account | null }
  /** This page came back in the window itself, which could not be closed. */
  | { readonly type: 'left_open'; readonly account: Account }
  | { readonly type: 'error'; readonly error: InlayError }
  | { readonly type: 'logout' };

export function next(state: State, happening: Happening): State {
  const { account } = state;
  switch (happening.type) {
    case 'account':
      return isUnderWay(state)
        ? { ...state, account: happening.account }
        : { name: 'ready', account: happening.account };
    case 'retry':
      return { name: 'busy', account, doing: 'load' };
    case 'window_opened':
      return { name: 'away', account };
    case 'settled':
      return { name: 'ready', account: happening.account };
    case 'left_open':
      return { name: 'ready', account: happening.account, note: 'close_window' };
    case 'error':
      return failed(state, happening.error);
    case 'logout':
      return { name: 'signed_out', account: null };
  }
}

function failed(state: State, error: InlayError): State {
  const { account } = state;
  if (error.code === 'link_refresh_limit') return { name: 'paused', account };
  return { name: 'failed', account, error, again: state.name === 'busy' ? state.doing : 'load' };
}

/** News does not interrupt: somebody who waits for a link, has a window open or reads why it stopped keeps doing so. */
function isUnderWay(state: State): state is State & { name: 'busy' | 'away' | 'paused' } {
  return state.name === 'away' || state.name === 'paused' || (state.name === 'busy' && state.doing === 'start');
}

/** Whether the merchant can get further by going to Stripe. Unknown counts: the Worker will say. */
export function canAct(status: AccountStatus | undefined): boolean {
  switch (status) {
    case undefined:
    case 'none':
    case 'incomplete':
    case 'due_later':
    case 'past_due':
      return true;
    case 'pending_verification':
    case 'enabled':
    case 'restricted':
    case 'rejected':
    case 'disconnected':
      return false;
  }
}

/** Whether a click may start: not while one is under way, and not where Stripe has nothing to ask. */
export function canStart({ name, account }: State): boolean {
  return name !== 'busy' && name !== 'away' && name !== 'signed_out' && canAct(account?.status);
}

/** Whether Stripe has what it asked for. A return from Stripe proves nothing: this reads what the Worker confirmed. */
export function isDone({ details_submitted, status }: Account): boolean {
  return details_submitted && (status === 'enabled' || status === 'pending_verification' || status === 'due_later');
}

/** What `:state()` shows of it. */
export function customState({ name, account }: State): CustomState | undefined {
  switch (name) {
    case 'busy':
    case 'away':
      return 'busy';
    case 'failed':
    case 'paused':
      return 'failed';
    case 'ready':
      return account && isDone(account) ? 'done' : undefined;
    case 'loading':
    case 'signed_out':
      return undefined;
  }
}
