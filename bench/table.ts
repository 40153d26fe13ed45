/** One table: what was measured, what the same job costs with nothing of ours in it, and how far apart they may be. */
import { median, type Rounds, ratio } from './rounds.ts';

export interface Row {
  readonly what: string;
  readonly figure: string;
  /** Measured in the same run, unless it says otherwise. */
  readonly floor?: string;
  readonly ratio?: number;
  /** As the issue has it; nothing where a row is there to compare with. */
  readonly reach?: string;
  readonly ok?: boolean;
}

export type Reach = { readonly atMost: number } | { readonly atLeast: number };

/** Rows for variants that were measured together, all held against the same floor. */
export function ratioRows<Name extends string>(figures: Rounds<Name>, floor: Name, unit: 'ms' | 'req/s') {
  const of = (name: Name) => figures.get(name) ?? [];
  const show = (name: Name) => `${median(of(name)).toFixed(unit === 'ms' ? 2 : 0)} ${unit}`;
  return (what: string, name: Name, reach?: Reach): Row => {
    const row = { what, figure: show(name), floor: show(floor), ratio: ratio(of(name), of(floor)) };
    if (reach === undefined) return row;
    return 'atMost' in reach
      ? { ...row, reach: `≤ ${reach.atMost.toFixed(2)}`, ok: row.ratio <= reach.atMost }
      : { ...row, reach: `≥ ${reach.atLeast.toFixed(2)}`, ok: row.ratio >= reach.atLeast };
  };
}

export function printTable(rows: readonly Row[]): string {
  const cells = rows.map(({ what, figure, floor = '', ratio, reach = '', ok }) => {
    return [what, figure, floor, ratio?.toFixed(2) ?? '', reach, ok === undefined ? '' : ok ? 'ok' : 'OVER'];
  });
  const lines = [['what', 'figure', 'floor', 'ratio', 'reach', ''], ...cells];
  const widthOf = (column: number) => Math.max(...lines.map((line) => line[column]?.length ?? 0));
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widthOf(column) + 2))
        .join('')
        .trimEnd(),
    )
    .join('\n');
}
