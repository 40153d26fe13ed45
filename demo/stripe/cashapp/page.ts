/** What a person sees of Cash App. */
import { html, raw } from 'hono/html';
import { businessName } from '../accounts/business_name.ts';
import { htmlPage } from '../onboarding/layout.ts';
import type { World } from '../world.ts';
import { qrSvg } from './qr.ts';
import { type CashappSession, type LinkState, scanUrl } from './session.ts';

const ENDED: Readonly<Record<Exclude<LinkState, 'works'>, string>> = {
  used: 'It was used before.',
  replaced: 'A newer one has taken its place.',
  expired: 'Its time has run out.',
};

export function askPage(world: World, session: CashappSession): Promise<Response> {
  const business = businessName(world, session.store);
  const intent = session.store.paymentIntents.get(session.intent);
  const asked = intent
    ? html`<strong>${business}</strong> asks for <strong>$${(intent.amount / 100).toFixed(2)}</strong>.`
    : html`<strong>${business}</strong> wants to charge your Cash App when you pay there from now on. You can revoke this in Cash App at any time.`;
  return htmlPage(
    'Cash App',
    html`<main class="page single"><div class="card"><p class="brand">Cash App (simulated)</p>
<h1>${intent ? 'Pay with Cash App?' : 'Link your Cash App?'}</h1>
<p>${asked}</p>
<p class="muted">${left(session.endsAt - world.now())} left to decide.</p>
<form method="post" class="actions">
<button class="primary" name="decision" value="approved">Authorize</button>
<button name="decision" value="declined">Decline</button>
</form></div></main>`,
  );
}

export function endedPage(state: Exclude<LinkState, 'works'> | 'unknown'): Promise<Response> {
  const why = state === 'unknown' ? 'Nobody gave it out.' : ENDED[state];
  return htmlPage(
    'This link no longer works',
    html`<main class="page single"><div class="card"><p class="brand">Cash App (simulated)</p>
<h1>This link no longer works</h1><p>${why} Go back to the site and start again, or scan the code that it shows now.</p></div></main>`,
    state === 'unknown' ? 404 : 410,
  );
}

/** Where the payment goes on by itself on the device that showed the code. */
export function decidedPage(session: CashappSession): Promise<Response> {
  return htmlPage(
    'Cash App',
    html`<main class="page single"><div class="card"><p class="brand">Cash App (simulated)</p>
<h1>${session.status === 'approved' ? 'Authorized' : 'Declined'}</h1><p>You can go back to the other device.</p></div></main>`,
  );
}

/** Shows the code, and itself again once the code is another one. */
export async function instructionsPage(world: World, session: CashappSession): Promise<Response> {
  const { token, expiresAt } = session.link;
  const page = await htmlPage(
    'Scan with Cash App',
    html`<main class="page single"><div class="card"><p class="brand">Cash App (simulated)</p>
<h1>Scan with your phone</h1>
<div role="img" aria-label="Cash App QR code">${raw(qrSvg(scanUrl(world, token)))}</div>
<p class="muted">This code is replaced every 30 seconds. <a href="${scanUrl(world, token)}">No phone at hand? Open what it leads to</a></p></div></main>`,
  );
  page.headers.set('Refresh', String(Math.max(1, Math.min(5, expiresAt - world.now()))));
  return page;
}

function left(seconds: number): string {
  const whole = Math.floor(seconds / 60);
  const [minutes, rest] = [`${whole} ${whole === 1 ? 'minute' : 'minutes'}`, `${seconds % 60} seconds`];
  if (whole === 0) return rest;
  return seconds % 60 === 0 ? minutes : `${minutes} ${rest}`;
}
