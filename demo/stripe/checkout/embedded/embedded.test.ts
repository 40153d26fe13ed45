import { expect, test } from 'vitest';
import { frameMessage } from './message.ts';
import { embeddedOptions, sessionOf } from './options.ts';

const secret = 'cs_test_a1B2_secret_C3';

test('the secret is given, or fetched', async () => {
  const given = embeddedOptions({ clientSecret: secret });
  const fetched = embeddedOptions({ fetchClientSecret: async () => secret, onComplete: () => {} });
  expect('secret' in given && given.secret()).toBe(secret);
  expect('secret' in fetched && (await fetched.secret())).toBe(secret);
  expect('secret' in given && given.onComplete).toBeNull();
});

test.each([
  [undefined, 'options should be an object'],
  [{}, 'you must specify one of'],
  [{ clientSecret: 7 }, 'you must specify one of'],
  [{ clientSecret: secret, fetchClientSecret: () => secret }, 'only specify one of'],
  [{ fetchClientSecret: secret }, 'fetchClientSecret should be a function'],
  [{ clientSecret: secret, onComplete: 'thanks' }, 'onComplete should be a function'],
])('%o is a mistake of the page', (options, wrong) => {
  expect(embeddedOptions(options)).toEqual({ wrong: expect.stringContaining(wrong) });
});

test('the id of a session is the first part of its secret', () => {
  expect(sessionOf(secret)).toEqual({ id: 'cs_test_a1B2', secret });
  for (const other of [undefined, null, 7, 'cs_test_a1', 'pi_1_secret_2', `${secret}/../x`]) {
    expect(sessionOf(other)).toBeNull();
  }
});

test.each([
  [
    { type: 'checkout.size', height: 640 },
    { type: 'size', height: 640 },
  ],
  [
    { type: 'checkout.complete', redirect: null },
    { type: 'complete', redirect: null },
  ],
  [
    { type: 'checkout.complete', redirect: 'https://a.test/?s=1' },
    { type: 'complete', redirect: 'https://a.test/?s=1' },
  ],
  [
    { type: 'checkout.leave', url: 'http://localhost/cashapp' },
    { type: 'leave', url: 'http://localhost/cashapp' },
  ],
])('%o is understood', (data, message) => {
  expect(frameMessage(data)).toEqual(message);
});

test.each([
  null,
  'checkout.complete',
  { type: 'checkout.complete' },
  { type: 'checkout.complete', redirect: 'javascript:alert(1)' },
  { type: 'checkout.leave', url: 'data:text/html,x' },
  { type: 'checkout.size', height: Number.NaN },
  { type: 'checkout.size', height: 1e9 },
  { type: 'something.else' },
])('%o is not heard', (data) => {
  expect(frameMessage(data)).toBeNull();
});
