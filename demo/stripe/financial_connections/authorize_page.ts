/** The page of a bank that asks on its own site. It knows nothing of who opened it: the dialog asks the stand-in. */
import type { Hono } from 'hono';
import { html } from 'hono/html';
import type { Env } from '../api/respond.ts';
import { htmlPage } from '../onboarding/layout.ts';
import type { World } from '../world.ts';
import { institutionNamed } from './institutions.ts';

export interface Authorization {
  readonly session: string;
  /** Known once its page was opened. */
  readonly institution: string | null;
  readonly status: 'waiting' | 'authorized' | 'declined';
}

const CLOSE = 'window.close();';

export function authorizationPages(app: Hono<Env>, world: World): void {
  app.get('/bank/authorize/:id', (c) => {
    const found = world.authorizations.get(c.req.param('id'));
    const institution = institutionNamed(c.req.query('institution') ?? '');
    if (found?.status !== 'waiting' || institution?.access !== 'oauth') return unknown();
    world.authorizations.set(c.req.param('id'), { ...found, institution: institution.name });
    return htmlPage(
      institution.name,
      html`<main class="page single"><div class="card"><h1>${institution.name}</h1>
<p>May Stripe read your accounts here?</p>
<form method="post" class="actions">
<button class="primary" name="decision" value="authorized">Authorize</button>
<button name="decision" value="declined">Decline</button>
</form></div></main>`,
    );
  });
  app.post('/bank/authorize/:id', async (c) => {
    const id = c.req.param('id');
    const found = world.authorizations.get(id);
    // The page of a bank the person has turned away from since decides nothing.
    if (found?.status !== 'waiting' || found.institution !== c.req.query('institution')) return unknown();
    const decision = new URLSearchParams(await c.req.text()).get('decision');
    const status = decision === 'authorized' ? 'authorized' : 'declined';
    world.authorizations.set(id, { ...found, status });
    const back = returnUrl(world, found.session);
    if (back) return c.redirect(back, 303);
    return htmlPage(
      'You can close this window',
      html`<main class="page single"><div class="card"><h1>${status === 'authorized' ? 'Thank you' : 'Nothing was shared'}</h1>
<p>You can close this window and go back to the site.</p></div></main>`,
      200,
      CLOSE,
    );
  });
}

/** Of web views, which have no other window to go back to. */
function returnUrl(world: World, session: string): string | null {
  for (const store of world.stores()) {
    const found = store.bankSessions.get(session);
    if (found) return found.returnUrl;
  }
  return null;
}

function unknown(): Promise<Response> {
  return htmlPage(
    'This page is over',
    html`<main class="page single"><div class="card"><h1>This page is over</h1><p>Go back to the site and choose your bank again.</p></div></main>`,
    404,
  );
}
