/** How an element begins, once its first render is done. */
import { page } from '../shared/settings.ts';
import { attend } from './attend.ts';
import { complain, happen } from './learn.ts';
import type { Linking } from './linking.ts';
import { missing } from './start.ts';

export function begin(flow: Linking, signal: AbortSignal): void {
  if (signal.aborted) return;
  attend(flow, signal);
  if (flow.state.terms) complain(flow, flow.state.terms);
  if (!flow.session) awaitSettings(flow, signal);
}

/** Not configured yet is an error only once the page's own scripts have had their turn. */
function awaitSettings(flow: Linking, signal: AbortSignal): void {
  if (page.signedOut) happen(flow, { type: 'logout' });
  else if (document.readyState === 'complete') flow.fail(missing(flow), signal);
  else addEventListener('load', () => flow.session || flow.fail(missing(flow), signal), { once: true, signal });
}
