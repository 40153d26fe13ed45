/** How an element begins, once its first render is done. */
import { afterPage, awaitSettings } from '../shared/keep-up.ts';
import { attend } from './attend.ts';
import { componentOf } from './components.ts';
import type { Embedding } from './embedding.ts';
import { happen } from './learn.ts';
import { embed } from './start.ts';

export function begin(flow: Embedding, signal: AbortSignal): void {
  if (signal.aborted) return;
  attend(flow, signal);
  awaitSettings(flow, signal, () => happen(flow, { type: 'logout' }));
  // A mistake is told of before anybody comes near.
  if (flow.session) afterPage(signal, () => componentOf(flow.host.component) || embed(flow));
}
