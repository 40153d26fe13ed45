/** The Worker of the gallery: answers what the scene says, on the routes of the real one. The site's id names the scene. */
import { Hono } from 'hono';
import { errorAnswer, InlayError } from '../../../worker/errors.ts';
import type { Answer, Routes, Scene } from './scene.ts';
import { sceneNamed } from './scenes/index.ts';

/** How often each route of each scene was asked, by visit of the page. The oldest visits are forgotten. */
const asked = new Map<string, number>();
const REMEMBERED = 5_000;

export function galleryWorker(): Hono {
  const app = new Hono();
  app.all('/:site/*', (c) => {
    const { site } = c.req.param();
    const scene = sceneNamed(site);
    if (scene === undefined) return refusal(new InlayError('site_unknown'));
    const route = routeOf(c.req.method, new URL(c.req.url).pathname.split('/').slice(4));
    // A browser asks ahead whether it may ask.
    if (route === 'GET account_links' || route === 'GET checkout/sessions') return c.body(null, 204);
    return respond(answerOf(scene, route, countOf(`${site} ${route}`)));
  });
  return app;
}

/** "POST setup_intents/:id/sync" */
function routeOf(method: string, path: readonly string[]): string {
  return `${method} ${path.map((part) => (/^(fca|fcsess|seti|pm|cs|merchant)_/.test(part) ? ':id' : part)).join('/')}`;
}

function countOf(question: string): number {
  const count = asked.get(question) ?? 0;
  asked.delete(question);
  asked.set(question, count + 1);
  for (const oldest of asked.keys()) {
    if (asked.size <= REMEMBERED) break;
    asked.delete(oldest);
  }
  return count;
}

type AnyAnswer = Answer<Routes[keyof Routes]>;

function answerOf({ answers }: Scene, route: string, count: number): AnyAnswer | undefined {
  const known: Readonly<Record<string, AnyAnswer | readonly AnyAnswer[] | undefined>> = answers;
  const said = Object.hasOwn(known, route) ? known[route] : undefined;
  return isList(said) ? (said[count] ?? said.at(-1)) : said;
}

function isList(said: AnyAnswer | readonly AnyAnswer[] | undefined): said is readonly AnyAnswer[] {
  return Array.isArray(said);
}

function respond(answer: AnyAnswer | undefined): Response {
  if (answer === undefined) return refusal(new InlayError('route_unknown'));
  if ('fails' in answer) return refusal(new InlayError(answer.fails, { retryAfter: 60 }));
  // A browser has six connections to a host, so that what never comes is not waited for: the page's script sees to it.
  if ('how' in answer) return new Response(null, { status: 204, headers: { 'X-Gallery': answer.how } });
  return Response.json(answer.is, { headers: { 'Cache-Control': 'no-store' } });
}

function refusal(error: InlayError): Response {
  const { status, body, headers } = errorAnswer(error, 'req_gallery');
  return Response.json(body, { status, headers });
}
