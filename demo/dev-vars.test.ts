import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readDevVars } from './dev-vars.ts';

const keys = 'STRIPE_SECRET_KEY=sk_test_51abc\nSTRIPE_PUBLISHABLE_KEY=pk_test_51abc\n';

test.each([undefined, '', '# nothing\n', 'STRIPE_SECRET_KEY=\n'])('without keys the stand-in is used (%j)', (text) => {
  expect(readDevVars(text).stripe).toEqual({ kind: 'stand-in' });
});

test("with both test keys Stripe's test mode is used", () => {
  expect(readDevVars(keys).stripe).toEqual({
    kind: 'test mode',
    secretKey: 'sk_test_51abc',
    publishableKey: 'pk_test_51abc',
    webhookSecrets: '',
    apiOrigin: 'https://api.stripe.com',
  });
});

test('a restricted test key will do', () => {
  expect(readDevVars(keys.replace('sk_', 'rk_')).stripe.kind).toBe('test mode');
});

test('quotes, the webhook secret and another API are read', () => {
  const more = 'STRIPE_WEBHOOK_SECRETS="whsec_1 whsec_2"\nSTRIPE_API_ORIGIN=http://localhost:12111\n';
  expect(readDevVars(keys + more).stripe).toMatchObject({
    webhookSecrets: 'whsec_1 whsec_2',
    apiOrigin: 'http://localhost:12111',
  });
});

test.each([
  ['sk_live_51abc', 'pk_test_51abc', 'STRIPE_SECRET_KEY'],
  ['rk_live_51abc', 'pk_test_51abc', 'STRIPE_SECRET_KEY'],
  ['sk_test_51abc', 'pk_live_51abc', 'STRIPE_PUBLISHABLE_KEY'],
])('a live key is refused by name and not shown (%s, %s)', (secret, publishable, name) => {
  const read = () => readDevVars(`STRIPE_SECRET_KEY=${secret}\nSTRIPE_PUBLISHABLE_KEY=${publishable}`);
  expect(read).toThrow(new RegExp(`^${name} in .dev.vars is a live key`));
  expect(read).not.toThrow(/51abc/);
});

test('one key without the other is asked for', () => {
  expect(() => readDevVars('STRIPE_SECRET_KEY=sk_test_51abc')).toThrow(/no STRIPE_PUBLISHABLE_KEY/);
});

test('a publishable key where the secret one belongs is refused', () => {
  expect(() => readDevVars('STRIPE_SECRET_KEY=pk_test_1\nSTRIPE_PUBLISHABLE_KEY=pk_test_1')).toThrow(/sk_test_/);
});

test("the example's own values are refused: they reach no one's Stripe account", () => {
  const example = readFileSync(new URL('../.dev.vars.example', import.meta.url), 'utf8');
  expect(() => readDevVars(example)).toThrow(/still the example's/);
});
