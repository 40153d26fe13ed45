/// <reference types="vite/types/importMeta.d.ts" />
import { env } from 'cloudflare:workers';
import { expect, it } from 'vitest';
import { operations } from '../scripts/openapi-operations.ts';
import { answer, bankUser, everything, first } from './testing/bank.ts';
import { type DocumentedRequest, requestsIn, shows } from './testing/documented.ts';
import { asBuyer, merchant, withPrices } from './testing/merchant.ts';
import { saver, withTerms } from './testing/saver.ts';
import { createWorld, PAGE } from './testing/world.ts';

const pages = import.meta.glob<string>(['../README.md', '../docs/*.md'], {
  query: '?raw',
  import: 'default',
  eager: true,
});
const requests = Object.entries(pages).flatMap(requestsIn);
const scope = ['onboard', 'bank', 'save', 'embedded'];
const APP = 'https://app.example.com';

/** A site of the documentation's: its page, its merchant Ann, and one of everything that she can have. */
async function arrange() {
  const world = await createWorld({
    ...withPrices,
    ...withTerms,
    origins: [PAGE, APP],
    bank: { ...everything, app_return_url: 'ridesapp://bank' },
  });
  await merchant(world, 'ann');
  const ann = bankUser(world, 'ann', { scope });
  const { id: bankSession } = await ann.session();
  const bankAccount = first(await ann.link());
  world.advance(3_600);
  const { version } = await saver(world, 'ann').terms();
  const method = await saver(world, 'ann').save();
  const setup = await saver(world, 'ann').start();
  const sale = await answer<{ id: string }>(
    await asBuyer(world, 'sessions', {
      body: { merchant: 'ann', line_items: [{ price: 'day_pass' }], return_url: PAGE },
    }),
  );
  const rotated = await answer<{ id: string; secret: string }>(
    await world.operator(`/v1/sites/${world.site.id}/keys`, { method: 'POST', body: {} }),
  );
  const token = await world.token({ sub: 'ann', scope });
  const known: Readonly<Record<string, string>> = {
    '<user token>': token,
    '<version of the terms>': version,
    $USER_TOKEN: token,
    $SECRET: world.site.key.secret,
    SECRET: world.site.key.secret,
    $INLAY_OPERATOR_KEY: env.INLAY_OPERATOR_KEY,
    'site_…': world.site.id,
    'fca_…': bankAccount.id,
    'fcsess_…': bankSession,
    'cs_…': sale.id,
    'seti_…': setup.id,
    'pm_…': method.id,
    'key_…': rotated.id,
    'sk_test_…': 'sk_test_1234567890abcdef',
    'pk_test_…': 'pk_test_1234567890abcdef',
    'order-1042': `order-${crypto.randomUUID()}`,
  };
  const fill = (text: string) =>
    text.replace(
      /<[^>]+>|\$\w+|\bSECRET\b|\b[a-z_]+_…|\border-1042\b/g,
      (placeholder) => known[placeholder] ?? placeholder,
    );
  return (request: DocumentedRequest): Promise<Response> =>
    world.fetch(fill(request.path), {
      method: request.method,
      headers: Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, fill(value)])),
      ...(request.body === undefined ? {} : { body: fill(request.body) }),
    });
}

it('every request that README and docs show is taken by the Worker, and answered as they say', async () => {
  const send = await arrange();
  // What takes something away comes last.
  for (const request of requests.toSorted((a, b) => Number(a.method === 'DELETE') - Number(b.method === 'DELETE'))) {
    const response = await send(request);
    const text = await response.text();
    expect([request.place, response.status < 300 ? '' : text]).toEqual([request.place, '']);
    if (request.answer !== undefined) {
      expect([request.place, shows(request.answer, JSON.parse(text)) ? '' : text]).toEqual([request.place, '']);
    }
  }
});

it('docs/worker-api.md shows a request of every route but the one that only Stripe can sign', () => {
  const shown = requests.filter(({ place }) => place.startsWith('../docs/worker-api.md')).length;
  expect(shown).toBe(Object.values(operations).filter(({ caller }) => caller !== 'stripe').length);
});

it('an answer of the Worker that a page shows otherwise is found', () => {
  expect(shows({ id: 'pi_…', status: 'succeeded' }, { id: 'pi_1', status: 'succeeded', amount: 1 })).toBe(true);
  expect(shows({ id: 'pi_…' }, { id: 'ch_1' })).toBe(false);
  expect(shows({ status: 'succeeded' }, {})).toBe(false);
});
