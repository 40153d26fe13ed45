import { endTurn } from '../shared/turn.ts';
import type { Buying } from './buying.ts';

/** Takes Checkout out of the page. What became of it is asked all the same: the person may have been faster. */
export function close({ host, turn }: Buying): void {
  if (turn) endTurn(turn);
  // The host has the focus already, with the button that is about to go.
  host.shadowRoot?.querySelector('button')?.focus();
}
