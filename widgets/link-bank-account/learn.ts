/** Takes in what the Worker said, and tells the host page and the other elements of it. */
import type { BankSessionTerms } from '../../worker/contract.ts';
import { syncSession } from '../shared/bank-api.ts';
import { listAccounts } from '../shared/bank-list.ts';
import type { InlayError } from '../shared/inlay-error.ts';
import { failWith } from '../shared/keep-up.ts';
import { News } from '../shared/news.ts';
import { page, type Session } from '../shared/settings.ts';
import type { Linking } from './linking.ts';
import { complaintsOf } from './session-request.ts';
import { type Happening, isWaitingFor, next } from './transitions.ts';

export function happen(flow: Linking, happening: Happening): Promise<void> {
  return flow.to(next(flow.state, happening));
}

export function learn(flow: Linking, terms: BankSessionTerms): Promise<void> {
  complain(flow, terms);
  return happen(flow, { type: 'terms', terms });
}

const said = new WeakMap<Linking, Set<string>>();

/** Names, once, what the attributes ask for in vain. */
export function complain(flow: Linking, terms: BankSessionTerms): void {
  const known = said.get(flow) ?? new Set();
  said.set(flow, known);
  for (const complaint of complaintsOf(terms, flow.host)) {
    if (!known.has(complaint)) console.warn(`[inlay] <${flow.host.localName}> ${complaint}`);
    known.add(complaint);
  }
}

/**
 * The dialog is over: reads from the Worker what came of it, and tells of it. An element that is gone by now tells nobody,
 * but the accounts are kept all the same.
 */
export async function conclude(
  flow: Linking,
  session: Session,
  id: string,
  problem: InlayError | null = null,
): Promise<void> {
  const { host } = flow;
  // Somebody else is signed in by now.
  if (host.session !== session) return;
  if (isWaitingFor(flow.state, id)) happen(flow, { type: 'closed', session: id });
  const { accounts } = await syncSession(session, id, new AbortController().signal);
  if (accounts.length) page.dispatchEvent(new News('bank', flow));
  if (flow.session !== session || !flow.work) return;
  const waiting = isWaitingFor(flow.state, id);
  const known = new Set(flow.state.accounts.map((account) => account.id));
  if (accounts.length && (waiting || accounts.some((account) => !known.has(account.id)))) {
    await happen(flow, { type: 'linked', accounts });
    if (!flow.guest) host.emit('change', { accounts: flow.state.accounts });
    host.emit('success', { accounts });
  } else if (waiting) {
    if (problem) throw problem;
    await happen(flow, { type: 'settled' });
    host.emit('cancel');
  }
}

/** Another element has changed something: of what was linked here, only what is still there is shown. */
export async function follow(flow: Linking): Promise<void> {
  const { host, session, work, state } = flow;
  if (!session || !work || !state.accounts.length) return;
  const { data } = await listAccounts(session, work.signal);
  const listed = new Map(data.map((account) => [account.id, account]));
  const accounts = flow.state.accounts.flatMap(({ id }) => listed.get(id) ?? []);
  if (work.signal.aborted || JSON.stringify(accounts) === JSON.stringify(flow.state.accounts)) return;
  await happen(flow, { type: 'accounts', accounts });
  host.emit('change', { accounts });
}

export function fail(flow: Linking, cause: unknown): Promise<void> {
  return failWith(flow, cause, (error) => happen(flow, { type: 'error', error }));
}
