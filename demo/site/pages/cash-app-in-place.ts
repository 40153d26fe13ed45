import { html } from 'hono/html';
import type { Page } from './page.ts';

export const cashAppInPlace: Page = {
  path: '/cash-app-in-place',
  label: null,
  title: 'Cash App Pay, in place',
  element: '<cashapp-save-method presentation="inline">',
  shows: 'The same with the QR code on the page itself, instead of in Stripe’s dialog',
  body: () => html`
    <h1>Cash App Pay, in place</h1>
    <p class="lead">The code to scan appears where the button was, and is replaced when it runs out.</p>
    <section class="card" aria-labelledby="save">
      <h2 id="save">Pay with Cash App</h2>
      <cashapp-save-method presentation="inline"></cashapp-save-method>
    </section>
  `,
};
