/** What has a component shown: somebody who comes near, a press, or a script of the page's. */
import { notConfigured } from '../shared/errors.ts';
import type { InlayError } from '../shared/inlay-error.ts';
import { missing } from '../shared/keep-up.ts';
import { lookAtPage } from '../shared/page-headers.ts';
import { page } from '../shared/settings.ts';
import { attend } from './attend.ts';
import { componentOf, names, opensWindow } from './components.ts';
import type { Embedding } from './embedding.ts';
import { fail } from './learn.ts';
import { Showing } from './showing.ts';

/** Whoever failed of the same tries again together: one session then does for all. */
export class Retry extends Event {
  readonly from: Embedding;
  readonly error: InlayError;

  constructor(from: Embedding, error: InlayError) {
    super('embedded_retry');
    this.from = from;
    this.error = error;
  }
}

export async function start(flow: Embedding): Promise<void> {
  const { host } = flow;
  if (!host.isConnected || host.disabled) return;
  // Put on the page in the same breath: the host's update finds out who asks.
  if (!flow.work) await host.updateComplete;
  const { state, showing, work } = flow;
  if (!work) return;
  attend(flow, work.signal);
  if (showing) return showing.settled;
  const made = embed(flow);
  if (state.name === 'failed' && state.error) page.dispatchEvent(new Retry(flow, state.error));
  await made;
}

export async function refresh(flow: Embedding): Promise<void> {
  const { state, showing } = flow;
  if (state.name === 'shown' && !flow.host.disabled) await embed(flow);
  else await (showing?.settled ?? start(flow));
}

/** Shows the component that the attribute names, in place of what is shown. */
export async function embed(flow: Embedding, hasNewSecret = false): Promise<void> {
  const { host, session, work } = flow;
  flow.showing?.end();
  flow.asked = host.component ?? '';
  if (!work) return;
  if (!session) return fail(flow, missing(host));
  const component = componentOf(host.component);
  if (!component) return fail(flow, unknownComponent(host.component));
  if (opensWindow(component)) lookAtPage(host.localName);
  const showing = new Showing(flow, session, component, (why) => {
    if (why === 'look' || !hasNewSecret) embed(flow, hasNewSecret || why === 'secret');
  });
  flow.showing = showing;
  showing.begin();
  await showing.settled;
}

function unknownComponent(component: string | null | undefined): InlayError {
  const problem = component ? `There is no component "${component}"` : 'The attribute component is missing';
  return notConfigured(`${problem}. Set it to one of: ${names.join(', ')}.`);
}
