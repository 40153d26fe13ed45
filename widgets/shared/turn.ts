/**
 * Whose turn it is, whichever element it belongs to. A page has one dialog or code to scan at a time; and one Checkout, which
 * stands in the page and is in nobody's way: Stripe allows no more.
 */
export type Turn = 'dialog' | 'checkout';

const current: { [of in Turn]?: AbortController | undefined } = {};

export function isTurnTaken(): boolean {
  return current.dialog !== undefined;
}

/** Whoever had it before has it no longer. */
export function takeTurn(of: Turn = 'dialog'): AbortController {
  current[of]?.abort();
  const turn = new AbortController();
  current[of] = turn;
  return turn;
}

/** Nobody waits for it any longer, so that what became of it is asked. */
export function endTurn(turn = current.dialog): void {
  if (turn === current.dialog) current.dialog = undefined;
  if (turn === current.checkout) current.checkout = undefined;
  turn?.abort();
}
