import { html } from 'hono/html';
import type { Page } from './page.ts';

export const status: Page = {
  path: '/status',
  label: 'Verification',
  title: 'Verification',
  element: '<connect-account-status>',
  shows: 'What the account can do, what Stripe still needs and by when',
  body: () => html`
    <h1>Verification</h1>
    <p class="lead">Stripe checks everyone it pays, and sometimes asks for more. Here is where you stand.</p>
    <connect-account-status></connect-account-status>
    <section class="card" aria-labelledby="why">
      <h2 id="why">Why we ask</h2>
      <p>Banks and payment companies must know who they send money to. What you tell Stripe stays with Stripe: Rocket Rides
        sees that you were checked, not your documents.</p>
    </section>
  `,
};
