import { html } from 'hono/html';
import type { Html } from '../layout.ts';

/** What the authorisation to charge links to. */
export function terms(): Html {
  return html`
    <h1>Terms of Rocket Rides</h1>
    <p class="lead">A ride costs what the app showed before it began. It is charged when it ends, to the payment method you
      have saved.</p>
    <p>You can end the authorisation at any time: on the page Cash App Pay, or in the settings of Cash App.</p>
  `;
}
