import { html } from 'hono/html';
import type { ConnectedAccount } from '../accounts/account.ts';
import { controls } from './control.ts';
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
  const focused = step.fields.find((field) => problems[field.name])?.name;
  const position = `Step ${steps.indexOf(step) + 1} of ${steps.length}`;
  return htmlPage(
    `${focused ? 'Error: ' : ''}${step.title} – payments set-up`,
    html`<div class="page">
<aside>
<p class="brand">Set up payments</p>
<p class="hint">for ${site}<span class="position"> · ${position}</span></p>
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
<div class="fields">${controls(step.fields, { typed, known, problems, focused })}</div>`
}
<div class="actions">
<button class="primary" name="action" value="continue">${id === 'review' ? 'Agree and submit' : 'Continue'}</button>
<button name="action" value="save">Save for later</button>
</div>
</form>
</main>
</div>`,
    focused ? 422 : 200,
  );
}

function progress(account: ConnectedAccount, step: Step, current: StepId): Html {
  const done = step.id !== 'review' && isComplete(account, step);
  return html`<li class="${done ? 'done' : ''}" ${step.id === current ? html`aria-current="step"` : ''}>${step.title}</li>`;
}

function review(session: Session, steps: Step[], known: Answers): Html {
  return html`${steps
    .filter((step) => step.id !== 'review')
    .map(
      (
        step,
      ) => html`<div class="head"><h2>${step.title}</h2><a href="/setup/s/${session.token}/${step.id}" aria-label="Edit ${step.title}">Edit</a></div>
<dl>${summary(step.fields, known).map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>`,
    )}
<p class="hint terms">By submitting you agree to the terms of a payment service that does not exist.</p>`;
}

/** A line each, a group of fields on one. */
function summary(fields: Field[], known: Answers): [label: string, value: string][] {
  const lines = new Map<string, string>();
  for (const field of fields) {
    const label = field.group ?? field.label;
    const before = lines.get(label);
    lines.set(label, before ? `${before} / ${shown(field, known)}` : shown(field, known));
  }
  return [...lines];
}

function shown(field: Field, known: Answers): string {
  const value = known[field.name];
  if (value === undefined) return 'Not given';
  if (field.secret) return `•••• ${value.slice(-4)}`;
  return field.options?.find(([option]) => option === value)?.[1] ?? value;
}
