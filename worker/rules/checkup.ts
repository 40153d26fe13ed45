/** How much of when something happened is anybody's business. */
import type { LastReceived } from '../contract.ts';

/** Milliseconds. */
const DAY = 24 * 3_600_000;

/** @param at milliseconds, as `now`; null when it never happened */
export function roughly(at: number | null, now: number): LastReceived {
  if (at === null) return 'never';
  if (now - at < DAY) return 'within_a_day';
  return now - at < 7 * DAY ? 'within_a_week' : 'earlier';
}
