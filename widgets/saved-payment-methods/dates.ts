/** Days as a person counts them, where the person is. */

export function dateOf(seconds: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(seconds * 1000);
}

/** Midnights between then and now; none where the clocks disagree. */
export function daysSince(seconds: number, now: number): number {
  return Math.max(0, dayOf(now) - dayOf(seconds));
}

/** Its number in the calendar: a day without 24 hours counts as one all the same. */
function dayOf(seconds: number): number {
  const moment = new Date(seconds * 1000);
  return Date.UTC(moment.getFullYear(), moment.getMonth(), moment.getDate()) / 86_400_000;
}
