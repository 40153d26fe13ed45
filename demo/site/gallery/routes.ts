/** The gallery's pages: all states of an element, and those states that need a page of their own. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import { contentSecurityPolicy } from '../headers.ts';
import type { Html } from '../layout.ts';
import type { SiteSettings } from '../settings.ts';
import { type Choices, choicesIn } from './choices.ts';
import { galleryPage } from './page.ts';
import { sceneNamed, shown } from './scenes/index.ts';
import { element } from './state.ts';

/** A typeface that looks the same on every machine. */
const fonts = /^noto-sans(-arabic)?-(latin|arabic)-(400|600|700)-normal\.woff2$/;

export function galleryRoutes(settings: SiteSettings): Hono {
  const app = new Hono();
  const policy = contentSecurityPolicy(settings, [], true);
  const show = (c: Context, title: string, choices: Choices, body: Html) => {
    c.header('Content-Security-Policy', policy);
    return c.html(page(settings, title, choices, body));
  };

  app.get('/', (c) => {
    const choices = choicesIn((name) => c.req.query(name));
    return show(c, choices.element ?? 'Gallery', choices, galleryPage({ choices, id: crypto.randomUUID() }));
  });

  app.get('/state/:tag/:name', (c) => {
    const { tag, name } = c.req.param();
    const scene = sceneNamed(`${tag}.${name}`);
    const one = shown.find((known) => known.tag === tag);
    if (!scene || !one) return c.notFound();
    const choices = choicesIn((parameter) => c.req.query(parameter));
    const theme = choices.theme === 'both' ? 'auto' : choices.theme;
    const dir = choices.dir === 'both' ? 'ltr' : choices.dir;
    const body = element(one.tag, scene, { theme, dir }, { choices, id: crypto.randomUUID() });
    const cell = html`<div class="cell alone" data-theme="${theme}" dir="${dir}" lang="${choices.lang}">${body}</div>`;
    return show(c, `${tag}: ${scene.title}`, { ...choices, theme }, cell);
  });

  app.get('/fonts/:name', (c) => {
    const { name } = c.req.param();
    if (!fonts.test(name)) return c.notFound();
    const face = `@fontsource/${name.startsWith('noto-sans-arabic') ? 'noto-sans-arabic' : 'noto-sans'}/files/${name}`;
    const headers = { 'Content-Type': 'font/woff2', 'Cache-Control': 'max-age=86400' };
    return c.body(readFileSync(fileURLToPath(import.meta.resolve(face))), 200, headers);
  });
  return app;
}

/** Theirs is the script that has states reached, and no Worker but the gallery's. */
function page({ worker, origin }: SiteSettings, title: string, { theme }: Choices, body: Html): Html {
  return html`<!doctype html>
<html lang="en" data-theme="${theme}">
  <head>
    <meta charset="utf-8">
    <title>${title} · Gallery</title>
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <link rel="icon" href="/logo.svg">
    <link rel="stylesheet" href="/gallery.css">
    <script src="/gallery.js"></script>
    <script src="/gallery-stripe.js"></script>
    <script type="module" src="${worker}/inlay.js" data-api="${origin}" data-token-url="/inlay/token"></script>
  </head>
  <body>
    ${body}
  </body>
</html>`;
}
