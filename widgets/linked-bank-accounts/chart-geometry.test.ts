import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { MonthlyTotal } from '../../worker/contract.ts';
import { barsOf, HEIGHT, monthsByCurrency, SLOT } from './chart-geometry.ts';

const total = (month: string, moneyIn: number, out: number, currency = 'usd'): MonthlyTotal => ({
  object: 'monthly_total',
  month,
  currency,
  in: moneyIn,
  out,
});

describe('the chart of money in and out', () => {
  it('has every month between the first and the last, over a new year too', () => {
    const months = monthsByCurrency([total('2026-11', 100, -50), total('2027-02', 10, 0)]).get('usd');
    expect(months).to.deep.equal([
      { month: '2026-11', in: 100, out: -50 },
      { month: '2026-12', in: 0, out: 0 },
      { month: '2027-01', in: 0, out: 0 },
      { month: '2027-02', in: 10, out: 0 },
    ]);
  });

  it('keeps currencies apart', () => {
    const charts = monthsByCurrency([total('2026-11', 100, -50), total('2026-11', 7, 0, 'jpy')]);
    expect([...charts.keys()]).to.deep.equal(['usd', 'jpy']);
  });

  it('is nothing where there is nothing', () => {
    expect([...monthsByCurrency([])]).to.deep.equal([]);
    expect(barsOf([])).to.deep.equal([]);
  });

  it('shows nothing as nothing, and little as something', () => {
    const [zero, none, little] = barsOf([
      { month: '2026-10', in: 0, out: 0 },
      { month: '2026-11', in: 1, out: -1_000_000 },
    ]);
    expect([zero?.height, none?.height]).to.deep.equal([0, 0]);
    expect(little?.height).to.be.greaterThan(0);
  });

  it('keeps every bar inside, and the higher amount never lower', () => {
    const month = fc.record({ in: fc.nat(10 ** 12), out: fc.nat(10 ** 12).map((amount) => 0 - amount) });
    fc.assert(
      fc.property(fc.array(month, { minLength: 1, maxLength: 7 }), (amounts) => {
        const months = amounts.map((one, index) => ({ month: `2026-0${index + 1}`, ...one }));
        const bars = barsOf(months);
        for (const bar of bars) {
          expect(bar.x).to.be.at.least(0);
          expect(bar.x + bar.width).to.be.at.most(SLOT * months.length);
          expect(bar.y).to.be.at.least(0);
          expect(bar.y + bar.height).to.be.closeTo(HEIGHT, 1e-9);
        }
        const sizes = months.flatMap((one) => [one.in, -one.out]);
        for (const [one, bar] of bars.entries()) {
          for (const [other, than] of bars.entries()) {
            if ((sizes[one] ?? 0) > (sizes[other] ?? 0)) expect(bar.height).to.be.at.least(than.height);
          }
        }
      }),
    );
  });
});
