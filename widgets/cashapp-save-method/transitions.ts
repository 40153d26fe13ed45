/** How one state of saving leads to the next. Pure. */
import type { PaymentMethod, SetupTerms } from '../../worker/contract.ts';
import type { InlayError } from '../shared/inlay-error.ts';
import type { Doing, Place, QrCode, State } from './flow.ts';

export type CustomState = 'busy' | 'done' | 'failed';

export type Happening =
  | { readonly type: 'terms'; readonly terms: SetupTerms }
  | { readonly type: 'retry' }
  | { readonly type: 'started' }
  | { readonly type: 'opened'; readonly setupIntent: string; readonly place: Place }
  /** A code to scan has come, or taken the place of another. */
  | { readonly type: 'code'; readonly code: QrCode }
  /** This page cannot show the image. */
  | { readonly type: 'not_drawn'; readonly image: string }
  /** The attempt is over; what became of it is asked. */
  | { readonly type: 'closed'; readonly setupIntent: string }
  /** The person came back to this page with an attempt in its address. */
  | { readonly type: 'returned'; readonly setupIntent: string }
  | { readonly type: 'processing'; readonly setupIntent: string }
  | { readonly type: 'saved'; readonly setupIntent: string; readonly paymentMethod: PaymentMethod }
  /** What was saved here is no longer. */
  | { readonly type: 'removed' }
  /** What was under way is over, and nothing came of it. */
  | { readonly type: 'settled' }
  | { readonly type: 'error'; readonly error: InlayError }
  | { readonly type: 'logout' };

export function next(state: State, happening: Happening): State {
  const { terms, paymentMethod } = state;
  switch (happening.type) {
    case 'terms':
      return isUnderWay(state)
        ? { ...state, terms: happening.terms }
        : { name: 'ready', terms: happening.terms, paymentMethod };
    case 'retry':
      return { name: 'busy', terms, paymentMethod, doing: againOf(state) };
    case 'started':
      return { name: 'busy', terms, paymentMethod, doing: { what: 'start' } };
    case 'opened': {
      const { setupIntent, place } = happening;
      return { name: 'open', terms, paymentMethod, setupIntent, place };
    }
    case 'code':
      return isHere(state) ? { ...state, place: { where: 'here', code: happening.code } } : state;
    case 'not_drawn':
      return isHere(state) && state.place.code?.image === happening.image
        ? { ...state, place: { where: 'here', code: { ...state.place.code, drawn: false } } }
        : state;
    case 'closed':
    case 'returned': {
      const { setupIntent, type } = happening;
      const returned = type === 'returned' || isReturned(state);
      return { name: 'busy', terms, paymentMethod, doing: { what: 'sync', setupIntent, returned } };
    }
    case 'processing':
      return { name: 'pending', terms, paymentMethod, setupIntent: happening.setupIntent };
    case 'saved': {
      const known = { terms: terms && { ...terms, required: false }, paymentMethod: happening.paymentMethod };
      const elsewhere = isUnderWay(state) && !isWaitingFor(state, happening.setupIntent);
      return elsewhere ? { ...state, ...known } : { name: 'ready', ...known };
    }
    case 'removed':
      return state.name === 'loading' || state.name === 'signed_out' ? state : { ...state, paymentMethod: null };
    case 'settled':
      return { name: 'ready', terms, paymentMethod };
    case 'error':
      return {
        name: 'failed',
        terms,
        paymentMethod,
        error: happening.error,
        again: againAfter(state, happening.error),
      };
    case 'logout':
      return { name: 'signed_out', terms: null, paymentMethod: null };
  }
}

/** News does not interrupt somebody who waits for an attempt, or is in it. */
function isUnderWay(state: State): state is State & { name: 'busy' | 'open' | 'pending' } {
  return state.name === 'open' || state.name === 'pending' || (state.name === 'busy' && state.doing.what !== 'load');
}

function isHere(state: State): state is State & { name: 'open'; place: { where: 'here' } } {
  return state.name === 'open' && state.place.where === 'here';
}

export function isSyncing(state: State): state is State & { name: 'busy'; doing: { what: 'sync' } } {
  return state.name === 'busy' && state.doing.what === 'sync';
}

/** Whether what is waited for is known from the page's address alone. */
export function isReturned(state: State): boolean {
  return isSyncing(state) && state.doing.returned;
}

/** What a second try does. */
export function againOf(state: State): Doing {
  if (state.name === 'pending') return { what: 'sync', setupIntent: state.setupIntent, returned: false };
  return state.name === 'failed' ? state.again : { what: 'load' };
}

/** What could not be read is read again; what has come to nothing is begun anew, for Stripe wants no second try of it. */
function againAfter(state: State, { code }: InlayError): Doing {
  if (state.name === 'pending') return isOver(code) ? { what: 'start' } : againOf(state);
  if (state.name === 'open') return { what: 'start' };
  if (state.name !== 'busy') return { what: 'load' };
  return isSyncing(state) && isOver(code) ? { what: 'start' } : state.doing;
}

function isOver(code: InlayError['code']): boolean {
  return /^(setup_|cashapp_failed|stripe_js_|resource_missing)/.test(code);
}

/** Whether the outcome of this attempt is what the person waits for. */
export function isWaitingFor(state: State, setupIntent: string): boolean {
  if (state.name === 'open' || state.name === 'pending') return state.setupIntent === setupIntent;
  return isSyncing(state) && state.doing.setupIntent === setupIntent;
}

/** Whether a click may start: not while an attempt is under way. */
export function canStart({ name }: State): boolean {
  return name === 'ready' || name === 'failed';
}

/** What `:state()` shows of it. */
export function customState({ name, paymentMethod }: State): CustomState | undefined {
  switch (name) {
    case 'busy':
    case 'open':
      return 'busy';
    case 'failed':
      return 'failed';
    case 'ready':
      return paymentMethod ? 'done' : undefined;
    case 'loading':
    case 'pending':
    case 'signed_out':
      return undefined;
  }
}
