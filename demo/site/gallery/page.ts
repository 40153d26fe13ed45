/** The gallery: which elements and states there are, and every state of one element. */
import { html } from 'hono/html';
import type { Html } from '../layout.ts';
import { addressOf, type Choices, directions, languages, themes, widths } from './choices.ts';
import type { Shown } from './scene.ts';
import { shown } from './scenes/index.ts';
import { state, type Visit } from './state.ts';

const names = {
  auto: 'As the computer',
  light: 'Light',
  dark: 'Dark',
  both: 'Both',
  ltr: 'Left to right',
  rtl: 'Right to left',
  '320': '320 px',
  '390': '390 px',
  full: 'All there is',
  en: 'English',
  fr: 'Français',
  ja: '日本語',
  es: 'Español',
  de: 'Deutsch',
  pt: 'Português',
  ar: 'العربية',
} as const;

export function galleryPage(visit: Visit): Html {
  const { choices } = visit;
  const one = shown.find(({ tag }) => tag === choices.element);
  return html`<header class="top">
      <p class="where"><a class="home" href="/">Rocket Rides</a> <a class="brand" href="/gallery">Gallery</a></p>
      ${form(choices)}
    </header>
    <main>${one ? elementPage(one, visit) : index(choices)}</main>`;
}

/** A plain form: every choice has an address. */
function form(choices: Choices): Html {
  const elements = shown.map(({ tag }) => html`<option ${tag === choices.element ? 'selected' : ''}>${tag}</option>`);
  return html`<form class="choices" action="/gallery">
    <label>Element <select name="element"><option value="">All</option>${elements}</select></label>
    ${select('Theme', 'theme', themes, choices.theme)}
    ${select('Direction', 'dir', directions, choices.dir)}
    ${select('Language', 'lang', languages, choices.lang)}
    ${select('Width', 'width', widths, choices.width)}
    <button>Show</button>
  </form>`;
}

function select(label: string, name: string, options: readonly (keyof typeof names)[], chosen: string): Html {
  return html`<label>${label} <select name="${name}">${options.map(
    (value) => html`<option value="${value}" ${value === chosen ? 'selected' : ''}>${names[value]}</option>`,
  )}</select></label>`;
}

function elementPage({ tag, about, scenes }: Shown, visit: Visit): Html {
  return html`<h1><code>&lt;${tag}&gt;</code></h1>
    <p class="lead">It ${about}. ${scenes.length} states.</p>
    <div class="states" data-cells="${visit.choices.theme === 'both' || visit.choices.dir === 'both' ? 'many' : 'one'}">
      ${scenes.map((scene) => state(tag, scene, visit))}
    </div>`;
}

const columns = [
  { theme: 'light', dir: 'ltr' },
  { theme: 'light', dir: 'rtl' },
  { theme: 'dark', dir: 'ltr' },
  { theme: 'dark', dir: 'rtl' },
] as const;

/** A table: element by state, by theme and direction. */
function index(choices: Choices): Html {
  const count = shown.reduce((sum, { scenes }) => sum + scenes.length, 0);
  return html`<h1>Every state of every element</h1>
    <p class="lead">${shown.length} elements in ${count} states. The elements are the real ones, of the real bundle. What they
      are told is written down, and time stands still, so that each state stays as it is.</p>
    ${shown.map(
      ({ tag, about, scenes }) => html`<section aria-labelledby="${tag}">
        <h2 id="${tag}"><a href="${addressOf('/gallery', { ...choices, element: tag })}"><code>&lt;${tag}&gt;</code></a></h2>
        <p>It ${about}.</p>
        <div class="scroll" tabindex="0" role="region" aria-label="States of ${tag}"><table>
          <thead><tr><th scope="col">State</th>${columns.map(
            ({ theme, dir }) => html`<th scope="col">${names[theme]}, ${names[dir].toLowerCase()}</th>`,
          )}</tr></thead>
          <tbody>${scenes.map(
            ({ name, title }) =>
              html`<tr><th scope="row">${title}</th>${columns.map(
                (cell) =>
                  html`<td><a href="${addressOf('/gallery', { ...choices, element: tag, ...cell })}#${name}"
                  aria-label="${cell.theme} ${cell.dir}: ${title}">${cell.theme} ${cell.dir}</a></td>`,
              )}</tr>`,
          )}</tbody>
        </table></div>
      </section>`,
    )}`;
}
