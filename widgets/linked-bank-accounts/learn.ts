/** Takes in what the Worker said, and tells the host page and the other elements of it. */
import type { BankAccount, BankAccountList } from '../../worker/contract.ts';
import { asInlayError, sentence } from '../shared/errors.ts';
import type { InlayError } from '../shared/inlay-error.ts';
import { tellOf } from '../shared/keep-up.ts';
import { News } from '../shared/news.ts';
import { Patience } from '../shared/patience.ts';
import { page } from '../shared/settings.ts';
import { type Happening, next } from './list-transitions.ts';
import type { Listing } from './listing.ts';
import { accountWords } from './messages/words.ts';
import { hasFailed, isPending } from './refreshing.ts';
import { closed, type Doing, type Row } from './row.ts';

export function happen(flow: Listing, happening: Happening): Promise<void> {
  return flow.to(next(flow.state, happening));
}

export function setRow(flow: Listing, id: string, row: Partial<Row>): void {
  flow.rows.set(id, { ...(flow.rows.get(id) ?? closed), ...row });
  flow.host.requestUpdate();
}

/** For a screen reader, which cannot see that a row has changed. Who has pressed nothing is not interrupted. */
export function tell(flow: Listing, text: string): void {
  if (!flow.engaged) return;
  flow.said = text;
  flow.host.requestUpdate();
}

/** What is asked for because somebody wants to know; a failure is told. */
export async function askAgain(flow: Listing): Promise<void> {
  // What failed before may be well in a moment, and is told again where it is not.
  if (flow.state.name === 'failed') flow.said = '';
  await happen(flow, { type: 'asked' });
  await flow.ask('load', 0);
}

export async function learn(flow: Listing, list: BankAccountList): Promise<void> {
  const before = flow.state.list;
  for (const id of flow.rows.keys()) if (!list.data.some((one) => one.id === id)) flow.rows.delete(id);
  for (const account of list.data)
    settle(
      flow,
      before?.data.find(({ id }) => id === account.id),
      account,
    );
  await happen(flow, { type: 'list', list });
  if (before && JSON.stringify(before.data) !== JSON.stringify(list.data)) emitChange(flow);
  watch(flow);
}

export function emitChange(flow: Listing): void {
  flow.host.emit('change', { accounts: flow.state.list?.data ?? [] });
}

/** Says how a refresh went that was under way, and has what is unfolded follow it. */
function settle(flow: Listing, before: BankAccount | undefined, now: BankAccount): void {
  if (!before || !isPending(before) || isPending(now)) return;
  const { doing } = flow.rowOf(now);
  if (doing.name === 'nothing' || doing.name === 'takes_longer') {
    setRow(flow, now.id, { doing: { name: 'refreshed' } });
    const say = accountWords.of(flow.host);
    tell(flow, hasFailed(now) ? say('refreshFailed') : say('refreshed'));
  }
  flow.details?.reload(flow, now);
}

const watches = new WeakMap<AbortController, Patience>();

/** Keeps asking while something is pending. @param anew something has just begun */
export function watch(flow: Listing, anew = false): void {
  const { work } = flow;
  if (!work) return;
  const pending = () => flow.state.list?.data.filter(isPending) ?? [];
  const look = async () => {
    await flow.ask('glance');
    return pending().length > 0;
  };
  const giveUp = () => {
    for (const { id } of pending()) setDoing(flow, id, { name: 'takes_longer' });
    tell(flow, accountWords.of(flow.host)('takesLonger'));
  };
  const patience = watches.get(work) ?? new Patience(look, giveUp, work.signal);
  watches.set(work, patience);
  if (!pending().length) patience.stop();
  else if (anew) patience.begin();
  else patience.keepOn();
}

function setDoing(flow: Listing, id: string, doing: Doing): void {
  if (flow.rows.get(id)?.doing.name !== 'busy') setRow(flow, id, { doing });
}

/** The list could not be had. */
export async function fail(flow: Listing, cause: unknown): Promise<void> {
  const error = announce(flow, cause);
  if (flow.state.name === 'asking') tell(flow, sentence(error, flow.host));
  await happen(flow, { type: 'error', error });
}

/** Tells the developer and the host page of an error; the person reads it where it happened. */
export function announce(flow: Listing, cause: unknown): InlayError {
  const error = asInlayError(cause);
  // The bank, or somebody else, has changed what can be done with the account.
  if (/^(resource_missing|data_not_shared|bank_account_|refresh_too_early)/.test(error.code)) flow.ask('glance');
  tellOf(flow, error);
  return error;
}

export function spread(flow: Listing): void {
  page.dispatchEvent(new News('bank', flow));
}
