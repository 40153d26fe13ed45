/** Rocket Rides, the sample host site: pages with widgets, the route that signs user tokens, and the tester's panel. */
import { readFileSync } from 'node:fs';
import { type Context, Hono } from 'hono';
import { chargeRoute } from './charge.ts';
import { galleryRoutes } from './gallery/routes.ts';
import { galleryWorker } from './gallery/worker.ts';
import { contentSecurityPolicy, pageHeaders } from './headers.ts';
import { layout, type NavLink, type View } from './layout.ts';
import { home } from './pages/home.ts';
import { pages, toolList, tools } from './pages/index.ts';
import type { Page } from './pages/page.ts';
import { terms } from './pages/terms.ts';
import { nameRule, personNamed } from './people.ts';
import { looksOf, playgroundPages } from './playground/page.ts';
import { originOf, ways, wayToTheWorker } from './playground/ways.ts';
import { qaPage } from './qa/page.ts';
import { qaRoutes } from './qa/routes.ts';
import type { SiteSettings } from './settings.ts';
import { tryPage } from './snippet/try.ts';
import { signUserToken } from './token.ts';

const nav: readonly NavLink[] = [
  ...[...pages, ...tools].flatMap(({ path, label }) => (label === null ? [] : [{ path, label }])),
  { path: '/gallery', label: 'Gallery' },
  { path: '/qa', label: 'For testers' },
];

const files = {
  '/site.css': 'text/css; charset=utf-8',
  '/qa.css': 'text/css; charset=utf-8',
  '/qa.js': 'text/javascript; charset=utf-8',
  '/nav.js': 'text/javascript; charset=utf-8',
  '/playground.css': 'text/css; charset=utf-8',
  '/playground.js': 'text/javascript; charset=utf-8',
  '/snippet.css': 'text/css; charset=utf-8',
  '/live.js': 'text/javascript; charset=utf-8',
  '/logo.svg': 'image/svg+xml',
  '/gallery.css': 'text/css; charset=utf-8',
  '/gallery.js': 'text/javascript; charset=utf-8',
  '/gallery-stripe.js': 'text/javascript; charset=utf-8',
  '/gallery-code.svg': 'image/svg+xml',
};

export function createSite(settings: SiteSettings): Hono {
  const app = new Hono();
  const headers = pageHeaders(settings);
  app.use(wayToTheWorker(settings));
  app.use(async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(headers)) if (!c.res.headers.has(name)) c.res.headers.set(name, value);
  });

  app.get('/', show(settings, { title: 'Home', body: (view) => home(view, pages, toolList) }));
  for (const page of [...pages, ...tools, ...playgroundPages]) app.get(page.path, show(settings, page));
  app.get('/playground/:tag/looks.css', (c) => {
    const view = viewOf(settings, c);
    const sheet = view === null ? '' : looksOf(c.req.param('tag'), view);
    return c.body(sheet, 200, { 'Content-Type': 'text/css; charset=utf-8' });
  });
  app.get('/snippet/page', async (c) => {
    const view = viewOf(settings, c);
    return view === null ? c.text(nameRule, 400) : tryPage(view);
  });
  app.get('/qa', show(settings, { title: 'For testers', body: qaPage, forTesters: true }));
  app.get('/terms', show(settings, { title: 'Terms', body: terms }));
  app.route('/qa', qaRoutes(settings));
  app.route('/gallery', galleryRoutes(settings));
  app.route('/v1/sites', galleryWorker());
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

type Shown = Pick<Page, 'title' | 'body' | 'connect' | 'forTesters' | 'head' | 'live'>;

function show(settings: SiteSettings, { title, body, connect, forTesters, head, live }: Shown) {
  const reached = forTesters ? ways.map(({ value }) => originOf(value, settings.origin)) : [];
  return async (c: Context) => {
    const view = viewOf(settings, c);
    if (view === null) return c.text(nameRule, 400);
    if (live !== undefined) {
      // One address for both: the back button must not find the one where the other was.
      c.header('Vary', 'Accept');
      if (c.req.header('Accept') === 'application/json') return c.json(await live(view));
    }
    c.header('Content-Security-Policy', contentSecurityPolicy(settings, reached));
    const shown = { title, nav, connect: connect === true, panel: !forTesters, body: await body(view) };
    return c.html(layout(view, head === undefined ? shown : { ...shown, head: head(view) }));
  };
}

/** Null where nobody can be called what is asked for. */
function viewOf(settings: SiteSettings, c: Context): View | null {
  const person = personNamed(c.req.query('user'));
  if (person === null) return null;
  return {
    settings,
    person,
    path: c.req.path,
    query: (name) => c.req.query(name),
    queries: (name) => c.req.queries(name) ?? [],
  };
}
