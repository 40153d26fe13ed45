import { html } from 'hono/html';
import type { Html, View } from '../layout.ts';
import { as, type Person } from '../people.ts';
import { loaderTag, tag } from '../snippet/markup.ts';
import { standInScripts } from '../stand-in-scripts.ts';
import type { ListedPage } from './page.ts';

/** The list of pages, and what a host site writes to have them. */
export function home({ person, settings }: View, pages: readonly ListedPage[], tools: readonly ListedPage[]): Html {
  const tags = [
    ...standInScripts(settings, false).map((address) => tag('script', [['src', address]])),
    loaderTag({ address: `${settings.worker}/inlay.js`, site: settings.site, tokenUrl: '/inlay/token' }),
    '<connect-onboard-button></connect-onboard-button>',
  ].join('\n');
  return html`
    <h1>Rides by bike and e-scooter</h1>
    <p class="lead">Rocket Rides is a sample site that pays its drivers through Stripe, with Inlay’s elements in its ordinary
      pages.</p>
    <h2>See what the elements do</h2>
    ${list(person, tools)}
    <h2>See them on a site</h2>
    ${list(person, pages)}
    <section class="card" aria-labelledby="copy">
      <h2 id="copy">What each page contains</h2>
      <pre tabindex="0" role="region" aria-label="Script tags and element"><code>${tags}</code></pre>
      <p>The token route is <code>demo/site/token.ts</code>: it says, signed, who is asking. You are
        <strong>${person.name}</strong>. Add <code>?user=ann</code> to any address to be somebody else.</p>
    </section>
  `;
}

function list(person: Person, pages: readonly ListedPage[]): Html {
  return html`<ul class="pages">
    ${pages.map(
      ({ path, title, element, shows }) =>
        html`<li class="card"><a href="${as(person, path)}">${title}</a><p>${shows}</p><code>${element}</code></li>`,
    )}
  </ul>`;
}
