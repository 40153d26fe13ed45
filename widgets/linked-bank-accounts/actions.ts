/** What the buttons of an account do. */
import type { BankAccount } from '../../worker/contract.ts';
import { disconnectAccount, refreshAccount } from '../shared/bank-api.ts';
import { sentence } from '../shared/errors.ts';
import { InlayError } from '../shared/inlay-error.ts';
import type { Session } from '../shared/settings.ts';
import { nameOf } from './account-card.ts';
import { consent } from './consent.ts';
import { focusConfirmation } from './focus.ts';
import { announce, emitChange, happen, setRow, spread, tell, watch } from './learn.ts';
import type { Listing, Press } from './listing.ts';
import { accountWords } from './messages/words.ts';
import { refreshing } from './refreshing.ts';
import type { Action } from './row.ts';
import { isFree, toggled } from './row-changes.ts';

export async function press(flow: Listing, account: BankAccount, press: Press): Promise<void> {
  if (flow.host.disabled && press.does !== 'toggle') return;
  switch (press.does) {
    case 'toggle':
      setRow(flow, account.id, toggled(flow.rowOf(account), press.panel));
      flow.details ??= await import('./details.ts');
      flow.host.requestUpdate();
      return;
    case 'refresh':
      return refresh(flow, account);
    case 'confirm':
      setRow(flow, account.id, { doing: { name: 'confirming' } });
      return focusConfirmation(flow, account.id);
    case 'keep':
      setRow(flow, account.id, { doing: { name: 'nothing' } });
      return;
    case 'disconnect':
      return disconnect(flow, account);
    case 'link':
      return consent(flow, account);
    case 'share':
      return consent(flow, account, press.permission);
  }
}

async function refresh(flow: Listing, account: BankAccount): Promise<void> {
  const can = refreshing(account, Date.now() / 1000);
  if (can.name !== 'possible') return;
  await run(flow, account, 'refresh', async (session, signal) => {
    const refreshed = await refreshAccount(session, account.id, can.features, signal);
    flow.changes++;
    setRow(flow, account.id, { doing: { name: 'nothing' } });
    await happen(flow, { type: 'account', account: refreshed });
    tell(flow, accountWords.of(flow.host)('refreshing'));
    emitChange(flow);
    spread(flow);
    watch(flow, true);
  });
}

/** Safe to repeat: what is gone already is gone. */
async function disconnect(flow: Listing, account: BankAccount): Promise<void> {
  await run(flow, account, 'disconnect', async (session, signal) => {
    try {
      await disconnectAccount(session, account.id, signal);
    } catch (error) {
      if (!(error instanceof InlayError && error.code === 'resource_missing')) throw error;
    }
    flow.changes++;
    flow.rows.delete(account.id);
    await happen(flow, { type: 'removed', id: account.id });
    tell(flow, accountWords.of(flow.host)('gone', { account: nameOf(account) }));
    emitChange(flow);
    spread(flow);
  });
}

/** Does one thing at a time with an account; where it fails, the account says so. */
async function run(
  flow: Listing,
  account: BankAccount,
  action: Action,
  job: (session: Session, signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const { session, work } = flow;
  if (!session || !work || !isFree(flow.rowOf(account))) return;
  setRow(flow, account.id, { doing: { name: 'busy', action } });
  try {
    await job(session, work.signal);
  } catch (cause) {
    if (work.signal.aborted) return;
    const error = announce(flow, cause);
    const again = () => run(flow, account, action, job);
    setRow(flow, account.id, { doing: { name: 'failed', action, error, again } });
    tell(flow, sentence(error, flow.host));
  }
}
