import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, it } from 'vitest';
import type { BankSession, BankSessionTerms, LinkedBankSession } from '../contract.ts';
import { answer, bankUser, everything, first } from '../testing/bank.ts';
import { expectRefused } from '../testing/refused.ts';
import { createWorld, PAGE, type World } from '../testing/world.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld({ bank: { ...everything, prefetch: ['balances'] } });
});

const lastSession = () =>
  world.stripe
    .requests()
    .find(({ method, path }) => method === 'POST' && path === '/v1/financial_connections/sessions');
const customersMade = () => world.stripeCalls().filter((call) => call === 'POST /v1/customers').length;

describe('a session', () => {
  it('is for a customer of the user, asks for what the site settled, and answers what a sheet or Stripe.js needs', async () => {
    const user = bankUser(world, 'user_1', { email: 'ada@drivers.example', name: 'Ada' });
    const response = await user.ask('/sessions', { body: {} });
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    const session: BankSession = await answer(response);
    expect(session).toEqual({
      object: 'financial_connections.session',
      id: expect.stringMatching(/^fcsess_/),
      client_secret: expect.any(String),
      publishable_key: 'pk_test_1234567890abcdef',
      permissions: everything.permissions,
    });
    expect(lastSession()?.body).toMatchObject({
      account_holder: { type: 'customer', customer: expect.stringMatching(/^cus_/) },
      permissions: everything.permissions,
      prefetch: ['balances'],
      manual_entry: { mode: 'automatic' },
    });
    const customer = world.stripe.requests().find(({ path }) => path === '/v1/customers');
    expect(customer?.body).toMatchObject({
      email: 'ada@drivers.example',
      name: 'Ada',
      metadata: { inlay_site: world.site.id, inlay_user: 'user_1' },
    });
  });

  it('57: of fifty at once makes one customer', async () => {
    const user = bankUser(world);
    const answers = await Promise.all(Array.from({ length: 50 }, () => user.ask('/sessions', { body: {} })));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 50 }, () => 200));
    expect(customersMade()).toBe(1);
  });

  it('61: makes one customer where Stripe answered too late', async () => {
    await world.control('faults', { match: 'POST /v1/customers', times: 1, do: 'timeout_after_commit' });
    expect((await bankUser(world).ask('/sessions', { body: {} })).status).toBe(200);
    const customers = await world.stripe.fetch(
      new Request('http://localhost:12111/v1/customers', {
        headers: { Authorization: 'Bearer sk_test_1234567890abcdef' },
      }),
    );
    expect(await customers.json()).toMatchObject({ data: [{ object: 'customer' }], has_more: false });
  });

  it('makes a new customer where somebody deleted the first one at Stripe', async () => {
    const user = bankUser(world);
    await user.session();
    const before = lastSession()?.body;
    const { account_holder } = JSON.parse(JSON.stringify(before));
    await world.stripe.fetch(
      new Request(`http://localhost:12111/v1/customers/${account_holder.customer}`, {
        method: 'DELETE',
        headers: { Authorization: 'Bearer sk_test_1234567890abcdef' },
      }),
    );
    await user.session();
    expect(customersMade()).toBe(2);
    expect(await user.link()).toHaveLength(1);
    expect(await user.list(0)).toHaveLength(1);
  });

  it('asks for less when the token says so, and for still less when the page does', async () => {
    const user = bankUser(world, 'user_1', {
      bank: { permissions: ['balances', 'transactions'], filters: { country: 'US' }, limits: { accounts: 3 } },
    });
    const { permissions } = await user.session({
      permissions: ['balances'],
      filters: { account_subcategories: ['checking'] },
      limits: { accounts: 1 },
    });
    expect(permissions).toEqual(['balances']);
    expect(lastSession()?.body).toMatchObject({
      permissions: ['balances'],
      filters: { country: 'US', account_subcategories: ['checking'] },
      limits: { accounts: '1' },
    });
  });

  const allowed = { permissions: ['balances'], filters: { country: 'US' }, limits: { accounts: 2 } };
  it.each([
    { what: 'a permission the token has not', body: { permissions: ['balances', 'ownership'] }, param: 'permissions' },
    { what: 'prefetch outside the permissions', body: { prefetch: ['transactions'] }, param: 'prefetch' },
    { what: 'another country', body: { filters: { country: 'GB' } }, param: 'filters.country' },
    { what: 'more accounts', body: { limits: { accounts: 3 } }, param: 'limits.accounts' },
    { what: 'no permission at all', body: { permissions: [] }, param: 'permissions' },
  ])('refuses a page that asks for $what', async ({ body, param }) => {
    const user = bankUser(world, 'user_1', { bank: allowed });
    const error = await expectRefused(world, () => user.ask('/sessions', { body }), 400, 'parameter_invalid');
    expect(error.param).toBe(param);
  });

  it('refuses a token that would widen what the site settled, naming the claim', async () => {
    world = await createWorld();
    const user = bankUser(world, 'user_1', { bank: { permissions: ['balances', 'transactions'] } });
    const error = await expectRefused(world, () => user.ask('/sessions', { body: {} }), 400, 'parameter_invalid');
    expect(error.param).toBe('bank.permissions');
    expect(error.message).toContain('transactions');
  });

  it('refuses a token without the scope, and a customer or an account in the body', async () => {
    const token = await world.token({ scope: ['onboard'] });
    await expectRefused(
      world,
      () => world.ask('/financial_connections/sessions', { body: {}, token }),
      403,
      'scope_missing',
    );
    const user = bankUser(world);
    await expectRefused(
      world,
      () => user.ask('/sessions', { body: { account_holder: { customer: 'cus_1' } } }),
      400,
      'parameter_unknown',
    );
  });

  it('says beforehand what it would ask for, without making anything', async () => {
    const user = bankUser(world, 'user_1', { bank: { permissions: ['transactions', 'balances'] } });
    const rows = await world.rows();
    const terms: BankSessionTerms = await answer(await user.ask('/sessions'));
    expect(terms).toEqual({
      object: 'financial_connections.session_terms',
      permissions: ['transactions', 'balances'],
      prefetch: ['balances'],
      business_name: 'Rocket Rides',
    });
    expect(await world.rows()).toEqual(rows);
    expect(world.stripeCalls()).toEqual([]);
  });
});

describe('coming back to an app', () => {
  const returnPage = () => `/v1/sites/${world.site.id}/financial_connections/return`;

  it("takes a page of the site's, or the return page of a site that has an app, and nothing else", async () => {
    world = await createWorld({ bank: { app_return_url: 'ridesapp://bank?from=inlay' } });
    const user = bankUser(world);
    await user.session({ return_url: `${PAGE}/done` });
    expect(lastSession()?.body).toMatchObject({ return_url: `${PAGE}/done` });
    await user.session({ return_url: `https://pay.test${returnPage()}` });
    expect(lastSession()?.body).toMatchObject({ return_url: `https://pay.test${returnPage()}` });
    for (const return_url of [
      'https://evil.test/',
      'javascript:alert(1)',
      'ridesapp://bank',
      `https://pay.test${returnPage()}?x=1`,
    ]) {
      await expectRefused(world, () => user.ask('/sessions', { body: { return_url } }), 400, 'url_not_allowed');
    }
  });

  it('leads on to the app with whatever was appended, and runs no script', async () => {
    world = await createWorld({ bank: { app_return_url: 'ridesapp://bank?from=inlay' } });
    const page = await world.fetch(`${returnPage()}?status=ok&x=%22%3E%3Cscript%3E`);
    expect(page.status).toBe(200);
    expect(page.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
    const text = await page.text();
    expect(text).toContain('content="0;url=ridesapp://bank?from=inlay&amp;status=ok&amp;x=%22%3E%3Cscript%3E"');
    expect(text).not.toContain('<script');
  });

  it('does not exist for a site without an app', async () => {
    expect((await world.fetch(returnPage())).status).toBe(404);
  });

  it.each(['https://evil.test/', 'javascript:alert(1)', 'data:text/html,x', 'nonsense'])(
    'cannot be settled as %s',
    async (app_return_url) => {
      const response = await world.operator(`/v1/sites/${world.site.id}`, {
        method: 'PATCH',
        body: { bank: { app_return_url } },
      });
      expect(response.status).toBe(400);
    },
  );
});

describe('what a session has linked', () => {
  it('is read from Stripe, kept, and listed', async () => {
    const user = bankUser(world);
    const accounts = await user.link({ accounts: ['Success', 'Everyday Card'] });
    expect(accounts.map(({ display_name, last4, subcategory }) => [display_name, last4, subcategory])).toEqual(
      expect.arrayContaining([
        ['Success', '6789', 'checking'],
        ['Everyday Card', '0042', 'credit_card'],
      ]),
    );
    const listed = await user.list();
    expect(listed.map(({ id }) => id).toSorted()).toEqual(accounts.map(({ id }) => id).toSorted());
    expect(JSON.stringify(listed)).not.toContain('cus_');
  });

  it('is nothing when the dialog was closed early', async () => {
    const user = bankUser(world);
    const { id } = await user.session();
    const synced: LinkedBankSession = await answer(await user.ask(`/sessions/${id}/sync`, { body: {} }));
    expect(synced.accounts).toEqual([]);
  });

  it("is 404 for another user, for a user who never linked anything, and for what is no session's id", async () => {
    const { id } = await bankUser(world).session();
    await bankUser(world, 'user_2').session();
    for (const sub of ['user_2', 'user_3']) {
      const response = await bankUser(world, sub).ask(`/sessions/${id}/sync`, { body: {} });
      expect([response.status, await response.json()]).toMatchObject([404, { error: { code: 'resource_missing' } }]);
    }
    await expectRefused(
      world,
      () => bankUser(world).ask('/sessions/..%2Faccounts/sync', { body: {} }),
      404,
      'resource_missing',
    );
  });

  it('replaces an older link of the same account under another id, which ends at Stripe too', async () => {
    const user = bankUser(world);
    const old = first(await user.link({ body: { permissions: ['balances'] } }));
    const fresh = first(await user.link({ as_new: true }));
    expect(fresh.id).not.toBe(old.id);
    expect((await user.list(0)).map(({ id }) => id)).toEqual([fresh.id]);
    expect(world.stripeCalls()).toContain(`POST /v1/financial_connections/accounts/${old.id}/disconnect`);
  });

  it('is shown again when a person links what they had removed', async () => {
    const user = bankUser(world);
    const old = first(await user.link());
    await user.ask(`/accounts/${old.id}`, { method: 'DELETE' });
    expect(await user.list()).toEqual([]);
    await user.link();
    expect(await user.list()).toHaveLength(1);
  });

  it('is refreshed once a day where the site settled so', async () => {
    world = await createWorld({ bank: { permissions: ['balances', 'transactions'], subscribe: ['transactions'] } });
    const user = bankUser(world);
    const all = first(await user.link({ accounts: ['Success'] }));
    await user.link({ institution: 'Test (OAuth)', accounts: ['Success'], body: { permissions: ['balances'] } });
    const subscribed = world.stripeCalls().filter((call) => call.endsWith('/subscribe'));
    expect(subscribed).toEqual([`POST /v1/financial_connections/accounts/${all.id}/subscribe`]);
  });
});

it("shows a user's accounts to the site's backend", async () => {
  const account = first(await bankUser(world).link());
  const response = await world.fetch(`/v1/sites/${world.site.id}/users/user_1`, {
    headers: { Authorization: `Bearer ${world.site.key.secret}` },
  });
  expect(await response.json()).toMatchObject({ object: 'user', bank_accounts: [{ id: account.id }] });
});

it('gives a site that is older than these settings their defaults', async () => {
  await env.DB.prepare("UPDATE sites SET settings = json_remove(settings, '$.bank') WHERE id = ?")
    .bind(world.site.id)
    .run();
  world.advance(60);
  const terms: BankSessionTerms = await answer(await bankUser(world).ask('/sessions'));
  expect(terms.permissions).toEqual(['balances']);
});
