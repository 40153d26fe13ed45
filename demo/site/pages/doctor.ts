import { html } from 'hono/html';
import type { Page } from './page.ts';

export const doctor: Page = {
  path: '/doctor',
  label: null,
  title: 'What is wrong with this page?',
  element: '<inlay-doctor>',
  shows: 'For developers: what keeps elements from working, and what to paste where',
  body: () => html`
    <h1>What is wrong with this page?</h1>
    <p class="lead">The doctor looks at the page it is on: its headers, the script tag, the token route, and what the Worker
      says of the site. Here it has one element to look after.</p>
    <inlay-doctor></inlay-doctor>
    <link-bank-account></link-bank-account>
  `,
};
