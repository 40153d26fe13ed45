/** Tokens that a host's backend mints with `inlay/server`, which runs here as on any Worker, before the Worker itself. */
import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type MintTokenOptions, mintToken, TokenError, verifyToken } from '../../server/index.ts';
import type { AccountSession, BankSessionTerms, ErrorBody, SetupTerms } from '../contract.ts';
import { callsOf } from '../testing/merchant.ts';
import { createWorld, PAGE, WORKER, type World } from '../testing/world.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld({
    terms_url: 'https://shop.example/terms',
    bank: { permissions: ['balances', 'transactions'] },
  });
  vi.setSystemTime(world.now());
});

const mint = (options: Partial<MintTokenOptions>) =>
  mintToken({ site: world.site.id, worker: WORKER, key: world.site.key, sub: 'ada', scope: ['onboard'], ...options });

describe('a token of inlay/server is accepted by the Worker', () => {
  for (const [scope, route] of [
    ['onboard', '/account'],
    ['bank', '/financial_connections/accounts'],
    ['save', '/payment_methods'],
  ] as const) {
    it(`for the scope ${scope}, and for no other`, async () => {
      expect((await world.ask(route, { token: await mint({ scope: [scope] }) })).status).toBe(200);
      const other = await world.ask(route, { token: await mint({ scope: ['checkout'] }) });
      const { error }: ErrorBody = await other.json();
      expect(error.code).toBe('scope_missing');
    });
  }

  it('with what is known of a merchant already', async () => {
    const account = { country: 'US', individual: { first_name: 'Ada' } };
    const token = await mint({ email: 'ada@example.test', name: 'Ada Lovelace', account });
    const response = await world.ask('/account_links', { token, body: { return_url: PAGE } });
    expect(response.status).toBe(200);
    expect(callsOf(world, 'POST /v1/accounts')[0]?.body).toMatchObject(account);
  });

  it('with less than the site asks of a bank account, and of a saved method', async () => {
    const token = await mint({
      scope: ['bank', 'save'],
      bank: { permissions: ['balances'], limits: { accounts: 1 } },
      save: { usage: 'on_session' },
    });
    const bank: BankSessionTerms = await (await world.ask('/financial_connections/sessions', { token })).json();
    expect(bank.permissions).toEqual(['balances']);
    const save: SetupTerms = await (await world.ask('/setup_intents', { token })).json();
    expect(save.usage).toBe('on_session');
  });

  it('with fewer embedded components than the site has', async () => {
    await world.ask('/account_links', { token: await mint({}), body: { return_url: PAGE } });
    const token = await mint({ scope: ['embedded'], embedded: { components: ['payouts'] } });
    const ask = (component: string) => world.ask('/account_sessions', { token, body: { components: [component] } });
    const session: AccountSession = await (await ask('payouts')).json();
    expect(session.components).toEqual(['payouts']);
    const { error }: ErrorBody = await (await ask('payments')).json();
    expect(error.code).toBe('component_not_allowed');
  });

  it('for as long as was asked', async () => {
    const token = await mint({ expiresIn: 60 });
    world.advance(59);
    expect((await world.ask('/account', { token })).status).toBe(200);
    world.advance(7);
    const { error }: ErrorBody = await (await world.ask('/account', { token })).json();
    expect(error.code).toBe('token_expired');
  });
});

it('verifies here what the Worker mints, and refuses it with one character changed', async () => {
  const { id, key } = world.site;
  const options = { site: id, worker: WORKER, keys: [key], now: Math.floor(world.now() / 1000) };
  const response = await world.fetch(`/v1/sites/${id}/tokens`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${key.secret}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ sub: 'ada', scope: ['bank'] }),
  });
  const { token }: { token: string } = await response.json();
  expect(await verifyToken(token, options)).toMatchObject({ sub: 'ada', scope: ['bank'] });
  const characters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=';
  await fc.assert(
    fc.asyncProperty(fc.nat(token.length - 1), fc.constantFrom(...characters), async (at, character) => {
      fc.pre(token[at] !== character);
      const altered = token.slice(0, at) + character + token.slice(at + 1);
      await expect(verifyToken(altered, options)).rejects.toBeInstanceOf(TokenError);
    }),
    {
      examples: [
        [token.length - 1, 'A'],
        [token.length - 1, '='],
      ],
    },
  );
});
