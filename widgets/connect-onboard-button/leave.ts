/** On the way to Stripe. */
import type { AccountLinkRequest } from '../../worker/contract.ts';
import { createAccountLink } from '../shared/account-link-api.ts';
import { isFollowable } from '../shared/addresses.ts';
import type { Onboarding } from './onboarding.ts';

/** Fetches a link, and goes there. */
export async function leave(
  flow: Onboarding,
  go: (url: string) => void,
  how?: Partial<AccountLinkRequest>,
): Promise<void> {
  const { host, session, work, state } = flow;
  if (!session || !work) return;
  host.emit('start');
  flow.to({ name: 'busy', account: state.account, doing: 'start' });
  try {
    // Resolved against the page's address, an empty path is the page itself without its hash.
    const return_url = new URL(host.returnPath || '', location.href).href;
    const { url } = await createAccountLink(session, { return_url, presentation: 'redirect', ...how }, work.signal);
    work.signal.throwIfAborted();
    if (!isFollowable(url)) throw new Error('The link is not https.');
    go(url);
  } catch (error) {
    await flow.fail(error, work.signal);
  }
}
