/** Takes in what the Worker said, and tells the host page and the other elements of it. */
import type { Account } from '../../worker/contract.ts';
import { failWith } from '../shared/keep-up.ts';
import { AccountNews } from '../shared/news.ts';
import { page } from '../shared/settings.ts';
import type { Onboarding, Reason } from './onboarding.ts';
import { owed } from './owed.ts';
import { type Happening, isDone, next } from './transitions.ts';

export function happen(flow: Onboarding, happening: Happening): Promise<void> {
  return flow.to(next(flow.state, happening));
}

export async function learn(flow: Onboarding, account: Account, reason: Reason): Promise<void> {
  if (reason !== 'glance') owed.delete(flow);
  page.dispatchEvent(new AccountNews(flow, flow.session, account));
  await takeIn(flow, account, reason);
}

/** Takes in where the merchant stands, and tells the host page what came of it. */
export async function takeIn(flow: Onboarding, account: Account, reason: Reason): Promise<void> {
  const { state, host } = flow;
  const changed = JSON.stringify(state.account) !== JSON.stringify(account);
  const away = state.name === 'away';
  // The window may have told of its end after this page has noticed it.
  const returned = reason === 'returned' && (changed || state.name !== 'ready');
  const outcome = returned || (away && changed && isDone(account));
  const over = outcome || reason === 'window_closed';
  await happen(flow, { type: reason === 'left_open' ? reason : over ? 'settled' : 'account', account });
  if (outcome || (state.account && changed)) host.emit('change', { account });
  if (outcome && isDone(account)) host.emit('success', { account });
  else if (reason === 'window_closed' && away) host.emit('cancel');
}

export function fail(flow: Onboarding, cause: unknown): Promise<void> {
  return failWith(flow, cause, (error) => happen(flow, { type: 'error', error }));
}
