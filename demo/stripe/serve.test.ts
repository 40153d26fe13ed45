import { createServer } from 'node:net';
import { createContext, runInContext } from 'node:vm';
import { expect, onTestFinished, test } from 'vitest';
import { serveStripe } from './serve.ts';
import { stand } from './testing/stand.ts';

test('it answers at localhost and at 127.0.0.1', async () => {
  const { port, origin } = await stand();
  expect(origin).toBe(`http://localhost:${port}`);
  for (const host of ['localhost', '127.0.0.1']) expect((await fetch(`http://${host}:${port}/`)).status).toBe(200);
});

test('a port that is taken is named', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void other.close());
  const address = other.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  await expect(serveStripe({ port })).rejects.toThrow(`Port ${port} on 127.0.0.1 is already taken`);
});

test('what is not there is not served', async () => {
  const { raw } = await stand();
  expect((await raw('/js/other.js')).status).toBe(404);
  expect((await raw('/nowhere')).status).toBe(404);
});

test('the script of Connect’s components is a classic one that any page may load', async () => {
  const { raw } = await stand();
  const response = await raw('/js/connect.js');
  expect(response.headers.get('content-type')).toContain('text/javascript');
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
  const script = await response.text();
  expect(script).not.toMatch(/^import /m);
  expect(script).toContain('stripe-connect-');
});

async function browser(): Promise<(code: string) => unknown> {
  const { raw } = await stand();
  const response = await raw('/js/stripe.js');
  expect(response.headers.get('content-type')).toContain('text/javascript');
  const window: Record<string, unknown> = {};
  const context = createContext({ window });
  runInContext(await response.text(), context);
  return (code) => runInContext(code, context);
}

test('stripe.js defines Stripe, called with or without new', async () => {
  const run = await browser();
  expect(run('window.Stripe.version')).toBe('endive');
  expect(run("window.Stripe('pk_test_demo')._apiKey")).toBe('pk_test_demo');
  expect(run("new window.Stripe('pk_live_demo', { locale: 'de' })._apiKey")).toBe('pk_live_demo');
  expect(
    run("window.Stripe('pk_test_demo')._registerWrapper({ name: 'stripe-js', version: '10.2.1', startTime: 1 })"),
  ).toBe(undefined);
});

test.each(['collectFinancialConnectionsAccounts', 'collectBankAccountToken'])(
  '%s without a client secret is an IntegrationError',
  async (method) => {
    const run = await browser();
    for (const given of ['', '{}', '{ clientSecret: 42 }', "{ clientSecret: '' }", 'null']) {
      const call = `window.Stripe('pk_test_demo').${method}(${given})`;
      expect(run(`try { ${call}; } catch (error) { error.name }`)).toBe('IntegrationError');
    }
  },
);

test.each(['undefined', '42', "''", "'sk_test_demo'", "'nonsense'", "'pk_test_demo', 'de'"])(
  'Stripe(%s) is an IntegrationError',
  async (given) => {
    const run = await browser();
    expect(run(`try { window.Stripe(${given}); } catch (error) { error.name }`)).toBe('IntegrationError');
  },
);
