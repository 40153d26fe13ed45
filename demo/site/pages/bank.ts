import { html } from 'hono/html';
import type { Page } from './page.ts';

export const bank: Page = {
  path: '/bank',
  label: 'Bank accounts',
  title: 'Bank accounts',
  element: '<link-bank-account> and <linked-bank-accounts>',
  shows: 'Linking a bank account in place, and its balances, owners and transactions',
  body: () => html`
    <h1>Bank accounts</h1>
    <p class="lead">Link the account you drive with, and see what came in and what the week has cost, next to your rides.</p>
    <section class="card" aria-labelledby="link">
      <h2 id="link">Link an account</h2>
      <link-bank-account></link-bank-account>
    </section>
    <section aria-labelledby="linked">
      <h2 id="linked">Your accounts</h2>
      <linked-bank-accounts></linked-bank-accounts>
    </section>
  `,
};
