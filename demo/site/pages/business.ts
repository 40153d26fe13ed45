import { html } from 'hono/html';
import type { Page } from './page.ts';

export const business: Page = {
  path: '/business',
  label: null,
  title: 'Your business',
  element: '<connect-embedded component="account-onboarding">',
  shows: 'The other components: onboarding in place, details, balance, payments and documents',
  connect: true,
  body: () => html`
    <h1>Your business</h1>
    <p class="lead">Set up and look after your account with Stripe without leaving Rocket Rides.</p>
    ${[
      ['account-onboarding', 'Getting started'],
      ['account-management', 'What Stripe knows of you'],
      ['balances', 'Your money'],
      ['payments', 'What riders paid'],
      ['documents', 'Paperwork'],
    ].map(
      ([component, title]) => html`
        <section class="card" aria-labelledby="${component}">
          <h2 id="${component}">${title}</h2>
          <connect-embedded component="${component}"></connect-embedded>
        </section>`,
    )}
  `,
};
