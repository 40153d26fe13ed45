/** A form field a control, of the form whose address is the state. */
import { html } from 'hono/html';
import type { Html } from '../layout.ts';
import type { Choice, Control } from './elements.ts';

export function field(control: Control, value: string, placeholder = ''): Html {
  const { name, about } = control;
  const id = `set-${name}`;
  const hint = about === '' ? '' : html`<p class="hint" id="${id}-about">${inCode(about)}</p>`;
  const described = about === '' ? '' : html` aria-describedby="${id}-about"`;
  switch (control.kind) {
    case 'flag':
      return html`<div class="control"><label class="tick"><input type="checkbox" name="${name}" value="true"${described}
        ${value === '' ? '' : 'checked'}> <code>${name}</code></label>${hint}</div>`;
    case 'choice':
      return html`<div class="control">${label(name)}
        ${select(name, control.choices, value, '(not set)', described)}${hint}</div>`;
    case 'text':
      return html`<div class="control">${label(name)}
        <input id="${id}" name="${name}" value="${value}" placeholder="${placeholder}" autocomplete="off" autocapitalize="none"
               spellcheck="false"${described}${control.suggestions.length > 0 ? html` list="${id}-words"` : ''}>${suggestions(id, control.suggestions)}${hint}</div>`;
    case 'color':
      return html`<div class="control">${label(name)}
        <span class="color"><input id="${id}" name="${name}" value="${value}" placeholder="${placeholder}" autocomplete="off"
          spellcheck="false"${described}><input type="color" aria-label="Pick ${name}" data-picks="${id}"
          value="${/^#[0-9a-f]{6}$/i.test(value) ? value : '#888888'}"></span>${hint}</div>`;
  }
}

function label(name: string): Html {
  return html`<label for="set-${name}"><code>${name}</code></label>`;
}

/** An element may be given, by an address, what it does not know: that is said, and stays as long as nothing else is chosen. */
export function select(
  name: string,
  choices: readonly Choice[],
  chosen: string,
  none: string | null,
  described: Html | '' = '',
): Html {
  const isOther = chosen !== '' && choices.every(({ value }) => value !== chosen);
  return html`<select id="set-${name}" name="${name}"${described}>
    ${none === null ? '' : html`<option value="">${none}</option>`}
    ${isOther ? html`<option value="${chosen}" selected>${chosen} (none of these)</option>` : ''}
    ${choices.map(({ value, label }) => html`<option value="${value}"${value === chosen ? ' selected' : ''}>${label}</option>`)}
  </select>`;
}

function suggestions(id: string, words: readonly string[]): Html {
  if (words.length === 0) return html``;
  return html`<datalist id="${id}-words">${words.map((word) => html`<option value="${word}"></option>`)}</datalist>`;
}

/** Descriptions are written for Markdown. */
function inCode(text: string): Html {
  return html`${text.split('`').map((part, at) => (at % 2 === 0 ? part : html`<code>${part}</code>`))}`;
}
