/** The states of onboarding, and how one leads to the next. Pure: what is done about it stands in `onboarding.ts`. */
import type { Account, AccountStatus } from '../../worker/contract.ts';
import type { CustomState } from '../shared/inlay-element.ts';
import type { InlayError } from '../shared/inlay-error.ts';

type Doing = 'load' | 'start';

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

export type Happening =
  | { readonly type: 'account'; readonly account: Account }
  | { readonly type: 'begin'; readonly doing: Doing }
  | { readonly type: 'window_opened' }
  /** What was under way is over; whatever the account says now holds. */
  | { readonly type: 'settled'; readonly account: Account | null; readonly note?: 'close_window' }
  | { readonly type: 'error'; readonly error: InlayError | null }
  | { readonly type: 'reload' }
  | { readonly type: 'logout' };

export const initial: State = { name: 'loading', account: null };

export function next(state: State, happening: Happening): State {
  const { account } = state;
  switch (happening.type) {
    case 'account':
      // News does not interrupt: somebody who waits for a link or has a window open keeps doing so.
      return state.name === 'busy' || state.name === 'away' || state.name === 'paused'
        ? { ...state, account: happening.account }
        : { name: 'ready', account: happening.account };
    case 'begin':
      return { name: 'busy', account, doing: happening.doing };
    case 'window_opened':
      return { name: 'away', account };
    case 'settled':
      return { name: 'ready', account: happening.account, ...(happening.note && { note: happening.note }) };
    case 'error': {
      const { error } = happening;
      if (error?.code === 'link_refresh_limit') return { name: 'paused', account };
      return { name: 'failed', account, error, again: state.name === 'busy' ? state.doing : 'load' };
    }
    case 'reload':
      return initial;
    case 'logout':
      return { name: 'signed_out', account: null };
  }
}

/** Whether the merchant can get further by going to Stripe. Unknown counts: the Worker will say. */
export function canAct(status: AccountStatus = 'none'): boolean {
  return status === 'none' || status === 'incomplete' || status === 'due_later' || status === 'past_due';
}

/** Whether Stripe has what it asked for. A return from Stripe proves nothing: this reads what the Worker confirmed. */
export function isDone({ details_submitted, status }: Account): boolean {
  return details_submitted && (status === 'enabled' || status === 'pending_verification' || status === 'due_later');
}

/** Whether a click may start: not while one is under way, and not where Stripe has nothing to ask. */
export function canStart({ name, account }: State): boolean {
  return name !== 'busy' && name !== 'away' && name !== 'signed_out' && canAct(account?.status);
}

/** What `:state()` shows of it. */
export function customState({ name, account }: State): CustomState | undefined {
  if (name === 'busy' || name === 'away') return 'busy';
  if (name === 'failed' || name === 'paused') return 'failed';
  return account && isDone(account) ? 'done' : undefined;
}
