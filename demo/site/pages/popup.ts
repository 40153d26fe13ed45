import { html } from 'hono/html';
import type { Page } from './page.ts';

export const popup: Page = {
  path: '/popup',
  label: null,
  title: 'Become a driver',
  element: '<connect-onboard-button presentation="popup">',
  shows: 'Onboarding in a window of its own; this page stays as it is',
  body: () => html`
    <h1>Become a driver</h1>
    <p class="lead">Two steps to your first ride. Stripe opens in a window of its own, so nothing you enter here is lost.</p>
    <section class="card" aria-labelledby="ride">
      <h2 id="ride"><span class="step">1</span> Your vehicle</h2>
      <div class="fields">
        <div class="field">
          <label for="vehicle">What do you ride?</label>
          <select id="vehicle" name="vehicle"><option>E-scooter</option><option>Bike</option><option>Cargo bike</option></select>
        </div>
        <label>Call sign <input name="call_sign" autocomplete="off" placeholder="Comet"></label>
      </div>
    </section>
    <section class="card" aria-labelledby="paid">
      <h2 id="paid"><span class="step">2</span> Getting paid</h2>
      <p>Stripe pays you for your rides. Your browser may ask whether this page can open a window.</p>
      <connect-onboard-button presentation="popup"></connect-onboard-button>
    </section>
  `,
};
