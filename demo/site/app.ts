/** Rocket Rides, the sample host site: pages with widgets, the route that signs user tokens, and the tester's panel. */
import { readFileSync } from 'node:fs';
import { type Context, Hono } from 'hono';
import { chargeRoute } from './charge.ts';
import { pageHeaders } from './headers.ts';
import { type Html, layout, type NavLink } from './layout.ts';
import { home } from './pages/home.ts';
import { pages } from './pages/index.ts';
import { terms } from './pages/terms.ts';
import { nameRule, personNamed } from './people.ts';
import { qaPage } from './qa/page.ts';
import { qaRoutes } from './qa/routes.ts';
import type { SiteSettings } from './settings.ts';
import { signUserToken } from './token.ts';

const nav: readonly NavLink[] = [
  ...pages.flatMap(({ path, label }) => (label === null ? [] : [{ path, label }])),
  { path: '/qa', label: 'For testers' },
];

const files = {
  '/site.css': 'text/css; charset=utf-8',
  '/qa.css': 'text/css; charset=utf-8',
  '/qa.js': 'text/javascript; charset=utf-8',
  '/logo.svg': 'image/svg+xml',
};

export function createSite(settings: SiteSettings): Hono {
  const app = new Hono();
  const headers = pageHeaders(settings);
  app.use(async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(headers)) if (!c.res.headers.has(name)) c.res.headers.set(name, value);
  });

  app.get(
    '/',
    show(settings, 'Home', (view) => home(view, pages)),
  );
  for (const { path, title, body, connect } of pages) app.get(path, show(settings, title, body, connect));
  app.get('/qa', show(settings, 'For testers', qaPage));
  app.get('/terms', show(settings, 'Terms', terms));
  app.route('/qa', qaRoutes(settings));
  app.route('/charge', chargeRoute(settings));

  app.on(['GET', 'POST'], '/inlay/token', async (c) => {
    const person = personNamed(c.req.query('user'));
    if (person === null) return c.text(nameRule, 400);
    return c.json({ token: await signUserToken(settings, person) }, 200, { 'Cache-Control': 'no-store' });
  });

  for (const [path, type] of Object.entries(files)) {
    app.get(path, (c) =>
      c.body(readFileSync(new URL(`public${path}`, import.meta.url), 'utf8'), 200, { 'Content-Type': type }),
    );
  }
  return app;
}

type Body = (view: Parameters<typeof home>[0]) => Html | Promise<Html>;

function show(settings: SiteSettings, title: string, body: Body, connect = false) {
  return async (c: Context) => {
    const person = personNamed(c.req.query('user'));
    if (person === null) return c.text(nameRule, 400);
    const view = { settings, person, path: c.req.path, query: (name: string) => c.req.query(name) };
    return c.html(layout(view, { title, nav, connect, body: await body(view) }));
  };
}
