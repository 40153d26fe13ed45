/** What is shown in the windows of components. */
import type { Hono } from 'hono';
import { html } from 'hono/html';
import { newLink } from '../account_links/links.ts';
import type { ConnectedAccount } from '../accounts/account.ts';
import type { Env } from '../api/respond.ts';
import { htmlPage } from '../onboarding/layout.ts';
import type { World } from '../world.ts';
import { nameOf } from './panels/account.ts';
import { type ConnectWindow, moveWindow } from './window.ts';

const CLOSE = 'window.close();';

export function windowPages(app: Hono<Env>, world: World): void {
  app.get('/connect/window/:id', (c) => {
    const found = world.connectWindows.get(c.req.param('id'));
    const account = found && accountOf(world, found);
    if (found?.status !== 'offered' || !account) return over();
    return htmlPage(
      'Confirm it is you',
      html`<main class="page single"><div class="card"><h1>Confirm it is you</h1>
<p>Stripe looks after the payments of <strong>${nameOf(account) ?? 'this account'}</strong>. A real Stripe would now send a code to your phone.</p>
<form method="post" class="actions">
<button class="primary" name="decision" value="continue">Continue</button>
<button name="decision" value="cancel">Cancel</button>
</form></div></main>`,
    );
  });
  app.post('/connect/window/:id', async (c) => {
    const found = world.connectWindows.get(c.req.param('id'));
    if (found?.status !== 'offered' || !accountOf(world, found)) return over();
    const decision = new URLSearchParams(await c.req.text()).get('decision');
    if (decision !== 'continue') {
      moveWindow(world, found, 'declined');
      return closing('Nothing was changed');
    }
    moveWindow(world, found, 'authenticated');
    if (c.req.query('to') !== 'onboarding') return closing('Thank you');
    const end = `${world.origin}/connect/window/${found.id}/end`;
    return c.redirect(newLink(world, { ...found, refreshUrl: end, returnUrl: end }).url, 303);
  });
  app.get('/connect/window/:id/end', (c) => {
    const found = world.connectWindows.get(c.req.param('id'));
    if (!found) return over();
    if (c.req.method !== 'HEAD') moveWindow(world, found, 'ended');
    return closing('You can close this window');
  });
}

function accountOf(world: World, { account, platform, livemode }: ConnectWindow): ConnectedAccount | null {
  const found = world.store(platform, livemode).accounts.get(account);
  return found?.access ? found : null;
}

function closing(title: string): Promise<Response> {
  return htmlPage(
    title,
    html`<main class="page single"><div class="card"><h1>${title}</h1>
<p>You can close this window and go back to the site.</p></div></main>`,
    200,
    CLOSE,
  );
}

function over(): Promise<Response> {
  return htmlPage(
    'This page is over',
    html`<main class="page single"><div class="card"><h1>This page is over</h1><p>Go back to the site and start again.</p></div></main>`,
    404,
  );
}
