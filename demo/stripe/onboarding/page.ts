import { html } from 'hono/html';
import type { ConnectedAccount } from '../accounts/account.ts';
import type { Field } from './fields.ts';
import { htmlPage } from './layout.ts';
import type { Session } from './session.ts';
import { type Answers, answersOf, isComplete, type Step, type StepId, stepsOf } from './steps.ts';

type Html = ReturnType<typeof html>;

export interface View {
  session: Session;
  account: ConnectedAccount;
  step: StepId;
  /** What the person typed, where it has to be shown again with its problems. */
  typed?: Answers;
  problems?: Record<string, string>;
}

export function stepPage({ session, account, step: id, typed = {}, problems = {} }: View): Promise<Response> {
  const steps = stepsOf(account);
  const step = steps.find((candidate) => candidate.id === id);
  if (!step)
    return htmlPage(
      'Not found',
      html`<main class="page single"><div class="card"><h1>There is no such step</h1></div></main>`,
      404,
    );
  const known = answersOf(account);
  const site = URL.canParse(session.returnUrl) ? new URL(session.returnUrl).host : 'the site';
  const failed = Object.keys(problems).length > 0;
  return htmlPage(
    `${failed ? 'Error: ' : ''}${step.title} – payments set-up`,
    html`<div class="page">
<aside>
<p class="brand">Set up payments</p>
<p class="hint">for ${site}</p>
<ol class="steps" aria-label="Steps">${steps.map((each) => progress(account, each, id))}</ol>
</aside>
<main class="card">
<h1>${step.title}</h1>
<p class="muted">${step.intro}</p>
<form method="post" action="/setup/s/${session.token}/${id}" novalidate>
${
  id === 'review'
    ? review(session, steps, known)
    : html`<div class="test"><span>In a hurry? Test values verify at once.</span><button type="button" data-fill>Use test data</button></div>
<div class="fields">${step.fields.map((field) => control(field, typed, known, problems, firstOf(problems, step)))}</div>`
}
<div class="actions">
<button class="primary" name="action" value="continue">${id === 'review' ? 'Agree and submit' : 'Continue'}</button>
<button name="action" value="save">Save for later</button>
</div>
</form>
</main>
</div>`,
    failed ? 422 : 200,
  );
}

function progress(account: ConnectedAccount, step: Step, current: StepId): Html {
  const done = step.id !== 'review' && isComplete(account, step);
  return html`<li class="${done ? 'done' : ''}" ${step.id === current ? html`aria-current="step"` : ''}>${step.title}</li>`;
}

function firstOf(problems: Record<string, string>, step: Step): string | undefined {
  return step.fields.find((field) => problems[field.name])?.name;
}

function control(
  field: Field,
  typed: Answers,
  known: Answers,
  problems: Record<string, string>,
  focused: string | undefined,
): Html {
  const problem = problems[field.name];
  const value = typed[field.name] ?? (field.secret ? '' : (known[field.name] ?? ''));
  const onFile =
    field.secret && known[field.name]
      ? `On file, ending in ${known[field.name]?.slice(-4)}. Leave empty to keep it.`
      : field.hint;
  const described = [onFile && `${field.name}-hint`, problem && `${field.name}-error`].filter(Boolean).join(' ');
  const state = html`${described ? html`aria-describedby="${described}"` : ''} ${problem ? html`aria-invalid="true"` : ''} ${field.name === focused ? 'autofocus' : ''}`;
  const below = html`${onFile ? html`<p class="hint" id="${field.name}-hint">${onFile}</p>` : ''}${problem ? html`<p class="error" id="${field.name}-error">${problem}</p>` : ''}`;
  if (field.kind === 'radio') {
    return html`<fieldset class="field" ${described ? html`aria-describedby="${described}"` : ''}><legend>${field.label}</legend>
${field.options?.map(([option, label, detail], index) => html`<label class="choice"><input type="radio" name="${field.name}" value="${option}" data-test="${field.test}" ${option === value ? 'checked' : ''} ${index === 0 && field.name === focused ? 'autofocus' : ''}><span>${label}</span><small>${detail ?? ''}</small></label>`)}
${below}</fieldset>`;
  }
  const common = html`id="${field.name}" name="${field.name}" data-test="${field.test}" ${field.autocomplete ? html`autocomplete="${field.autocomplete}"` : html`autocomplete="off"`} ${field.optional ? '' : 'required'} ${state}`;
  const label = html`<label for="${field.name}">${field.label}${field.optional ? html` <span class="muted">(optional)</span>` : ''}</label>`;
  return html`<div class="field ${field.width ?? ''}">${label}${
    field.kind === 'select'
      ? html`<select ${common}><option value="">Choose…</option>${field.options?.map(([option, text]) => html`<option value="${option}" ${option === value ? 'selected' : ''}>${text}</option>`)}</select>`
      : field.kind === 'textarea'
        ? html`<textarea rows="3" ${common}>${value}</textarea>`
        : html`<input type="${field.kind}" value="${value}" ${field.digits ? html`inputmode="numeric"` : ''} ${common}>`
  }${below}</div>`;
}

function review(session: Session, steps: Step[], known: Answers): Html {
  return html`${steps
    .filter((step) => step.id !== 'review')
    .map(
      (
        step,
      ) => html`<div class="head"><h2>${step.title}</h2><a href="/setup/s/${session.token}/${step.id}" aria-label="Edit ${step.title}">Edit</a></div>
<dl>${step.fields.map((field) => html`<div><dt>${field.label}</dt><dd>${shown(field, known)}</dd></div>`)}</dl>`,
    )}
<p class="hint">By submitting you agree to the terms of a payment service that does not exist.</p><br>`;
}

function shown(field: Field, known: Answers): string {
  const value = known[field.name];
  if (value === undefined) return 'Not given';
  if (field.secret) return `•••• ${value.slice(-4)}`;
  return field.options?.find(([option]) => option === value)?.[1] ?? value;
}
