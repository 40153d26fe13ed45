import { html } from 'hono/html';
import { as } from '../people.ts';
import { recentSales } from '../sales.ts';
import type { Page } from './page.ts';

export const sales: Page = {
  path: '/sales',
  label: 'Sales',
  title: 'Sales',
  element: '<connect-account-status> and <connect-embedded component="payouts">',
  shows: 'A merchant’s page: where they stand, what Stripe needs, payouts, payment methods and the latest sales',
  connect: true,
  body: (view) => html`
    <h1>Sales</h1>
    <p class="lead">What riders bought from you in <a href="${as(view.person, '/shop')}">your shop</a>, and where the money
      is now.</p>
    <div class="told">
      <connect-embedded component="notification-banner"></connect-embedded>
      <connect-account-status></connect-account-status>
    </div>
    <section class="card" aria-labelledby="recent">
      <h2 id="recent">Latest sales</h2>
      ${recentSales(view)}
    </section>
    <section class="card" aria-labelledby="payouts">
      <h2 id="payouts">Your money</h2>
      <connect-embedded component="payouts"></connect-embedded>
    </section>
    <section class="card" aria-labelledby="methods">
      <h2 id="methods">How riders can pay you</h2>
      <connect-embedded component="payment-method-settings"></connect-embedded>
    </section>
  `,
};
