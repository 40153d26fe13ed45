import { html } from 'hono/html';
import type { Html } from '../layout.ts';

const rides = [
  { when: '21 Nov, 08:14', what: 'E-scooter, Mission to Embarcadero', earned: '$6.40' },
  { when: '20 Nov, 18:02', what: 'Cargo bike, Dogpatch to Noe Valley', earned: '$14.75' },
  { when: '20 Nov, 12:37', what: 'Bike, Hayes Valley to Presidio', earned: '$9.10' },
];

/** What a driver's page would show beside the widget. */
export function recentRides(): Html {
  return html`
    <section class="card" aria-labelledby="rides">
      <h2 id="rides">Latest rides</h2>
      <table>
        <thead><tr><th scope="col">When</th><th scope="col">Ride</th><th scope="col" class="amount">You earn</th></tr></thead>
        <tbody>
          ${rides.map(
            ({ when, what, earned }) =>
              html`<tr><td>${when}</td><td>${what}</td><td class="amount">${earned}</td></tr>`,
          )}
        </tbody>
      </table>
    </section>
  `;
}
