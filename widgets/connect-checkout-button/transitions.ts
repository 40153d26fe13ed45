/** How one state of buying leads to the next. Pure. */
import type { CheckoutSession } from '../../worker/contract.ts';
import type { InlayError } from '../shared/inlay-error.ts';
import type { Doing, Note, State } from './flow.ts';

export type CustomState = 'busy' | 'done' | 'failed';

export type Happening =
  /** Whether the merchant can sell. */
  | { readonly type: 'merchant'; readonly able: boolean }
  | { readonly type: 'retry' }
  | { readonly type: 'started' }
  /** Checkout stands in the page. */
  | { readonly type: 'opened'; readonly id: string }
  /** The person is back from Checkout, wherever it was; what became of it is asked. */
  | { readonly type: 'closed'; readonly id: string; readonly returned?: boolean }
  /** Nothing was submitted. */
  | { readonly type: 'left'; readonly note: Note }
  | { readonly type: 'bought'; readonly checkoutSession: CheckoutSession }
  /** What was under way is over, and nothing came of it. */
  | { readonly type: 'settled' }
  | { readonly type: 'error'; readonly error: InlayError; readonly checkoutSession?: CheckoutSession };

export function next(state: State, happening: Happening): State {
  switch (happening.type) {
    case 'merchant':
      if (isUnderWay(state)) return state;
      if (!happening.able) return { name: 'unavailable' };
      return state.name === 'ready' ? state : { name: 'ready' };
    case 'retry':
      return { name: 'busy', doing: state.name === 'failed' ? state.again : { what: 'load' } };
    case 'started':
      return { name: 'busy', doing: { what: 'start' } };
    case 'opened':
      return { name: 'open', id: happening.id };
    case 'closed': {
      const { id, returned = false } = happening;
      return { name: 'busy', doing: { what: 'sync', id, returned } };
    }
    case 'left':
      return { name: 'ready', note: happening.note };
    case 'bought':
      return { name: 'bought', checkoutSession: happening.checkoutSession };
    case 'settled':
      return { name: 'ready' };
    case 'error':
      return failed(state, happening.error, happening.checkoutSession);
  }
}

function failed(state: State, error: InlayError, checkoutSession?: CheckoutSession): State {
  if (error.code === 'merchant_not_ready') return { name: 'unavailable' };
  return { name: 'failed', error, again: againAfter(state, error), checkoutSession };
}

/** What could not be read is read again; what has come to nothing is begun anew. */
function againAfter(state: State, { code }: InlayError): Doing {
  if (/^(checkout_|stripe_js_)/.test(code)) return { what: 'start' };
  if (state.name !== 'busy') return { what: 'load' };
  return state.doing.what === 'sync' && code === 'resource_missing' ? { what: 'start' } : state.doing;
}

/** News of the merchant does not interrupt somebody who buys or has bought. */
function isUnderWay(state: State): boolean {
  return state.name === 'open' || state.name === 'bought' || (state.name === 'busy' && state.doing.what !== 'load');
}

/** Whether a click may start: not while something is under way, nor where nothing can be bought, or has been. */
export function canStart({ name }: State): boolean {
  return name === 'ready' || name === 'failed';
}

/** Whether nothing has been begun, nor gone wrong. */
export function isIdle({ name }: State): boolean {
  return name === 'ready' || name === 'unavailable';
}

/** What `:state()` shows of it. */
export function customState({ name, checkoutSession }: State): CustomState | undefined {
  switch (name) {
    case 'busy':
    case 'open':
      return 'busy';
    case 'failed':
      return 'failed';
    case 'bought':
      return checkoutSession?.outcome === 'paid' ? 'done' : undefined;
    case 'loading':
    case 'ready':
    case 'unavailable':
      return undefined;
  }
}
