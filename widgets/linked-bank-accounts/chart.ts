/** Money in and out by month: bars for who would rather look, a table for who listens. */
import { html, svg, type TemplateResult } from 'lit';
import type { MonthlyTotal } from '../../worker/contract.ts';
import { formatsOf } from '../shared/formats.ts';
import { money } from '../shared/money.ts';
import type { Say } from '../shared/words.ts';
import { barsOf, HEIGHT, type Month, monthsByCurrency, SLOT } from './chart-geometry.ts';
import type { AccountWords } from './messages/en-account.ts';

export function charts(totals: readonly MonthlyTotal[], say: Say<AccountWords>): TemplateResult[] {
  return [...monthsByCurrency(totals)].map(([currency, months]) => chart(currency, months, say));
}

function chart(currency: string, months: readonly Month[], say: Say<AccountWords>): TemplateResult {
  const locale = formatsOf(say.locale);
  const name = (month: string, width: 'short' | 'long') =>
    new Intl.DateTimeFormat(locale, {
      month: width,
      timeZone: 'UTC',
      ...(width === 'long' && { year: 'numeric' }),
    }).format(Date.parse(`${month}-15`));
  const bars = barsOf(months).map(
    ({ is, x, y, width, height }) => svg`<rect class=${is} x=${x} y=${y} width=${width} height=${height} rx="0.6" />`,
  );
  return html`<figure class="chart">
    <div aria-hidden="true">
      <figcaption><span class="in">${say('moneyIn')}</span><span class="out">${say('moneyOut')}</span></figcaption>
      <svg viewBox="0 0 ${SLOT * months.length} ${HEIGHT}" preserveAspectRatio="none">${bars}</svg>
      <div class="months">${months.map(({ month }) => html`<span>${name(month, 'short')}</span>`)}</div>
    </div>
    <div class="unseen"><table>
      <caption>${say('chart')} (${currency.toUpperCase()})</caption>
      <thead><tr><th scope="col">${say('month')}</th><th scope="col">${say('moneyIn')}</th><th scope="col">${say('moneyOut')}</th></tr></thead>
      <tbody>${months.map(
        (one) =>
          html`<tr><th scope="row">${name(one.month, 'long')}</th><td>${money(one.in, currency, locale)}</td><td>${money(0 - one.out, currency, locale)}</td></tr>`,
      )}</tbody>
    </table></div>
  </figure>`;
}
