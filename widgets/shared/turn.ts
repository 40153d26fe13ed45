/** Whose dialog or attempt is under way: a page has one at a time, whichever element it belongs to. */
let current: AbortController | undefined;

export function isTurnTaken(): boolean {
  return current !== undefined;
}

export function takeTurn(): AbortController {
  current = new AbortController();
  return current;
}

/** Nobody waits for it any longer, so that what became of it is asked. */
export function endTurn(turn = current): void {
  if (turn === current) current = undefined;
  turn?.abort();
}
