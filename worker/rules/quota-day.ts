/** Days of a daily quota: they begin at midnight UTC. */

const DAY = 24 * 3_600;

/** @param now milliseconds */
export function quotaDay(now: number): { readonly day: string; readonly secondsLeft: number } {
  const second = Math.floor(now / 1000);
  return { day: new Date(now).toISOString().slice(0, 10), secondsLeft: DAY - (second % DAY) };
}
