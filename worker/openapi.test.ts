import { env } from 'cloudflare:workers';
import { expect, it } from 'vitest';
import { createApp } from './app.ts';
import openapi from './openapi.json';
import { createServices, realRuntime } from './services.ts';

it('openapi.json describes every route that exists, and no other', () => {
  const app = createApp(realRuntime, () => createServices(env, realRuntime));
  const routes = app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`);
  const described = Object.entries(openapi.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
  );
  expect(described.toSorted()).toEqual([...new Set(routes)].toSorted());
});
