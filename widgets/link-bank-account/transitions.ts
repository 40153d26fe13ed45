/** How one state of linking leads to the next. Pure. */
import type { BankAccount, BankSessionTerms } from '../../worker/contract.ts';
import type { InlayError } from '../shared/inlay-error.ts';
import type { Consent, Doing, State } from './flow.ts';

export type CustomState = 'busy' | 'done' | 'failed';

export type Happening =
  | { readonly type: 'terms'; readonly terms: BankSessionTerms }
  | { readonly type: 'retry' }
  | { readonly type: 'started'; readonly consent: Consent }
  | { readonly type: 'opened'; readonly session: string }
  /** The dialog is over; what came of it is asked. */
  | { readonly type: 'closed'; readonly session: string }
  | { readonly type: 'linked'; readonly accounts: readonly BankAccount[] }
  /** Of what was linked here, this is left. */
  | { readonly type: 'accounts'; readonly accounts: readonly BankAccount[] }
  /** What was under way is over, and nothing came of it. */
  | { readonly type: 'settled' }
  | { readonly type: 'error'; readonly error: InlayError }
  | { readonly type: 'logout' };

export function next(state: State, happening: Happening): State {
  const { terms, accounts } = state;
  switch (happening.type) {
    case 'terms':
      return isUnderWay(state)
        ? { ...state, terms: happening.terms }
        : { name: 'ready', terms: happening.terms, accounts };
    case 'retry':
      return { name: 'busy', terms, accounts, doing: state.name === 'failed' ? state.again : { what: 'load' } };
    case 'started':
      return { name: 'busy', terms, accounts, doing: { what: 'start', consent: happening.consent } };
    case 'opened':
      return { name: 'open', terms, accounts, session: happening.session, consent: consentOf(state) };
    case 'closed': {
      const doing: Doing = { what: 'sync', session: happening.session, consent: consentOf(state) };
      return { name: 'busy', terms, accounts, doing };
    }
    case 'linked':
      return { name: 'ready', terms, accounts: withNew(accounts, happening.accounts) };
    case 'accounts':
      return state.name === 'loading' || state.name === 'signed_out'
        ? state
        : { ...state, accounts: happening.accounts };
    case 'settled':
      return { name: 'ready', terms, accounts };
    case 'error':
      return { name: 'failed', terms, accounts, error: happening.error, again: againAfter(state, happening.error) };
    case 'logout':
      return { name: 'signed_out', terms: null, accounts: [] };
  }
}

/** An account that is linked once more, with wider permissions say, takes its own place. */
function withNew(known: readonly BankAccount[], linked: readonly BankAccount[]): readonly BankAccount[] {
  const ids = new Set(linked.map(({ id }) => id));
  return [...linked, ...known.filter(({ id }) => !ids.has(id))];
}

/** News does not interrupt somebody who waits for the dialog, or is in it. */
function isUnderWay(state: State): state is State & { name: 'busy' | 'open' } {
  return state.name === 'open' || (state.name === 'busy' && state.doing.what !== 'load');
}

/** What a second try does: what failed, but for a dialog that went wrong: that is opened anew. */
function againAfter(state: State, { code }: InlayError): Doing {
  if (state.name !== 'busy') return { what: 'load' };
  const inDialog = code === 'bank_link_failed' || code === 'stripe_js_blocked' || code === 'stripe_js_failed';
  return inDialog ? { what: 'start', consent: consentOf(state) } : state.doing;
}

function consentOf(state: State): Consent {
  if (state.name === 'open') return state.consent;
  return state.name === 'busy' && state.doing.what !== 'load' ? state.doing.consent : {};
}

/** Whether the outcome of this session is what the person waits for. */
export function isWaitingFor(state: State, session: string): boolean {
  if (state.name === 'open') return state.session === session;
  return state.name === 'busy' && state.doing.what === 'sync' && state.doing.session === session;
}

/** Whether a click may start: not while one is under way. */
export function canStart({ name }: State): boolean {
  return name === 'ready' || name === 'failed';
}

/** What `:state()` shows of it. */
export function customState({ name, accounts }: State): CustomState | undefined {
  switch (name) {
    case 'busy':
    case 'open':
      return 'busy';
    case 'failed':
      return 'failed';
    case 'ready':
      return accounts.length ? 'done' : undefined;
    case 'loading':
    case 'signed_out':
      return undefined;
  }
}
