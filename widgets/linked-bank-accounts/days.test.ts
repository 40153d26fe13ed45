import { expect } from '@open-wc/testing';
import { NOON } from '../testing/fake-bank.ts';
import { daysShown, shownSince } from './days.ts';

describe('days', () => {
  for (const [days, are] of [
    [null, 90],
    [undefined, 90],
    [Number.NaN, 90],
    [0, 1],
    [-5, 1],
    [1, 1],
    [30.9, 30],
    [180, 180],
    [1e9, 180],
    [Infinity, 180],
  ] as const) {
    it(`are ${are} where ${days} are wanted`, () => {
      expect(daysShown(days)).to.equal(are);
    });
  }

  it('are counted back from now', () => {
    expect(shownSince(2, NOON * 1000)).to.equal(NOON - 2 * 86_400);
  });
});
