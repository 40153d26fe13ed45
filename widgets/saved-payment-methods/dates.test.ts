import { expect } from '@open-wc/testing';
import { dateOf, daysSince } from './dates.ts';

/** Seconds since the epoch, where the person is. */
function at(year: number, month: number, day: number, hour: number, minute = 0): number {
  return new Date(year, month - 1, day, hour, minute).getTime() / 1000;
}

describe('the days between then and now', () => {
  for (const [what, then, now, days] of [
    ['an hour of one day', at(2026, 3, 3, 8), at(2026, 3, 3, 9), 0],
    ['two minutes around midnight', at(2026, 3, 3, 23, 59), at(2026, 3, 4, 0, 1), 1],
    ['nearly two whole days', at(2026, 3, 3, 0, 1), at(2026, 3, 4, 23, 59), 1],
    ['a year', at(2025, 3, 3, 12), at(2026, 3, 3, 12), 365],
    ['a March in which a day may lack an hour', at(2026, 3, 1, 12), at(2026, 4, 1, 12), 31],
    ['a clock that is behind', at(2026, 3, 5, 12), at(2026, 3, 3, 12), 0],
  ] as const) {
    it(`are ${days} for ${what}`, () => {
      expect(daysSince(then, now)).to.equal(days);
    });
  }
});

describe('a date', () => {
  for (const [locale, is] of [
    ['en-US', 'March 3, 2026'],
    ['en-GB', '3 March 2026'],
    ['fr', '3 mars 2026'],
  ] as const) {
    it(`is ${is} in ${locale}, from the first minute of the person's day to the last`, () => {
      expect(dateOf(at(2026, 3, 3, 0), locale)).to.equal(is);
      expect(dateOf(at(2026, 3, 3, 23, 59), locale)).to.equal(is);
    });
  }
});
