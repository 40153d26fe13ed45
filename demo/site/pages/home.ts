import { html } from 'hono/html';
import type { Html, View } from '../layout.ts';
import { as } from '../people.ts';
import type { Page } from './page.ts';

/** The list of pages, and what a host site writes to have them. */
export function home({ person, settings }: View, pages: readonly Page[]): Html {
  const tags = [
    ...(settings.standIn === null ? [] : [`<script src="${settings.standIn}/js/stripe.js"></script>`]),
    `<script type="module" src="${settings.worker}/inlay.js"`,
    `        data-site="${settings.site}"`,
    '        data-token-url="/inlay/token"></script>',
    '<connect-onboard-button></connect-onboard-button>',
  ].join('\n');
  return html`
    <h1>Rides by bike and e-scooter</h1>
    <p class="lead">Rocket Rides pays its drivers through Stripe. Each page below drops one of Inlay’s widgets into an
      ordinary page of the site.</p>
    <ul class="pages">
      ${pages.map(
        ({ path, title, element, shows }) =>
          html`<li class="card"><a href="${as(person, path)}">${title}</a><p>${shows}</p><code>${element}</code></li>`,
      )}
    </ul>
    <section class="card" aria-labelledby="copy">
      <h2 id="copy">What each page contains</h2>
      <pre tabindex="0" role="region" aria-label="Script tags and element"><code>${tags}</code></pre>
      <p>The token route is <code>demo/site/token.ts</code>: it says, signed, who is asking. You are
        <strong>${person.name}</strong>. Add <code>?user=ann</code> to any address to be somebody else.</p>
    </section>
  `;
}
