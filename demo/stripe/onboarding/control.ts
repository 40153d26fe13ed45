/** One field of a form: its label, its control, its hint and its problem, tied together for every way of reading. */
import { html } from 'hono/html';
import type { Field } from './fields.ts';
import type { Answers } from './steps.ts';

type Html = ReturnType<typeof html>;

export interface Shown {
  /** What the person typed, which has to be shown again with its problems. */
  typed: Answers;
  known: Answers;
  problems: Readonly<Record<string, string>>;
  /** The field to begin at. */
  focused: string | undefined;
}

/** The fields of a step; those of one group stand together under its name. */
export function controls(fields: Field[], shown: Shown): Html[] {
  return fields.flatMap((field, index) => {
    if (!field.group) return [control(field, shown)];
    if (fields[index - 1]?.group === field.group) return [];
    const group = fields.filter((other) => other.group === field.group);
    return [
      html`<fieldset class="field"><legend>${field.group}</legend><div class="row">${group.map((each) => control(each, shown))}</div></fieldset>`,
    ];
  });
}

function control(field: Field, { typed, known, problems, focused }: Shown): Html {
  const { name } = field;
  const problem = problems[name];
  const value = typed[name] ?? (field.secret ? '' : (known[name] ?? ''));
  const onFile = field.secret && known[name];
  const hint = onFile ? `On file, ending in ${onFile.slice(-4)}. Leave empty to keep it.` : field.hint;
  const described = [hint && `${name}-hint`, problem && `${name}-error`].filter(Boolean).join(' ');
  const description = described ? html`aria-describedby="${described}"` : '';
  const below = html`${hint ? html`<p class="hint" id="${name}-hint">${hint}</p>` : ''}${problem ? html`<p class="error" id="${name}-error">${problem}</p>` : ''}`;
  if (field.kind === 'radio') {
    const options = field.options?.map(([option, label, detail], index) => {
      const id = `${name}.${option}`;
      const begins = index === 0 && name === focused;
      return html`<label class="choice"><input type="radio" name="${name}" value="${option}" data-test="${field.test}" aria-labelledby="${id}" aria-describedby="${id}-detail" ${option === value ? 'checked' : ''} ${begins ? 'autofocus' : ''}><span id="${id}">${label}</span><small id="${id}-detail">${detail ?? ''}</small></label>`;
    });
    return html`<fieldset class="field" ${description}><legend>${field.label}</legend>${options}${below}</fieldset>`;
  }
  const common = html`id="${name}" name="${name}" data-test="${field.test}" autocomplete="${field.autocomplete ?? 'off'}" ${field.optional ? '' : 'required'} ${description} ${problem ? html`aria-invalid="true"` : ''} ${name === focused ? 'autofocus' : ''}`;
  const label = html`<label for="${name}">${field.label}${field.optional ? html` <span class="muted">(optional)</span>` : ''}</label>`;
  return html`<div class="field ${field.width ?? ''}">${label}${input(field, value, common)}${below}</div>`;
}

function input(field: Field, value: string, common: Html): Html {
  if (field.kind === 'textarea') return html`<textarea rows="3" ${common}>${value}</textarea>`;
  if (field.kind !== 'select') {
    return html`<input type="${field.kind}" value="${value}" ${field.digits ? html`inputmode="numeric"` : ''} ${common}>`;
  }
  const options = field.options?.map(
    ([option, text]) => html`<option value="${option}" ${option === value ? 'selected' : ''}>${text}</option>`,
  );
  return html`<select ${common}><option value="">Choose…</option>${options}</select>`;
}
