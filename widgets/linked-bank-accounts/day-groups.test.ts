import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { Transaction } from '../../worker/contract.ts';
import { NOON, transactionThat } from '../testing/fake-bank.ts';
import { daysIn, goesOn, nothingShown, type Shown, withPage } from './day-groups.ts';

const utc = daysIn('UTC');
const at = (transacted_at: number, is: Partial<Transaction> = {}) => transactionThat({ transacted_at, ...is });
const ids = ({ pending, days }: Shown) =>
  [...pending, ...days.flatMap(({ transactions }) => transactions)].map(({ id }) => id);

describe('transactions by day', () => {
  it('are of the day it was where the person is', () => {
    const justAfterMidnight = Date.UTC(2026, 10, 20, 0, 30) / 1000;
    expect(utc(justAfterMidnight)).to.equal('2026-11-20');
    expect(daysIn('America/New_York')(justAfterMidnight)).to.equal('2026-11-19');
    expect(daysIn('Pacific/Kiritimati')(justAfterMidnight)).to.equal('2026-11-20');
  });

  it('are apart while they are pending, and stay in their day when they are void', () => {
    const page = [
      at(NOON, { id: 'a', status: 'pending' }),
      at(NOON, { id: 'b', status: 'void' }),
      at(NOON, { id: 'c' }),
    ];
    const { pending, days } = withPage(nothingShown, page, 0, utc);
    expect(pending.map(({ id }) => id)).to.deep.equal(['a']);
    expect(days).to.have.length(1);
    expect(days[0]?.transactions.map(({ id }) => id)).to.deep.equal(['b', 'c']);
  });

  it('stop where they are too old to be shown', () => {
    const page = [at(NOON, { id: 'new' }), at(NOON - 10, { id: 'old' })];
    expect(ids(withPage(nothingShown, page, NOON - 5, utc))).to.deep.equal(['new']);
    const list = { object: 'list', url: '', has_more: true, data: page, refresh: null, synchronizing: false } as const;
    expect(goesOn({ ...list, data: page }, NOON - 5)).to.equal(false);
    expect(goesOn({ ...list, data: page }, NOON - 10)).to.equal(true);
    expect(goesOn({ ...list, data: page, has_more: false }, 0)).to.equal(false);
    expect(goesOn({ ...list, data: [] }, 0), 'an empty page leads nowhere').to.equal(false);
  });

  const newestFirst = fc
    .array(fc.record({ ago: fc.integer({ min: 0, max: 1_000_000 }), pending: fc.boolean() }), { maxLength: 60 })
    .map((all) =>
      all
        .sort((one, other) => one.ago - other.ago)
        .map(({ ago, pending }, index) => at(NOON - ago, { id: `t${index}`, status: pending ? 'pending' : 'posted' })),
    );

  it('are the same whether they came in one page or in many', () => {
    fc.assert(
      fc.property(newestFirst, fc.integer({ min: 1, max: 7 }), (all, size) => {
        let paged = nothingShown;
        for (let start = 0; start < all.length; start += size) {
          paged = withPage(paged, all.slice(start, start + size), 0, utc);
        }
        expect(paged).to.deep.equal(withPage(nothingShown, all, 0, utc));
        expect([...ids(paged)].sort()).to.deep.equal(all.map(({ id }) => id).sort());
        expect(new Set(paged.days.map(({ day }) => day)).size, 'a day is there once').to.equal(paged.days.length);
      }),
    );
  });

  it('leave the days alone that a page adds nothing to', () => {
    fc.assert(
      fc.property(newestFirst, (all) => {
        const half = withPage(nothingShown, all.slice(0, 20), 0, utc);
        const whole = withPage(half, all.slice(20), 0, utc);
        for (const [index, day] of half.days.slice(0, -1).entries()) expect(whole.days[index]).to.equal(day);
      }),
    );
  });
});
