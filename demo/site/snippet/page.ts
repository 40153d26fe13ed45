/** The snippet generator: what a reader pastes, for their stack and the elements they chose; and a page made of exactly that. */
import { html } from 'hono/html';
import type { Html, View } from '../layout.ts';
import type { Page } from '../pages/page.ts';
import { as } from '../people.ts';
import { select } from '../playground/controls.ts';
import { elements } from '../playground/elements.ts';
import { bundleOf, filesFor } from './bundle-files.ts';
import { frontendCode } from './frontend-code.ts';
import { headersOf } from './policy.ts';
import { elementTags, hashOf, headTags, importMapOf } from './tags.ts';
import { backends, tokenRoute } from './token-routes.ts';
import { frontends, versions, type Wanted, wantedIn } from './wanted.ts';

const tags = elements().map(({ tag }) => tag);

interface Block {
  readonly name: string;
  readonly title: string;
  readonly text: string;
  readonly about: Html | string;
}

export const snippet: Page = {
  path: '/snippet',
  label: 'Snippet',
  title: 'Snippet generator',
  element: '<script integrity="sha384-…">',
  shows: 'The tags with integrity, the headers and the token route for your stack, and a page made of them',
  head: () => html`<link rel="stylesheet" href="/playground.css"><script type="module" src="/live.js"></script>`,
  body,
  live: async (view) => ({
    blocks: Object.fromEntries((await blocksOf(view)).map(({ name, text }) => [name, text])),
    address: addressOf(view, '/snippet'),
    links: { tried: addressOf(view, '/snippet/page') },
  }),
};

export function wantedBy({ query, queries, person, settings }: View): Wanted {
  return wantedIn({ query, queries, person, settings, tags });
}

function addressOf(view: View, path: string): string {
  const address = as(view.person, path);
  const { parameters } = wantedBy(view);
  return parameters.size === 0 ? address : `${address}${address.includes('?') ? '&' : '?'}${parameters}`;
}

/** What a page of plain HTML has, with Stripe's own origins in its policy or the stand-in's. */
export async function piecesOf(wanted: Wanted, standIn: string | null, served: string) {
  const bundle = await bundleOf(served);
  const chosen = wanted.elements.map(({ tag }) => tag);
  const map =
    wanted.pinned && wanted.frontend === 'html' ? importMapOf(wanted.worker, await filesFor(chosen, bundle)) : null;
  const headers = headersOf(wanted, { mapHash: map === null ? null : hashOf(map), standIn });
  return { head: headTags(wanted, map, bundle), body: elementTags(wanted), headers };
}

async function blocksOf(view: View): Promise<Block[]> {
  const wanted = wantedBy(view);
  // The hashes of this version are those of the Worker that runs here, wherever the reader's will be.
  const { head, body, headers } = await piecesOf(wanted, null, view.settings.worker);
  const inHtml = wanted.frontend === 'html';
  return [
    {
      name: 'tags',
      title: 'In the page',
      text: inHtml ? `<!-- In the head: -->\n${head}\n\n<!-- Where they belong: -->\n${body}` : '',
      about:
        'The import map has to come before any other module. It checks each file that the chosen elements can load; browsers before Chrome 127, Safari 18 and Firefox 138 pass it over. Nothing can check Stripe’s own scripts, which change without notice and have to come from Stripe.',
    },
    {
      name: 'frontend',
      title: 'In your framework',
      text: frontendCode(wanted),
      about: html`The package is bundled with your own code: its integrity is that of your lock file and your build.${
        wanted.nonce
          ? ' A bundle is the same for everybody, so the nonce is read from a script tag of the page, each of which has it: Vite writes one where html.cspNonce says {NONCE}, Next by itself.'
          : ''
      }`,
    },
    {
      name: 'headers',
      title: 'Response headers of the page',
      text: headers
        .map(([name, value]) => `${name}: ${name.startsWith('Content') ? value.replaceAll('; ', ';\n  ') : value}`)
        .join('\n'),
      about: html`One line each when you send them; add what else your page needs. With a nonce, put a new one into every
        <code>{NONCE}</code> of each response. The opener policy lets the windows of Stripe and of banks come back, and banks
        learn from the referrer which site they were opened from. <code>frame-ancestors</code> is yours to choose.`,
    },
    {
      name: 'route',
      title: 'The token route of your backend',
      text: tokenRoute(wanted),
      about: html`At <code>data-token-url</code>, a POST: answers <code>{ "token": "…" }</code> for whoever is signed in. Who that
        is comes from your own session, which <code>session</code> stands for. One of your site’s keys goes into the environment, as
        <code>INLAY_KEY_ID</code> and <code>INLAY_KEY_SECRET</code>.`,
    },
    {
      name: 'order',
      title: 'In which order things load',
      text: orderOf(wanted),
      about: '',
    },
  ];
}

function orderOf({ pinned, frontend }: Wanted): string {
  if (frontend !== 'html') return '';
  const steps = [
    ...(pinned ? ['the import map, before any module'] : []),
    'inlay.js, a module: it runs once the page is parsed, finds the elements, keeps their room',
    'the file of each element that is on the page, when its tag appears',
    'the user token, when an element asks the Worker for the first time',
    'Stripe’s script, when a person reaches for a button or a component comes into view, and never before',
  ];
  return steps.map((step, at) => `${at + 1}. ${step}`).join('\n');
}

async function body(view: View): Promise<Html> {
  const wanted = wantedBy(view);
  const chosen = wanted.elements.map(({ tag }) => tag);
  const { person, path } = view;
  const { standIn } = view.settings;
  return html`
    <h1>Snippet generator</h1>
    <p class="lead">For your stack and the elements you choose: what to paste, where.</p>
    <div class="playground">
      <form class="card turn" action="${path}" method="get" data-live aria-label="Your page">
        <input type="hidden" name="user" value="${person.id}">
        <fieldset><legend>Elements</legend>
          ${tags.map((tag) => tick('element', tag, html`<code>${tag}</code>`, chosen.includes(tag)))}
          ${tick('in-place', 'yes', 'Cash App’s code and Checkout in the page', wanted.parameters.has('in-place'))}
        </fieldset>
        <div class="fields">
          <div class="control"><label for="set-frontend">Page</label>${select('frontend', frontends, wanted.frontend, null)}</div>
          <div class="control"><label for="set-backend">Backend</label>${select('backend', backends, wanted.backend, null)}</div>
          <div class="control"><label for="set-version">Version</label>
            ${select('version', versions, wanted.pinned ? 'pinned' : 'major', null)}</div>
        </div>
        ${tick('nonce', 'yes', 'My policy goes by nonces', wanted.nonce)}
        ${tick('trusted-types', 'yes', 'Enforce Trusted Types', wanted.trustedTypes)}
        <details><summary>Yours instead of the demo’s</summary>
          <div class="fields">
            ${text('worker', 'Worker', wanted.worker)}
            ${text('site', 'Site', wanted.site)}
            ${text('token-url', 'Token route', wanted.tokenUrl)}
          </div>
        </details>
        <noscript><button>Write it</button></noscript>
      </form>
      <div class="blocks">
        <div class="card banner"><p><a data-link="tried" href="${addressOf(view, '/snippet/page')}">See it work</a>: a page of just
          these tags, sent with just these headers${standIn === null ? '' : ', with the stand-in where Stripe would be'}.</p></div>
        ${(await blocksOf(view)).map(block)}
      </div>
    </div>
  `;
}

function block({ name, title, text, about }: Block): Html {
  return html`<div class="card" data-part${text === '' ? ' hidden' : ''}>
    <div class="titled"><h2 id="${name}-title">${title}</h2>
      <button type="button" data-copies="${name}" aria-describedby="${name}-title" hidden>Copy</button></div>
    <pre tabindex="0" role="region" aria-labelledby="${name}-title"><code data-block="${name}">${text}</code></pre>
    ${about === '' ? '' : html`<p class="hint">${about}</p>`}
  </div>`;
}

function tick(name: string, value: string, label: Html | string, checked: boolean): Html {
  return html`<label class="tick"><input type="checkbox" name="${name}" value="${value}"${checked ? ' checked' : ''}> <span>${label}</span></label>`;
}

function text(name: string, label: string, value: string): Html {
  return html`<div class="control"><label for="set-${name}">${label}</label><input id="set-${name}" name="${name}" value="${value}"
    autocomplete="off" autocapitalize="none" spellcheck="false"></div>`;
}
