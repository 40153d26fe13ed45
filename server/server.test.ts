import { decodeProtectedHeader, jwtVerify } from 'jose';
import { describe, expect, test } from 'vitest';
import { mintToken, TokenError, verifyToken } from './index.ts';

const key = { id: 'key_1', secret: 'a-secret-that-nobody-may-ever-read' };
const worker = 'https://pay.example.com';
const asked = { site: 'site_1', worker, key, sub: 'ada', scope: ['onboard', 'bank'] } as const;
const accepted = { site: 'site_1', worker, keys: [key] };

test('a token is as any JWT library reads it, and says what was asked and no more', async () => {
  const token = await mintToken({ ...asked, email: undefined, account: { country: 'US' } });
  expect(decodeProtectedHeader(token)).toEqual({ alg: 'HS256', typ: 'inlay+jwt', kid: 'key_1' });
  const { payload } = await jwtVerify(token, new TextEncoder().encode(key.secret));
  expect(payload).toEqual({
    iss: 'site_1',
    aud: worker,
    sub: 'ada',
    scope: ['onboard', 'bank'],
    account: { country: 'US' },
    iat: expect.any(Number),
    exp: (payload.iat ?? 0) + 300,
    jti: expect.any(String),
  });
  expect(await verifyToken(token, accepted)).toEqual(payload);
});

describe('what cannot be is refused with a sentence that names it, and without the secret', () => {
  const long = { business_profile: { name: 'x'.repeat(4_500) } };
  test.each<[what: string, options: object]>([
    ['sub must', { sub: '' }],
    ['sub must', { sub: 'x'.repeat(129) }],
    ['sub must', { sub: 7 }],
    ['sub must', { sub: 'ada\0' }],
    ['scope must', { scope: [] }],
    ['scope must', { scope: 'onboard' }],
    ['scope.1 must', { scope: ['onboard', 'admin'] }],
    ['expiresIn must', { expiresIn: 0 }],
    ['expiresIn must', { expiresIn: 601 }],
    ['expiresIn must', { expiresIn: 1.5 }],
    ['worker must', { worker: `${worker}/` }],
    ['worker must', { worker: `${worker}/v1` }],
    ['worker must', { worker: 'pay.example.com' }],
    ['site must', { site: undefined }],
    ['key.secret must', { key: { id: 'key_1', secret: '' } }],
    ['key must', { key: key.secret }],
    ['role is not known', { role: 'admin' }],
    ['account.individual.shoe_size is not known', { account: { individual: { shoe_size: 44 } } }],
    ['say less in account', { account: long }],
  ])('%s', async (sentence, options) => {
    const refused = mintToken({ ...asked, ...options });
    await expect(refused).rejects.toThrow(TypeError);
    await expect(refused).rejects.toThrow(sentence);
    await expect(refused).rejects.not.toThrow(key.secret);
  });
});

test('where there are no options it is said which there must be', async () => {
  await expect(Reflect.apply(mintToken, null, [])).rejects.toThrow('missing: { site, worker, key, sub, scope }');
  await expect(Reflect.apply(verifyToken, null, ['a.b.c'])).rejects.toThrow('missing: { site, worker, keys }');
});

describe('a token is not believed', () => {
  const now = () => Math.floor(Date.now() / 1000);
  test.each<[why: string, code: TokenError['code'], claim: string | null, options: object]>([
    ['by another site', 'token_invalid', 'iss', { site: 'site_2' }],
    ['for another Worker', 'token_invalid', 'aud', { worker: 'https://pay.example.org' }],
    ['with another secret', 'token_invalid', null, { keys: [{ ...key, secret: 'another' }] }],
    ['with a key that is not there', 'token_invalid', null, { keys: [{ ...key, id: 'key_2' }] }],
    ['before its time', 'token_invalid', 'iat', { now: now() - 60 }],
    ['after its time', 'token_expired', 'exp', { now: now() + 360 }],
  ])('%s', async (_, code, claim, options) => {
    const refused = await verifyToken(await mintToken(asked), { ...accepted, ...options }).catch((error) => error);
    expect(refused).toBeInstanceOf(TokenError);
    expect(refused).toMatchObject({ name: 'TokenError', code, claim });
    expect(String(refused)).not.toContain(key.secret);
  });
});
