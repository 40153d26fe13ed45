/** The frame around every page of Rocket Rides, with the two script tags a host site copies. */
import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { as, type Person } from './people.ts';
import { qaPanel } from './qa/panel.ts';
import type { SiteSettings } from './settings.ts';
import { standInScripts } from './stand-in-scripts.ts';

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

export interface View {
  readonly settings: SiteSettings;
  readonly person: Person;
  /** The path of the page being shown. */
  readonly path: string;
  /** A parameter of its address. */
  readonly query: (name: string) => string | undefined;
  /** One that may be there several times. */
  readonly queries: (name: string) => readonly string[];
}

export interface NavLink {
  readonly path: string;
  readonly label: string;
}

interface Content {
  readonly title: string;
  readonly nav: readonly NavLink[];
  /** Whether Stripe Connect's components are on the page. */
  readonly connect: boolean;
  /** Whether the tester's panel is at its foot. */
  readonly panel: boolean;
  readonly head?: Html;
  readonly body: Html;
}

export function layout(view: View, content: Content): Html {
  const { settings, person } = view;
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>${content.title} · Rocket Rides</title>
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <link rel="icon" href="/logo.svg">
    <link rel="stylesheet" href="/site.css">
    <link rel="stylesheet" href="/qa.css">
    <script type="module" src="/nav.js"></script>
    <script type="module" src="/qa.js"></script>
    ${content.head ?? ''}
    ${scriptTags(settings, person, content.connect)}
  </head>
  <body>
    <a class="skip" href="#main">Skip to content</a>
    <header class="bar">
      <a class="brand" href="${as(person, '/')}"><img src="/logo.svg" alt="" width="32" height="32">Rocket Rides</a>
      <nav aria-label="Pages">
        ${content.nav.map((link) => navLink(link, view))}
      </nav>
      <p class="person"><span class="avatar" aria-hidden="true">${person.firstName.charAt(0)}</span> <span class="name">${person.name}</span></p>
    </header>
    <main id="main" tabindex="-1">
      ${content.body}
    </main>
    ${content.panel ? qaPanel(view) : ''}
    <footer>Rocket Rides is a sample site: it is what a host of Inlay’s widgets might look like.</footer>
  </body>
</html>`;
}

/** Current is the page itself, or the one that the page is below or a variant of. */
function navLink({ path, label }: NavLink, view: View): Html {
  const rest = view.path.startsWith(path) ? view.path.slice(path.length) : null;
  const current = rest === '' ? 'page' : rest === '-in-place' || rest?.startsWith('/') ? 'true' : null;
  return html`<a href="${as(view.person, path)}"${current === null ? '' : html` aria-current="${current}"`}>${label}</a>`;
}

function scriptTags(settings: SiteSettings, person: Person, connect: boolean): Html {
  return html`${standInScripts(settings, connect).map(
    (address) => html`<script src="${address}"></script>
    `,
  )}
    <script type="module" src="${settings.worker}/inlay.js"
            data-site="${settings.site}"
            data-token-url="${as(person, '/inlay/token')}"></script>`;
}
