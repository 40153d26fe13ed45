import { html } from 'hono/html';
import { SCENARIOS } from '../accounts/scenario.ts';
import { CHECKOUT_ORDERS } from '../checkout/control.ts';
import { htmlPage } from '../onboarding/layout.ts';
import { CHARGE_OUTCOMES } from '../payment_methods/payment_method.ts';
import type { World } from '../world.ts';

const CONTROLS = [
  [
    'POST /_test/clock',
    '{"advance": 300}',
    'Moves the clock forward, in seconds; what falls due happens, webhooks included.',
  ],
  [
    'POST /_test/faults',
    '{"match": "POST /v1/accounts", "times": 1, "do": "500"}',
    'The next matching requests fail: 500, 429, timeout, reset, timeout_after_commit or html.',
  ],
  ['DELETE /_test/faults', '', 'Takes back every fault that is left.'],
  [
    'POST /_test/account',
    '{"account": "acct_…", "scenario": "enabled"}',
    `Puts a connected account into a state: ${SCENARIOS.join(', ')}.`,
  ],
  [
    'POST /_test/account_sessions/expire',
    '{"account": "acct_…"}',
    'Ends the Account Sessions of a connected account now, or all there are.',
  ],
  [
    'POST /_test/payouts',
    '{"account": "acct_…", "do": "pay"}',
    'Pays out all that a connected account has, pending money included, and settles it at once: pay, or fail with a failure_code.',
  ],
  [
    'POST /_test/bank/link',
    '{"session": "fcsess_…", "institution": "Test (Non-OAuth)", "accounts": ["Success"]}',
    'Links bank accounts as the dialog does, the first on offer if none are named; "as_new" gives accounts that were linked before new ids.',
  ],
  [
    'POST /_test/bank/accounts/:id',
    '{"status": "inactive"}',
    'What happens to a linked account: status (active, inactive, disconnected), relink_required, expected_deactivation_date; next_refresh (succeeded, failed) for all refreshes from now on; transactions (how many over 180 days) and balance ({"currency", "current", "available"}) replace what the bank says, as of a new refresh.',
  ],
  [
    'POST /_test/cashapp/:intent',
    '{"do": "approve"}',
    'What the person does in Cash App about a SetupIntent or PaymentIntent: approve, decline or expire; confirm does what a browser does before, and comes first by itself where it is missing. With "closing": "intent" or "error": what stripe.js resolves with when the dialog is closed.',
  ],
  [
    'POST /_test/checkout/:session',
    '{"do": "pay"}',
    `What the buyer, the bank or the clock does about a Checkout Session: ${CHECKOUT_ORDERS.join(', ')}. A debit is pending until settle, or for some days.`,
  ],
  [
    'POST /_test/payment_methods/:id',
    '{"next_charge": "decline", "times": 1}',
    `What the next off-session charges of a Cash App method do: ${CHARGE_OUTCOMES.join(', ')}.`,
  ],
  [
    'POST /_test/revoke',
    '{"payment_method": "pm_…"}',
    'The person revokes the permission in Cash App: the mandate becomes inactive, the method stays attached.',
  ],
  [
    'POST /_test/deliveries',
    '{"endpoint": "we_…", "hold": true}',
    'How webhooks to one endpoint misbehave: hold, shuffle (a seed), and how many of the next to duplicate, drop or fail; release lets go what was held.',
  ],
  ['POST /_test/events/:id/resend', '{}', 'Delivers one event again.'],
  ['POST /_test/keys', '{"revoke": "sk_test_…"}', 'From now on this key is refused.'],
  ['POST /_test/reset', '', 'Forgets everything: objects, faults, requests, and the moved clock.'],
  ['GET /_test/requests', '', 'What was asked of the stand-in, newest first.'],
] as const;

export function controlsPage(world: World): Promise<Response> {
  return htmlPage(
    'Controls of the Stripe stand-in',
    html`<main class="page single"><div class="card">
<h1>Controls</h1>
<p class="muted">All take and answer JSON. The clock stands at <time>${new Date(world.now() * 1000).toISOString().replace('.000', '')}</time>.</p>
<dl class="wide">${CONTROLS.map(([route, body, means]) => html`<div><dt><code>${route}</code></dt><dd>${means}${body ? html`<br><code>${body}</code>` : ''}</dd></div>`)}</dl>
<p><a href="/">What this is</a></p>
</div></main>`,
  );
}

export function indexPage(world: World): Promise<Response> {
  return htmlPage(
    'Stripe stand-in',
    html`<main class="page single"><div class="card">
<h1>Stripe stand-in</h1>
<p>A small local Stripe for trying out and testing Inlay: it keeps state in memory, moves no money and knows nobody. The official SDKs and the Stripe CLI talk to it unchanged.</p>
<dl>
<div><dt>API</dt><dd><code>${world.origin}/v1</code>, with any key such as <code>sk_test_demo</code></dd></div>
<div><dt>CLI</dt><dd><code>stripe --api-base ${world.origin.replace('localhost', '127.0.0.1')} --api-key sk_test_1234567890abcdef customers create</code></dd></div>
<div><dt>Browser script</dt><dd><a href="/js/stripe.js"><code>/js/stripe.js</code></a></dd></div>
<div><dt>Controls</dt><dd><a href="/_test/"><code>/_test/</code></a>: clock, faults, account states, webhooks</dd></div>
<div><dt>Requests so far</dt><dd><a href="/_test/requests"><code>/_test/requests</code></a></dd></div>
</dl>
</div></main>`,
  );
}

export function expressPage(account: string | null): Promise<Response> {
  return account
    ? htmlPage(
        'Express Dashboard',
        html`<main class="page single"><div class="card"><h1>Express Dashboard</h1><p>Here the merchant <code>${account}</code> would see payments and payouts.</p></div></main>`,
      )
    : htmlPage(
        'This link was used',
        html`<main class="page single"><div class="card"><h1>This link was used</h1><p>Login links work once. Ask the site for a new one.</p></div></main>`,
        410,
      );
}
