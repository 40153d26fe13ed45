/** What a press makes of a row, and whether it may. Pure. */
import type { Panel, Row } from './row.ts';

export function toggled(row: Row, panel: Panel): Row {
  const others = row.open.filter((one) => one !== panel);
  return { ...row, open: others.length < row.open.length ? others : [...others, panel] };
}

/** Whether a press may begin something: one thing at a time. */
export function isFree({ doing }: Row): boolean {
  return doing.name !== 'busy';
}
