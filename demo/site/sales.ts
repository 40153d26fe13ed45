/** What a merchant has sold, as the site's backend reads it from the Worker. */
import { html } from 'hono/html';
import * as v from 'valibot';
import { Payout, type Sale, Sales } from '../../worker/contract.ts';
import { askWorker } from './backend.ts';
import type { View } from './layout.ts';
import { priceList } from './price-list.ts';

const User = v.object({ sales: Sales, payouts: v.array(Payout) });
type User = v.InferOutput<typeof User>;

export async function recentSales({ settings, person }: View) {
  const user = await read(`users/${person.id}`, settings);
  if (user === null) return html`<p>Your sales cannot be shown at the moment.</p>`;
  const { sales, payouts } = user;
  if (sales.recent.length === 0) return html`<p>Nothing has been sold yet.</p>`;
  return html`
    ${sales.totals.map(
      ({ count, currency, amount_total, amount_refunded, application_fee_amount, application_fee_refunded }) => html`
        <dl class="totals">
          <div><dt>Sales</dt><dd>${count}</dd></div>
          <div><dt>Sold</dt><dd>${money(amount_total, currency)}</dd></div>
          <div><dt>Refunded</dt><dd>${money(amount_refunded, currency)}</dd></div>
          <div><dt>Our fees</dt><dd>${money(application_fee_amount - application_fee_refunded, currency)}</dd></div>
        </dl>`,
    )}
    <table>
      <thead><tr><th scope="col">What</th><th scope="col">How it stands</th><th scope="col" class="amount">Amount</th></tr></thead>
      <tbody>
        ${sales.recent.map(
          (sale) => html`<tr><td>${what(sale)}</td><td>${standing(sale)}</td>
            <td class="amount">${money(sale.amount_total, sale.currency)}</td></tr>`,
        )}
      </tbody>
    </table>
    ${latest(payouts)}`;
}

/** Of a payout, by Stripe's word for it. */
const progress = new Map([
  ['paid', 'arrived'],
  ['failed', 'refused by your bank'],
  ['canceled', 'canceled'],
]);

function latest([payout]: User['payouts']) {
  if (payout === undefined) return '';
  const { amount, currency, status } = payout;
  return html`<p>Latest payout: ${money(amount, currency)}, ${progress.get(status) ?? 'on its way'}.</p>`;
}

async function read(route: string, settings: View['settings']): Promise<User | null> {
  const response = await askWorker(settings, route).catch(() => undefined);
  const user = v.safeParse(User, await response?.json().catch(() => undefined));
  return user.success ? user.output : null;
}

function what({ line_items }: Sale): string {
  const name = (id: string) => priceList.find((item) => item.id === id)?.name ?? 'By arrangement';
  return line_items
    .map(({ price, quantity }) => (quantity === 1 ? name(price) : `${name(price)} × ${quantity}`))
    .join(', ');
}

function standing({ outcome, dispute, amount_refunded, amount_total }: Sale): string {
  if (dispute !== null && dispute.status !== 'won') return 'Disputed';
  if (amount_refunded > 0) return amount_refunded < amount_total ? 'Refunded in part' : 'Refunded';
  return { open: 'Not paid', expired: 'Not paid', processing: 'On its way', paid: 'Paid', failed: 'Failed' }[outcome];
}

/** @param amount in the currency's minor unit */
function money(amount: number, currency: string): string {
  const format = new Intl.NumberFormat('en-US', { style: 'currency', currency });
  return format.format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}

/** @param cents */
export function dollars(cents: number): string {
  return money(cents, 'usd');
}
