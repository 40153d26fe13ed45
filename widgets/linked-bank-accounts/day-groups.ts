/** Transactions as people read them: what is still pending apart, the rest by the day it happened. Pure. */
import type { Transaction, TransactionList } from '../../worker/contract.ts';

export interface Day {
  /** `2026-11-20`, where the person is. */
  readonly day: string;
  /** Newest first; at least one. */
  readonly transactions: readonly Transaction[];
}

export interface Shown {
  readonly pending: readonly Transaction[];
  /** Newest first. A day that a page adds nothing to stays the same object. */
  readonly days: readonly Day[];
  /** Where the next page starts after. */
  readonly last: string | undefined;
}

export const nothingShown: Shown = { pending: [], days: [], last: undefined };

/** @param dayOf the day of a second since the epoch */
export function withPage(
  shown: Shown,
  page: readonly Transaction[],
  since: number,
  dayOf: (seconds: number) => string,
): Shown {
  const recent = page.filter(({ transacted_at }) => transacted_at >= since);
  const [pending, settled] = [true, false].map((is) => recent.filter(({ status }) => (status === 'pending') === is));
  return {
    pending: [...shown.pending, ...(pending ?? [])],
    days: (settled ?? []).reduce((days, one) => withTransaction(days, one, dayOf(one.transacted_at)), shown.days),
    last: page.at(-1)?.id ?? shown.last,
  };
}

function withTransaction(days: readonly Day[], transaction: Transaction, day: string): readonly Day[] {
  const newest = days.at(-1);
  if (newest?.day !== day) return [...days, { day, transactions: [transaction] }];
  return [...days.slice(0, -1), { day, transactions: [...newest.transactions, transaction] }];
}

/** Whether there is more to show: the next page may lie further back than is shown at all. */
export function goesOn({ data, has_more }: TransactionList, since: number): boolean {
  const last = data.at(-1);
  return has_more && last !== undefined && last.transacted_at >= since;
}

/** Tells the days of a time zone apart; by default of the person's own. */
export function daysIn(timeZone?: string): (seconds: number) => string {
  // Sweden writes dates as ISO 8601 does.
  const format = new Intl.DateTimeFormat('sv', { dateStyle: 'short', timeZone });
  return (seconds) => format.format(seconds * 1000);
}
