/** The tester's panel: at the foot of every page, and as a page of its own. Its forms work without script, too. */
import { html } from 'hono/html';
import type { Html, View } from '../layout.ts';
import { as, defaultName, type Person } from '../people.ts';
import { bankChanges, cashAppChanges, clockSteps, faults, faultyRequests, saleChanges, scenarios } from './choices.ts';

export function qaPanel(view: View): Html {
  return html`
    <aside class="qa" aria-label="For testers">
      <details>
        <summary>For testers</summary>
        ${qaControls(view)}
      </details>
    </aside>
  `;
}

export function qaControls(view: View): Html {
  return html`
    <div class="controls">
      ${personForm(view)}
      ${standInForms(view)}
    </div>
    ${said()}
    <h2 id="qa-events-title">Events on this page</h2>
    ${eventLog()}
  `;
}

/** Where the script puts what came of a form. */
export function said(): Html {
  return html`<p role="status" id="qa-said"></p>`;
}

/** Below a heading `qa-events-title`. The log itself is silent: of each event only the name is announced. */
export function eventLog(): Html {
  return html`
    <p role="status" class="unseen" id="qa-event"></p>
    <div class="events" role="log" aria-live="off" aria-labelledby="qa-events-title" tabindex="0">
      <ol id="qa-events" reversed></ol>
    </div>
    <button type="button" id="qa-clear" hidden>Clear</button>
  `;
}

function personForm({ person, path }: View): Html {
  return html`
    <form action="${path}" method="get">
      <h2>Person</h2>
      ${personField(person)}
      <p>A name not used before starts from nothing.</p>
      <button>Switch</button>
    </form>
  `;
}

export function personField({ id }: Person): Html {
  return html`
    <label>Signed in as
      <input name="user" value="${id}" pattern="[A-Za-z0-9][A-Za-z0-9_\\-]{0,62}" placeholder="${defaultName}"
             autocomplete="off" autocapitalize="none" spellcheck="false">
    </label>
  `;
}

/** The names are those of the routes in `routes.ts`. */
const forms: { readonly [name: string]: (view: View) => Html } = {
  account: (view) => html`
    <h2>${view.person.firstName}’s account</h2>
    ${select('scenario', 'Make it', scenarios)}
    <button>Set</button>
  `,
  bank: (view) => html`
    <h2>${view.person.firstName}’s bank accounts</h2>
    ${select('change', 'At their bank', bankChanges)}
    <button>Change</button>
  `,
  'cash-app': (view) => html`
    <h2>${view.person.firstName}’s Cash App</h2>
    ${select('do-in-cash-app', 'In Cash App', cashAppChanges)}
    <button>Do it</button>
  `,
  sale: (view) => html`
    <h2>${view.person.firstName}’s shop</h2>
    ${select('sale', 'In the newest sale', saleChanges)}
    <button>Do it</button>
  `,
  fault: ({ person }) => html`
    <h2>Stripe misbehaves</h2>
    ${select('match', 'When asked', faultyRequests)}
    ${select('do', 'Stripe', faults)}
    <label>this many times <input name="times" type="number" value="1" min="1" max="99" required></label>
    <p class="row">
      <button>Arm</button>
      <button formaction="${as(person, '/qa/mend')}" formnovalidate>End all faults</button>
    </p>
  `,
  clock: () => html`
    <h2>Stripe’s clock</h2>
    <p class="row">
      ${clockSteps.map(({ value, label }) => html`<button name="advance" value="${value}">${label}</button>`)}
    </p>
  `,
};

export function standInForms(view: View, names: readonly string[] = Object.keys(forms)): Html {
  if (view.settings.standIn === null) {
    return html`<p>This demo talks to Stripe’s test mode, so the stand-in’s switches are not here.</p>`;
  }
  return html`${names.map((name) => form(view, name, forms[name]?.(view) ?? html``))}`;
}

/** Posts to `/qa/…` and, without script, comes back to the page it was on. */
function form({ person, path }: View, action: string, fields: Html): Html {
  return html`
    <form action="${as(person, `/qa/${action}`)}" method="post" data-said="qa-said">
      <input type="hidden" name="back" value="${path}">
      ${fields}
    </form>
  `;
}

function select(name: string, label: string, choices: readonly { value: string; label: string }[]): Html {
  return html`
    <div class="field">
      <label for="qa-${name}">${label}</label>
      <select id="qa-${name}" name="${name}">
        ${choices.map((choice) => html`<option value="${choice.value}">${choice.label}</option>`)}
      </select>
    </div>
  `;
}
