import { beforeEach, expect, it } from 'vitest';
import type { Account } from '../contract.ts';
import { createWorld, PAGE, type World } from '../testing/world.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});

const account = async (sub = 'user_1'): Promise<Account> =>
  (await world.ask('/account', { token: await world.token({ sub }) })).json();
const onboard = async (sub = 'user_1'): Promise<string> => {
  await world.ask('/account_links', { body: { return_url: PAGE }, token: await world.token({ sub }) });
  return (await account(sub)).id ?? '';
};

it('says none, without asking Stripe, while the user has no account', async () => {
  expect(await account()).toMatchObject({ id: null, status: 'none' });
  expect(world.stripeCalls()).toEqual([]);
});

for (const [scenario, status] of [
  ['new', 'incomplete'],
  ['incomplete', 'incomplete'],
  ['pending_verification', 'pending_verification'],
  ['enabled', 'enabled'],
  ['due_later', 'due_later'],
  ['past_due', 'past_due'],
  ['restricted', 'restricted'],
  ['rejected', 'rejected'],
  ['deauthorized', 'disconnected'],
] as const) {
  it(`reads an account that is ${scenario} at Stripe as ${status}`, async () => {
    const id = await onboard();
    await world.control('account', { account: id, scenario });
    expect(await account()).toMatchObject({ object: 'account', id, status });
  });
}

it('shows what is needed, what is being checked, and by when, in Stripe’s field paths', async () => {
  const id = await onboard();
  await world.control('account', { account: id, scenario: 'due_later' });
  const { requirements } = await account();
  expect(requirements.currently_due.length).toBeGreaterThan(0);
  expect(requirements.current_deadline).toBeGreaterThan(world.now() / 1000);
});

it('asks Stripe at once while something is open, and rarely when everything works', async () => {
  const id = await onboard();
  const reads = () => world.stripeCalls().filter((call) => call === `GET /v1/accounts/${id}`).length;
  const before = reads();
  await account();
  await account();
  expect(reads() - before).toBe(2);
  await world.control('account', { account: id, scenario: 'enabled' });
  await account();
  const settled = reads();
  await account();
  expect(reads()).toBe(settled);
  world.advance(601);
  await account();
  expect(reads()).toBe(settled + 1);
});

it("never shows one user's account to another, nor to the same user id on another site", async () => {
  const id = await onboard('ada');
  expect(await account('grace')).toMatchObject({ id: null, status: 'none' });
  const other = await createWorld();
  const elsewhere: Account = await (await other.ask('/account', { token: await other.token({ sub: 'ada' }) })).json();
  expect(elsewhere.id).toBeNull();
  expect(id).toMatch(/^acct_/);
});

it("tells the site's backend all that is known of a user, and nobody else", async () => {
  const id = await onboard('ada/1 ü');
  const ask = (secret: string) =>
    world.fetch(`/v1/sites/${world.site.id}/users/${encodeURIComponent('ada/1 ü')}`, {
      headers: { Authorization: `Bearer ${secret}` },
    });
  expect(await (await ask(world.site.key.secret)).json()).toMatchObject({
    object: 'user',
    id: 'ada/1 ü',
    account: { id, status: 'incomplete' },
  });
  for (const secret of ['inlay_sk_test_of_somebody_else_0123456789', world.site.id, await world.token()]) {
    const refused = await ask(secret);
    expect([refused.status, await refused.json()]).toMatchObject([401, { error: { code: 'secret_key_invalid' } }]);
  }
});

it('gives a page what it may know before anybody is signed in', async () => {
  const response = await world.fetch(`/v1/sites/${world.site.id}/config`, { headers: { Origin: PAGE } });
  expect(await response.json()).toEqual({
    object: 'config',
    site: world.site.id,
    mode: 'test',
    publishable_key: 'pk_test_1234567890abcdef',
    business_name: 'Rocket Rides',
    terms_url: null,
    country: 'US',
    currency: 'usd',
  });
});
