import { expect, test } from 'vitest';
import { embedded } from '../../testing/embedded.ts';
import type { PanelAnswer } from '../routes.ts';
import { type Client, createClient, type Session, typeOf } from './client.ts';
import { type Ending, watchWindow } from './window.ts';

const COMPONENTS = { payments: { enabled: true }, payouts: { enabled: true } };

/** A page of the merchant's, with the stand-in behind it. */
async function page(more: Partial<Session> = {}) {
  const all = await embedded();
  let fetched = 0;
  const client = createClient({
    origin: `http://127.0.0.1:${all.port}`,
    key: 'pk_test_demo',
    fetchClientSecret: () => {
      fetched += 1;
      return all.session(COMPONENTS);
    },
    eager: null,
    ...more,
  });
  return { ...all, client, fetched: () => fetched, expire: () => all.control('account_sessions/expire') };
}

const payments = (client: Client) => client.ask<PanelAnswer>('panels/payments');
const OK = { ok: { shown: { payments: [] } } };

test('one secret does for all components of a page', async () => {
  const { client, fetched } = await page();
  expect(await Promise.all([payments(client), payments(client)])).toMatchObject([OK, OK]);
  expect(await payments(client)).toMatchObject(OK);
  expect(fetched()).toBe(1);
});

test('a secret that was asked for early is used first', async () => {
  const { session, port } = await embedded();
  const eager = session(COMPONENTS);
  const fetchClientSecret = () => {
    throw new Error('Nobody has to ask again.');
  };
  const client = createClient({ origin: `http://127.0.0.1:${port}`, key: 'pk_test_demo', fetchClientSecret, eager });
  expect(await payments(client)).toMatchObject(OK);
});

test('an expired session is replaced once, however many notice', async () => {
  const { client, fetched, expire } = await page();
  await payments(client);
  await expire();
  expect(await Promise.all([payments(client), payments(client), payments(client)])).toMatchObject([OK, OK, OK]);
  expect(fetched()).toBe(2);
});

test('a site that keeps giving an expired secret is not asked for ever', async () => {
  const all = await embedded();
  const secret = await all.session(COMPONENTS);
  await all.control('account_sessions/expire');
  let fetched = 0;
  const fetchClientSecret = () => {
    fetched += 1;
    return secret;
  };
  const origin = `http://127.0.0.1:${all.port}`;
  const client = createClient({ origin, key: 'pk_test_demo', fetchClientSecret, eager: null });
  expect(await payments(client)).toMatchObject({ error: { type: 'authentication_error' } });
  expect(fetched).toBe(2);
});

test.each([
  ['rejects', () => Promise.reject(new Error('offline'))],
  [
    'throws',
    () => {
      throw new Error('not ready');
    },
  ],
  ['gives nothing', async () => undefined],
])('a site whose fetchClientSecret %s is told so, and asked again the next time', async (_, fails) => {
  const all = await embedded();
  let fetched = 0;
  const fetchClientSecret = () => {
    fetched += 1;
    return fetched === 1 ? fails() : all.session(COMPONENTS);
  };
  const origin = `http://127.0.0.1:${all.port}`;
  const client = createClient({ origin, key: 'pk_test_demo', fetchClientSecret, eager: null });
  expect(await payments(client)).toMatchObject({ error: { type: 'account_session_create_error' } });
  expect(await payments(client)).toMatchObject(OK);
});

test('what is refused carries the type that Stripe gives it', async () => {
  const { client } = await page();
  expect(await client.ask('panels/documents')).toMatchObject({ error: { type: 'invalid_request_error' } });
  const stranger = await page({ key: 'pk_test_other' });
  expect(await payments(stranger.client)).toMatchObject({ error: { type: 'authentication_error' } });
  const alone = await page({ origin: 'http://127.0.0.1:1' });
  expect(await payments(alone.client)).toMatchObject({ error: { type: 'api_connection_error' } });
  const broken = await page();
  await broken.control('faults', { match: 'POST /connect/panels', do: '500' });
  expect(await payments(broken.client)).toMatchObject({ error: { type: 'api_error' } });
  expect([typeOf(400), typeOf(401), typeOf(429), typeOf(503)]).toEqual([
    'invalid_request_error',
    'authentication_error',
    'rate_limit_error',
    'api_error',
  ]);
});

test('after logging out nothing is asked any more, and the session is over', async () => {
  const { session, ask, port } = await embedded();
  const secret = await session(COMPONENTS);
  const origin = `http://127.0.0.1:${port}`;
  const client = createClient({ origin, key: 'pk_test_demo', fetchClientSecret: () => secret, eager: null });
  expect(await payments(client)).toMatchObject(OK);
  await client.end({});
  expect(client.isEnded()).toBe(true);
  expect(await payments(client)).toMatchObject({ error: { type: 'authentication_error' } });
  expect((await ask('panels/payments', secret)).status).toBe(401);
});

test('a window is followed to its end', async () => {
  const { client, letIn } = await page();
  const steps: string[] = [];
  const follow = async (until: 'authenticated' | 'ended', acts: ((id: string) => unknown)[]): Promise<Ending> => {
    const answer = await payments(client);
    if ('error' in answer) throw new Error(answer.error.message);
    const id = answer.ok.window;
    let closed = false;
    return watchWindow(client, {
      id,
      until,
      isClosed: () => closed,
      isOver: () => false,
      step: (step) => steps.push(step),
      // What the person does between two looks; then they close the window.
      pause: async () => {
        const act = acts.shift();
        if (act) await act(id);
        else closed = true;
      },
    });
  };
  expect(await follow('authenticated', [letIn])).toBe('authenticated');
  expect(await follow('authenticated', [(id) => letIn(id, 'cancel')])).toBe('left');
  expect(await follow('authenticated', [])).toBe('left');
  expect(steps).toEqual([]);
  expect(await follow('ended', [letIn])).toBe('ended');
  expect(steps).toEqual(['review']);
});
