/** How an element begins, once its first render is done. */
import { awaitSettings } from '../shared/keep-up.ts';
import { attend } from './attend.ts';
import { complain, happen } from './learn.ts';
import type { Linking } from './linking.ts';

export function begin(flow: Linking, signal: AbortSignal): void {
  if (signal.aborted) return;
  attend(flow, signal);
  if (flow.state.terms) complain(flow, flow.state.terms);
  awaitSettings(flow, signal, () => happen(flow, { type: 'logout' }));
}
