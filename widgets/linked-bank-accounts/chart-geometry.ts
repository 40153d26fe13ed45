/** Where the bars of money in and out stand. Pure. */
import type { MonthlyTotal } from '../../worker/contract.ts';

/** A month's place is this wide, a full bar this high, in the chart's own units. */
export const SLOT = 12;
export const HEIGHT = 40;
const BAR = 4;
const GAP = 0.5;
/** So that little is not mistaken for nothing. */
const LEAST = 0.75;

export interface Month {
  readonly month: string;
  readonly in: number;
  readonly out: number;
}

export interface Bar {
  readonly is: 'in' | 'out';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Each currency's months, oldest first, without a gap. */
export function monthsByCurrency(totals: readonly MonthlyTotal[]): ReadonlyMap<string, readonly Month[]> {
  const currencies = new Set(totals.map(({ currency }) => currency));
  return new Map(
    [...currencies].map((currency) => [currency, withoutGaps(totals.filter((one) => one.currency === currency))]),
  );
}

function withoutGaps(totals: readonly MonthlyTotal[]): Month[] {
  const known = new Map(totals.map((one) => [one.month, one]));
  const months = [...known.keys()].sort();
  const [first, last] = [months[0], months.at(-1)];
  const all: Month[] = [];
  for (let month = first; month !== undefined && last !== undefined && month <= last; month = monthAfter(month)) {
    all.push({ month, in: known.get(month)?.in ?? 0, out: known.get(month)?.out ?? 0 });
  }
  return all;
}

function monthAfter(month: string): string {
  const [year, number] = month.split('-').map(Number);
  return new Date(Date.UTC(year ?? 0, number ?? 0)).toISOString().slice(0, 'yyyy-mm'.length);
}

/** Two bars a month, the highest as high as the chart. */
export function barsOf(months: readonly Month[]): Bar[] {
  const most = Math.max(...months.flatMap((one) => [one.in, -one.out]), 1);
  return months.flatMap((one, index) => {
    const start = index * SLOT + SLOT / 2;
    return [bar('in', one.in, most, start - BAR - GAP), bar('out', -one.out, most, start + GAP)];
  });
}

function bar(is: Bar['is'], amount: number, most: number, x: number): Bar {
  const height = amount > 0 ? Math.max((amount / most) * HEIGHT, LEAST) : 0;
  return { is, x, y: HEIGHT - height, width: BAR, height };
}
