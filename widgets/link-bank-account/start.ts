/** What a click leads to. */
import type { BankSessionRequest } from '../../worker/contract.ts';
import { notConfigured } from '../shared/errors.ts';
import { isInAppBrowser } from '../shared/in-app-browser.ts';
import { missing } from '../shared/keep-up.ts';
import { lookAtPage } from '../shared/page-headers.ts';
import { page } from '../shared/settings.ts';
import { isTurnTaken } from '../shared/turn.ts';
import { attend } from './attend.ts';
import { openDialog } from './dialog.ts';
import type { Consent } from './flow.ts';
import { complain, conclude, happen } from './learn.ts';
import type { Linking, LinkingHost } from './linking.ts';
import { sessionRequest } from './session-request.ts';
import { canStart } from './transitions.ts';

/** What a click does: it opens Stripe's dialog, unless there is a failure to try again. */
export async function start(flow: Linking, consent: Consent): Promise<void> {
  // Added to its host in the same breath: the host's update finds out who asks.
  if (!flow.work) await flow.host.updateComplete;
  if (flow.state.name === 'failed' && flow.state.again.what !== 'start') return retry(flow);
  // By a script of the page's, before the terms are known.
  if (flow.state.name === 'loading') await flow.ask();
  const { state, session, work } = flow;
  if (!session || !work || !canStart(state) || isTurnTaken()) return;
  attend(flow, work.signal);
  const agreed = !consent.permissions && state.name === 'failed' && state.again.what === 'start';
  await open(flow, agreed ? state.again.consent : consent);
}

async function open(flow: Linking, consent: Consent): Promise<void> {
  const { state, host, session, work } = flow;
  if (!session || !work) return;
  const body = sessionRequest(state.terms, host, consent);
  if (state.terms) complain(flow, state.terms);
  if (!body) return flow.fail(notConfigured('The attribute permissions leaves nothing to ask for.'), work.signal);
  host.emit('start');
  happen(flow, { type: 'started', consent });
  lookAtPage(host.localName);
  const focused = document.activeElement === host;
  try {
    const { session: id, problem } = await openDialog(session, withReturn(body, host), {
      locale: host.locale,
      nonce: page.settings.cspNonce,
      signal: work.signal,
      opened: (opened) => happen(flow, { type: 'opened', session: opened }),
    });
    // Stripe's dialog leaves the focus on nothing.
    if (focused && document.activeElement === document.body) host.focus();
    await conclude(flow, session, id, problem);
  } catch (error) {
    await flow.fail(error, work.signal);
  }
}

/** Only where a bank's app cannot come back by itself does Stripe want an address to come back to. */
function withReturn(body: BankSessionRequest, { returnPath }: LinkingHost): BankSessionRequest {
  if (!returnPath || !isInAppBrowser(navigator.userAgent) || !URL.canParse(returnPath, location.href)) return body;
  return { ...body, return_url: new URL(returnPath, location.href).href };
}

/** Does again what failed; but a dialog is opened by a click only. */
export async function retry(flow: Linking): Promise<void> {
  const { state, session, work } = flow;
  if (state.name !== 'failed') return;
  if (!session || !work) return flow.fail(missing(flow.host), work?.signal);
  const { again } = state;
  if (again.what === 'start') return happen(flow, { type: 'settled' });
  happen(flow, { type: 'retry' });
  if (again.what === 'load') return flow.ask();
  await conclude(flow, session, again.session).catch((error) => flow.fail(error, work.signal));
}
