/** A page an element: the element itself, a control for whatever it takes, the stand-in's switches, its events, its code. */
import { html, raw } from 'hono/html';
import type { Html, View } from '../layout.ts';
import type { Page } from '../pages/page.ts';
import { as } from '../people.ts';
import { faults } from '../qa/choices.ts';
import { eventLog, personField, said, standInForms } from '../qa/panel.ts';
import { codeOf, elementTag, isConnect, sheetOf } from './code.ts';
import { field, select } from './controls.ts';
import { type Control, elements, type PlaygroundElement } from './elements.ts';
import { ordersFor, switchesFor } from './scenarios.ts';
import { directions, type State, stateOf, widths } from './state.ts';
import { originOf, ways } from './ways.ts';

const all = elements();

export const playground: Page = {
  path: '/playground',
  label: 'Playground',
  title: 'Playground',
  element: 'every element',
  shows: 'Each element alive: all its attributes, what can go wrong, its events, and the code for it',
  body: ({ person }) => html`
    <h1>Playground</h1>
    <p class="lead">One page an element: turn everything it has, make Stripe and the network misbehave, watch its events, and
      copy the code. The address of a page is its state, to be passed on.</p>
    <ul class="pages">
      ${all.map(
        ({ tag, about }) =>
          html`<li class="card"><a href="${as(person, `/playground/${tag}`)}"><code>&lt;${tag}&gt;</code></a><p>${about}</p></li>`,
      )}
    </ul>
  `,
};

export const playgroundPages: readonly Page[] = all.map((element) => ({
  path: `/playground/${element.tag}`,
  label: null,
  title: element.tag,
  element: `<${element.tag}>`,
  shows: element.about,
  ...(isConnect(element.tag) ? { connect: true } : {}),
  forTesters: true,
  head: (view) => head(element, view),
  body: (view) => body(element, view),
  live: (view) => live(element, view),
}));

/** The style sheet that an element's variables are in. */
export function looksOf(tag: string, view: View): string {
  const element = all.find((one) => one.tag === tag);
  return element === undefined ? '' : sheetOf(tag, stateIn(element, view));
}

function stateIn(element: PlaygroundElement, { person, query, settings }: View): State {
  return stateOf(element, person, query, settings.origin);
}

function live(element: PlaygroundElement, view: View): object {
  const { tag } = element;
  const state = stateIn(element, view);
  const { settings, path } = view;
  return {
    blocks: blocksOf(element, view, state),
    address: addressOf(view, state),
    attributes: Object.fromEntries(
      [...element.attributes.map(({ name }) => name), 'dir'].map((name) => [name, state.attributes.get(name) ?? null]),
    ),
    sheet: `${path}/looks.css?${state.parameters}`,
    width: state.width,
    orders: settings.standIn === null ? null : ordersFor(tag, state),
  };
}

function addressOf({ person, path }: View, { parameters }: State): string {
  const address = as(person, path);
  if (parameters.size === 0) return address;
  return `${address}${address.includes('?') ? '&' : '?'}${parameters}`;
}

function head(element: PlaygroundElement, view: View): Html {
  return html`<link rel="stylesheet" href="/playground.css">
    <link rel="stylesheet" id="looks" href="${view.path}/looks.css?${stateIn(element, view).parameters}">
    <script type="module" src="/playground.js"></script>`;
}

function body(element: PlaygroundElement, view: View): Html {
  const { tag, about } = element;
  const state = stateIn(element, view);
  const { code, sheet, refused } = blocksOf(element, view, state);
  const { person, settings, path } = view;
  return html`
    <header class="playground-title">
      <h1><code>&lt;${tag}&gt;</code></h1>
      <p class="lead">${about}</p>
      ${elementNav(view)}
    </header>
    <div class="playground">
      <section class="card stage" aria-labelledby="stage-title">
        <h2 id="stage-title">Live</h2>
        <div id="stage" data-width="${state.width}">${raw(elementTag(tag, state))}</div>
        <p role="status" class="refused" data-block="refused">${refused}</p>
        ${said()}
      </section>
      <form class="card turn" action="${path}" method="get" data-live aria-label="Controls">
        ${controls(element, view, state)}
      </form>
      <div class="card code">
        ${block('code', 'Code', code)}
        <div class="sheet" data-part${sheet === '' ? ' hidden' : ''}>${block('sheet', 'In your style sheet', sheet)}</div>
        <p>With integrity, a policy and a token route for your stack: <a href="${as(person, '/snippet')}">the snippet
          generator</a>.</p>
      </div>
      <section class="card log" aria-labelledby="qa-events-title">
        <h2 id="qa-events-title">Events</h2>
        ${eventLog()}
      </section>
      <section class="during" aria-labelledby="during">
        <h2 id="during">While it is there</h2>
        ${
          settings.standIn === null
            ? ''
            : html`<p>Where Stripe’s dialog covers these, or the page has left for Stripe’s:
              <a href="${as(person, '/qa')}" target="_blank" rel="noopener">the same in a tab of its own</a>.</p>`
        }
        <div class="controls">${standInForms(view, switchesFor(tag).forms)}</div>
      </section>
    </div>
  `;
}

/** What is written on the page, and written again when a control changes; what is '' is not shown. */
function blocksOf({ tag }: PlaygroundElement, { settings, person }: View, state: State) {
  return {
    code: codeOf(tag, state, settings, person),
    sheet: sheetOf(tag, state).trimEnd(),
    refused: state.refused.join(' '),
  };
}

/** To be copied by itself: what is HTML and what is CSS belong into different files. */
function block(name: string, title: string, text: string): Html {
  return html`<div class="titled"><h2 id="${name}-title">${title}</h2>
      <button type="button" data-copies="${name}" aria-describedby="${name}-title" hidden>Copy</button></div>
    <pre tabindex="0" role="region" aria-labelledby="${name}-title"><code data-block="${name}">${text}</code></pre>`;
}

function elementNav({ person, path }: View): Html {
  return html`<nav class="chips" aria-label="Elements">
    ${all.map(({ tag }) => {
      const here = path === `/playground/${tag}`;
      return html`<a href="${as(person, `/playground/${tag}`)}"${here ? html` aria-current="page"` : ''}>${tag}</a>`;
    })}
  </nav>`;
}

function controls(element: PlaygroundElement, { person, settings }: View, state: State): Html {
  const { scenarios, requests } = switchesFor(element.tag);
  const usual: { readonly [name: string]: string } = {
    site: settings.site,
    api: state.way === '' ? settings.worker : originOf(state.way, settings.origin),
    'token-url': as(person, '/inlay/token'),
  };
  const given = ({ name, kind }: Control) => {
    if (kind === 'flag') return state.attributes.has(name) ? 'true' : '';
    // What was given stays, though a way to the Worker goes before it.
    return (name === 'api' && state.way !== '' ? state.parameters.get(name) : state.attributes.get(name)) ?? '';
  };
  return html`
    <h2>Attributes</h2>
    <div class="fields">
      ${element.attributes.map((control) => field(control, given(control), usual[control.name]))}
      <div class="control"><label for="set-dir"><code>dir</code></label>
        ${select('dir', directions, state.attributes.get('dir') ?? '', '(not set)')}
        <p class="hint">Of any element of a page. Arabic reads from right to left by itself.</p></div>
    </div>
    <details${state.variables.size > 0 ? ' open' : ''}>
      <summary>Looks: <code>--inlay-…</code></summary>
      <div class="fields">${element.variables.map((control) => field(control, state.variables.get(control.name) ?? '', 'the page’s'))}</div>
    </details>
    <h2>Around it</h2>
    <div class="fields">
      <div class="control">${personField(person)}
        <p class="hint"><a href="?user=${newcomer()}">Start over as somebody new</a></p></div>
      <div class="control"><label for="set-width">Room</label>${select('width', widths.slice(1), state.width, widths[0].label)}</div>
      <div class="control"><label for="set-way">The way to the Worker</label>
        ${select('way', ways, state.way, 'As it is')}
        <p class="hint">Sets <code>api</code>, whatever is given above, to an origin of this site’s that stands in for a bad
          network.</p></div>
      ${
        settings.standIn === null
          ? ''
          : html`
      <div class="control"><label for="set-scenario">Begin with</label>
        ${select('scenario', scenarios, state.scenario, 'Whatever is so')}</div>
      <div class="control"><label for="set-fault">Stripe</label>${select('fault', faults, state.fault, 'does what it should')}</div>
      <div class="control"><label for="set-when">when asked</label>
        ${select('when', requests, state.when, null)}
        <p class="hint">There is one Stripe here: its faults meet everybody.</p></div>`
      }
    </div>
    <noscript><button>Show</button></noscript>
  `;
}

function newcomer(): string {
  return `tester-${crypto.randomUUID().slice(0, 6)}`;
}
