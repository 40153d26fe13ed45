import { html } from 'hono/html';
import type { Page } from './page.ts';
import { recentRides } from './rides.ts';

export const onboard: Page = {
  path: '/onboard',
  label: 'Payouts',
  title: 'Payouts',
  element: '<connect-onboard-button>',
  shows: 'Stripe’s hosted onboarding in this tab, and back',
  body: () => html`
    <h1>Payouts</h1>
    <p class="lead">What riders pay you collects here. Tell us where to send it, and we pay out every working day.</p>
    <section class="card" aria-labelledby="setup">
      <h2 id="setup">Get paid</h2>
      <p>Payouts run through Stripe, which must know who it pays. Have these at hand; it takes about five minutes.</p>
      <ul class="ticks">
        <li>Your legal name, address and date of birth</li>
        <li>The last four digits of your Social Security number</li>
        <li>Account and routing number of your bank account</li>
      </ul>
      <connect-onboard-button></connect-onboard-button>
    </section>
    ${recentRides()}
  `,
};
