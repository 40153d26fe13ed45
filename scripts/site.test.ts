import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, it } from 'vitest';

const script = fileURLToPath(new URL('site.ts', import.meta.url));
const OPERATOR_KEY = 'operator-key-of-the-tests-0123456789abcdef';

interface Asked {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly authorization: string | undefined;
  readonly body: unknown;
}

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A Worker that writes down what it is asked and answers as told. */
async function worker(status: number, answer: unknown): Promise<{ url: string; asked: Asked[] }> {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    asked.push({
      method: request.method,
      url: request.url,
      authorization: request.headers.authorization,
      body: text === '' ? undefined : JSON.parse(text),
    });
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => server.close());
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { url: `http://127.0.0.1:${address.port}`, asked };
}

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the command in a folder without `.dev.vars`. */
function site(url: string, args: string[], env: Record<string, string> = {}): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd: fileURLToPath(new URL('.', import.meta.url)),
      env: { PATH: process.env.PATH, INLAY_WORKER: url, INLAY_OPERATOR_KEY: OPERATOR_KEY, ...env },
    });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    child.on('close', (code) => resolve({ code, out, err }));
  });
}

const keys = { STRIPE_SECRET_KEY: 'sk_test_1234567890', STRIPE_PUBLISHABLE_KEY: 'pk_test_1234567890' };

it('creates a site with Stripe keys from the environment, and prints the key that is shown once', async () => {
  const { url, asked } = await worker(201, {
    object: 'site',
    id: 'site_x',
    key: { id: 'key_1', secret: 'shown-once' },
  });
  const options = ['--mode', 'test', '--business-name', 'Rides', '--country', 'US', '--currency', 'usd'];
  const origins = ['--origin', 'https://a.example', '--origin', 'https://b.example'];
  const ended = await site(url, ['create', ...options, ...origins], keys);
  expect(ended).toMatchObject({ code: 0, out: expect.stringContaining('shown-once'), err: '' });
  expect(asked).toEqual([
    {
      method: 'POST',
      url: '/v1/sites',
      authorization: `Bearer ${OPERATOR_KEY}`,
      body: {
        mode: 'test',
        business_name: 'Rides',
        country: 'US',
        currency: 'usd',
        origins: ['https://a.example', 'https://b.example'],
        stripe: { secret_key: 'sk_test_1234567890', publishable_key: 'pk_test_1234567890' },
      },
    },
  ]);
});

for (const [args, method, path, body] of [
  [['list'], 'GET', '/v1/sites?limit=100', undefined],
  [['show', 'site_x'], 'GET', '/v1/sites/site_x', undefined],
  [
    ['change', 'site_x', '--terms-url', 'https://a.example/t'],
    'PATCH',
    '/v1/sites/site_x',
    { terms_url: 'https://a.example/t' },
  ],
  [['rotate', 'site_x', '--overlap', '60'], 'POST', '/v1/sites/site_x/keys', { expire_others_in: 60 }],
  [['revoke', 'site_x', 'key_1'], 'DELETE', '/v1/sites/site_x/keys/key_1', undefined],
] as const) {
  it(`${args.join(' ')} asks the Worker ${method} ${path}`, async () => {
    const { url, asked } = await worker(200, {});
    expect(await site(url, [...args])).toMatchObject({ code: 0, err: '' });
    expect(asked).toMatchObject([{ method, url: path, body }]);
  });
}

it("says what the Worker refused, which setting it means and the request's id", async () => {
  const error = { message: 'The Stripe key is of the other mode.', param: 'stripe.secret_key', request_id: 'req_7' };
  const { url } = await worker(400, { error: { type: 'invalid_request_error', code: 'key_mode_mismatch', ...error } });
  const ended = await site(url, ['create', '--mode', 'live'], keys);
  expect(ended.code).toBe(1);
  expect(ended.err).toContain('The Stripe key is of the other mode. (stripe.secret_key)');
  expect(ended.err).toContain('req_7');
});

it('names what is missing before it asks anything', async () => {
  const { url, asked } = await worker(200, {});
  expect((await site(url, ['create'])).err).toContain('STRIPE_SECRET_KEY');
  expect((await site(url, ['list'], { INLAY_OPERATOR_KEY: '' })).err).toMatch(
    /INLAY_OPERATOR_KEY.*`npm start` takes it from \.dev\.vars/,
  );
  expect((await site(url, ['show'])).err).toContain('name the site');
  expect((await site(url, ['destroy', 'site_x'])).err).toContain('no such command');
  expect(asked).toEqual([]);
});

it('says which Worker did not answer', async () => {
  const ended = await site('http://127.0.0.1:1', ['list']);
  expect(ended).toMatchObject({ code: 1, err: expect.stringContaining('http://127.0.0.1:1 did not answer') });
});

it('changes what merchants sell and which components may be opened', async () => {
  const { url, asked } = await worker(200, { object: 'site', id: 'site_x' });
  const checkout = { fee: { basis_points: 500 }, prices: [{ id: 'pass', name: 'Day pass', unit_amount: 1200 }] };
  const embedded = { components: ['payouts'] };
  const options = ['--checkout', JSON.stringify(checkout), '--embedded', JSON.stringify(embedded)];
  expect((await site(url, ['change', 'site_x', ...options])).code).toBe(0);
  expect(asked).toMatchObject([{ method: 'PATCH', url: '/v1/sites/site_x', body: { checkout, embedded } }]);
  expect((await site(url, ['change', 'site_x', '--embedded', 'payouts'])).err).toBe('--embedded is not JSON.\n');
});

it('changes what linking a bank account asks for, and says so when that is no JSON', async () => {
  const { url, asked } = await worker(200, { object: 'site', id: 'site_x' });
  const bank = { permissions: ['balances', 'transactions'] };
  const ended = await site(url, ['change', 'site_x', '--bank', JSON.stringify(bank)]);
  expect(ended.code).toBe(0);
  expect(asked).toMatchObject([{ method: 'PATCH', url: '/v1/sites/site_x', body: { bank } }]);
  const refused = await site(url, ['change', 'site_x', '--bank', '{balances}']);
  expect(refused).toMatchObject({ code: 1, err: '--bank is not JSON.\n' });
  expect(asked).toHaveLength(1);
});
