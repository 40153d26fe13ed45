import { html } from 'hono/html';
import { chargeForm } from '../charge.ts';
import type { Page } from './page.ts';

export const cashApp: Page = {
  path: '/cash-app',
  label: 'Cash App Pay',
  title: 'Cash App Pay',
  element: '<cashapp-save-method> and <saved-payment-methods>',
  shows: 'Saving Cash App Pay for later, what is saved, and a charge while the rider is away',
  body: (view) => html`
    <h1>Cash App Pay</h1>
    <p class="lead">Save Cash App Pay once, and each ride is paid when it ends. You can end that here, or in Cash App.</p>
    <section class="card" aria-labelledby="save">
      <h2 id="save">Pay with Cash App</h2>
      <cashapp-save-method></cashapp-save-method>
    </section>
    <section aria-labelledby="saved">
      <h2 id="saved">Your payment methods</h2>
      <saved-payment-methods></saved-payment-methods>
    </section>
    ${chargeForm(view)}
  `,
};
