/** The merchant's page at which a buyer pays; in a frame the same, without a way back. */
import { html } from 'hono/html';
import { businessName } from '../accounts/business_name.ts';
import { controls } from '../onboarding/control.ts';
import { htmlPage } from '../onboarding/layout.ts';
import { CONTACT, METHODS, type MethodOffered } from './fields.ts';
import { chosen, type Problems, type Typed } from './form.ts';
import { money } from './money.ts';
import { SCRIPT } from './page_script.ts';
import type { Tried } from './session.ts';
import type { Visit } from './visit.ts';

type Html = ReturnType<typeof html>;

export function payPage(visit: Visit, { typed, problems, declined }: Omit<Tried, 'id'>): Promise<Response> {
  const { shown } = visit.session;
  const business = businessName(visit.world, visit.store);
  const free = shown.amount_total === 0;
  const failed = declined !== null || Object.keys(problems).length > 0;
  return htmlPage(
    `${failed ? 'Error: ' : ''}Pay ${business}`,
    html`<div class="page checkout">
<aside>
${!visit.framed && shown.cancel_url ? html`<p><a href="${shown.cancel_url}">Back</a></p>` : ''}
${summary(visit, business)}
</aside>
<main class="card"${named(visit)}>
<h1>${free ? 'Your details' : 'How do you want to pay?'}</h1>
<form method="post" action="${visit.base}" novalidate>
${declined === null ? '' : html`<p class="error refusal" role="alert" tabindex="-1" autofocus>${declined}</p>`}
<div class="fields">${contact(visit, typed, problems)}</div>
${free ? '' : methods(visit, typed, problems)}
<div class="actions"><button class="primary">${free ? 'Complete order' : 'Pay'}</button></div>
</form>
</main>
</div>`,
    200,
    SCRIPT,
    visit.framed,
  );
}

/** A page has one `main` that needs no name; in a frame there is the other page's, too. */
export function named({ framed }: Visit): Html | string {
  return framed ? html` aria-label="Checkout"` : '';
}

function summary({ session }: Visit, business: string): Html {
  const { amount_total, currency } = session.shown;
  return html`<p class="brand">${business}</p>
<p class="total">${money(amount_total, currency)}</p>
<ul class="bill">${session.lines.map(
    ({ description, quantity, amount_total, price }) =>
      html`<li><span>${description}<small>${quantity} × ${money(Number(price.unit_amount_decimal), currency)}</small></span> <span>${money(amount_total, currency)}</span></li>`,
  )}
<li class="sum"><span>Total</span> <span>${money(amount_total, currency)}</span></li></ul>`;
}

function contact({ store, session }: Visit, typed: Typed, problems: Problems): Html[] {
  const { customer, customer_email } = session.shown;
  const saved = customer === null ? null : store.customers.get(customer);
  const owner = saved && !saved.deleted ? saved : null;
  const known = {
    email: session.buyer?.email ?? customer_email ?? owner?.email ?? '',
    name: session.buyer?.name ?? owner?.name ?? '',
  };
  return controls([...CONTACT], { typed, known, problems, focused: Object.keys(problems)[0] });
}

function methods({ session }: Visit, typed: Typed, problems: Problems): Html {
  const current = chosen(session, typed);
  const offered = session.shown.payment_method_types.flatMap((type): [string, MethodOffered][] => {
    const method = METHODS[type];
    return method ? [[type, method]] : [];
  });
  return html`<fieldset class="methods"><legend>Payment method</legend>
${offered.map(
  ([type, { name, about, fields, test }]) =>
    html`<label class="choice"><input type="radio" name="method" value="${type}" aria-labelledby="${type}" aria-describedby="${type}-about" ${type === current ? 'checked' : ''}><span id="${type}">${name}</span><small id="${type}-about">${about}</small></label>
${
  fields.length === 0
    ? ''
    : html`<div class="details"><div class="test"><span>In a hurry?</span><button type="button" data-fill hidden>${test}</button></div>
<div class="fields">${controls([...fields], { typed, known: {}, problems, focused: Object.keys(problems)[0] })}</div></div>`
}`,
)}
</fieldset>`;
}
