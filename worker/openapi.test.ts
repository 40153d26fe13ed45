import { env } from 'cloudflare:workers';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { type Operation, ofBody, operations } from '../scripts/openapi-operations.ts';
import { schemas } from '../scripts/openapi-schemas.ts';
import { createApp } from './app.ts';
import type { ErrorBody } from './contract.ts';
import openapi from './openapi.json';
import { createServices, realRuntime } from './services.ts';
import { faultOf } from './testing/described.ts';
import { createWorld, PAGE } from './testing/world.ts';

it('openapi.json describes every route that exists, and no other', () => {
  const app = createApp(realRuntime, () => createServices(env, realRuntime));
  const routes = app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`);
  const described = Object.entries(openapi.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
  );
  expect(described.toSorted()).toEqual([...new Set(routes)].toSorted());
});

describe('what every test of the Worker is held against', () => {
  const health = operations['GET /healthz'];
  const tokens = operations['POST /v1/sites/{site}/tokens'];
  const error = (code: string) =>
    JSON.stringify({ error: { type: 'api_error', code, message: 'No.', request_id: 'req_1' } });

  it('finds an answer that lacks a field, has one more, or has another status', () => {
    if (health === undefined) throw new Error('There is no such route.');
    expect(faultOf(health, undefined, 200, '{"status":"ok"}')).toBeNull();
    expect(faultOf(health, undefined, 200, '{}')).toContain('status');
    expect(faultOf(health, undefined, 200, '{"status":"ok","more":1}')).toContain('has more than');
    expect(faultOf(health, undefined, 201, '{"status":"ok"}')).toContain('not 200');
  });

  it('finds an error that is not listed, and a body that was taken though it is described otherwise', () => {
    if (tokens === undefined) throw new Error('There is no such route.');
    const minted = '{"object":"user_token","token":"a.b.c","expires_at":1}';
    expect(faultOf(tokens, undefined, 401, error('secret_key_invalid'))).toBeNull();
    expect(faultOf(tokens, undefined, 409, error('terms_not_configured'))).toContain('terms_not_configured');
    expect(faultOf(tokens, '{"sub":"ann"}', 200, minted)).toBeNull();
    expect(faultOf(tokens, '{"sub":"ann","admin":true}', 200, minted)).toContain('no TokenRequest');
  });
});

describe('bodies', async () => {
  const world = await createWorld();
  const token = await world.token({ scope: ['onboard', 'bank', 'save', 'embedded'] });
  const keys = { user: token, site: world.site.key.secret, operator: env.INLAY_OPERATOR_KEY };

  /** As whoever may call this route would send it. */
  async function send(route: string, { caller }: Operation, body: object): Promise<Response> {
    const [method = '', path = ''] = route.split(' ');
    const key = caller === 'user' || caller === 'site' || caller === 'operator' ? keys[caller] : undefined;
    return world.fetch(path.replace('{site}', world.site.id).replace(/\{\w+\}/g, 'fca_1'), {
      method,
      headers: {
        'Content-Type': 'application/json',
        'Idempotency-Key': crypto.randomUUID(),
        ...(caller === 'user' || caller === 'page' ? { Origin: PAGE } : {}),
        ...(key === undefined ? {} : { Authorization: `Bearer ${key}` }),
      },
      body: JSON.stringify(body),
    });
  }

  const taking = Object.entries(operations).filter(([, { body }]) => body !== undefined);
  it.each(taking)(
    '%s refuses what its schema refuses: a field more, one fewer, one of another type',
    async (route, operation) => {
      const { body = '' } = operation;
      const example: object = JSON.parse(JSON.stringify(operation.example ?? {}).replaceAll('…', '1234567890'));
      const schema = schemas[body];
      if (schema === undefined) throw new Error(`openapi.json has no ${body}.`);
      expect(v.is(schema, example)).toBe(true);
      const broken = Object.keys(example).flatMap((field) => [
        Object.fromEntries(Object.entries(example).filter(([name]) => name !== field)),
        { ...example, [field]: { nothing: ['of', 'the', 'kind'] } },
      ]);
      const refused = [{ ...example, no_such_field: 1 }, ...broken].filter((one) => !v.is(schema, one));
      expect(refused.length).toBeGreaterThan(1);
      for (const one of refused) {
        const response = await send(route, operation, one);
        const { error }: ErrorBody = await response.json();
        expect([one, response.status, ofBody.includes(error.code)]).toEqual([one, 400, true]);
      }
    },
  );

  it.each(Object.entries(operations).filter(([, { scope }]) => scope !== undefined))(
    '%s needs the scope that is written, and no other',
    async (route, operation) => {
      const others = ['onboard', 'bank', 'save', 'embedded'].filter((scope) => scope !== operation.scope);
      const [method = '', path = ''] = route.split(' ');
      const ask = async (scope: readonly string[]) => {
        const response = await world.fetch(path.replace('{site}', world.site.id).replace(/\{\w+\}/g, 'fca_1'), {
          method,
          headers: { Origin: PAGE, Authorization: `Bearer ${await world.token({ scope })}` },
        });
        return response.text();
      };
      expect(await ask(others)).toContain('"scope_missing"');
      expect(await ask([operation.scope ?? ''])).not.toContain('"scope_missing"');
    },
  );
});
