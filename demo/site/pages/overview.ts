import { html } from 'hono/html';
import type { Page } from './page.ts';
import { recentRides } from './rides.ts';

export const overview: Page = {
  path: '/overview',
  label: 'Overview',
  title: 'Overview',
  element: '<connect-onboard-button> and <connect-account-status>',
  shows: 'Both elements on one page, sharing what they know',
  body: () => html`
    <h1>Overview</h1>
    <p class="lead">Your week at a glance.</p>
    <section class="card banner" aria-labelledby="next">
      <div>
        <h2 id="next">$30.25 waiting for you</h2>
        <p>Paid out on the next working day once your account is ready.</p>
      </div>
      <connect-onboard-button></connect-onboard-button>
    </section>
    <connect-account-status></connect-account-status>
    ${recentRides()}
  `,
};
