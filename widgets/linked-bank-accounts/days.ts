/** The attribute `days`: how far back transactions are shown. Pure. */
const DEFAULT = 90;
const MOST = 180;
const DAY_S = 86_400;

/** Whatever is no number of days between 1 and 180 becomes the nearest that is, or the default. */
export function daysShown(days: number | null | undefined): number {
  const whole = Math.trunc(days ?? Number.NaN);
  return Number.isNaN(whole) ? DEFAULT : Math.min(Math.max(whole, 1), MOST);
}

/**
 * Transactions from this second on are shown.
 * @param now milliseconds since the epoch
 */
export function shownSince(days: number | null | undefined, now: number): number {
  return Math.floor(now / 1000) - daysShown(days) * DAY_S;
}
