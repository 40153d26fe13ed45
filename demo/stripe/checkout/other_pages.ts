/** What else a buyer may see: their bank asking, and that nothing is left to pay. */
import { html } from 'hono/html';
import { businessName } from '../accounts/business_name.ts';
import { htmlPage } from '../onboarding/layout.ts';
import { money } from './money.ts';
import { named } from './page.ts';
import { SCRIPT, telling } from './page_script.ts';
import { withSessionId } from './session.ts';
import type { Visit } from './visit.ts';

type Html = ReturnType<typeof html>;

function single(title: string, content: Html, visit: Visit | null, status: number, script = SCRIPT) {
  const body = html`<main class="page single"${visit === null ? '' : named(visit)}><div class="card"><h1>${title}</h1>${content}</div></main>`;
  return htmlPage(title, body, status, script, visit?.framed ?? false);
}

export function unknownPage(): Promise<Response> {
  return single(
    'This page does not exist',
    html`<p>Something is wrong with its address. Go back to the shop and start again.</p>`,
    null,
    404,
  );
}

/** 3D Secure: the bank of the card wants to know. */
export function authenticationPage(visit: Visit): Promise<Response> {
  const { amount_total, currency } = visit.session.shown;
  return single(
    'Your bank asks',
    html`<p>Do you pay <strong>${money(amount_total, currency)}</strong> to <strong>${businessName(visit.world, visit.store)}</strong>? A real bank would now send a code to your phone.</p>
<form method="post" action="${visit.base}/authenticate" class="actions">
<button class="primary" name="decision" value="complete">Complete</button>
<button name="decision" value="fail">Fail</button>
</form>`,
    visit,
    200,
  );
}

/** Somebody comes who cannot pay any more. */
export function endedPage(visit: Visit): Promise<Response> {
  const { cancel_url, status, success_url } = visit.session.shown;
  const business = businessName(visit.world, visit.store);
  const paid = status === 'complete';
  const way = paid ? success_url && withSessionId(success_url, visit.session) : cancel_url;
  return single(
    paid ? 'You have already paid' : 'This page has expired',
    html`<p>${paid ? html`Your order at ${business} is complete. There is nothing left to pay.` : html`Nothing was paid. Go back to ${business} and start again.`}</p>
${way ? html`<p><a href="${way}">Back to ${business}</a></p>` : ''}`,
    visit,
    410,
  );
}

/** In a frame: what comes next is the business of the page around it. */
export function finishedPage(visit: Visit): Promise<Response> {
  const { payment_status, redirect_on_completion, return_url } = visit.session.shown;
  const redirect = redirect_on_completion === 'always' && return_url ? withSessionId(return_url, visit.session) : null;
  return single(
    'Thank you',
    html`<p>${payment_status === 'unpaid' ? 'Your bank has been asked. It may take some days until it has paid.' : 'Your payment is complete.'}</p>`,
    visit,
    200,
    telling({ type: 'checkout.complete', redirect }),
  );
}

/** In a frame: Cash App wants the whole window. */
export function leavingPage(visit: Visit, url: string): Promise<Response> {
  return single(
    'On to Cash App',
    html`<p><a href="${url}" target="_top">Continue to Cash App</a></p>`,
    visit,
    200,
    telling({ type: 'checkout.leave', url }),
  );
}
