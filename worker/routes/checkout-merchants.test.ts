import { beforeEach, describe, expect, it } from 'vitest';
import { asBuyer, callsOf, deliverAll, type Merchant, merchant } from '../testing/merchant.ts';
import { expectRefused } from '../testing/refused.ts';
import { createWorld, PAGE, type World } from '../testing/world.ts';

let world: World;
let ada: Merchant;
beforeEach(async () => {
  world = await createWorld();
  ada = await merchant(world);
});

const asked = async (id: string): Promise<unknown> => {
  const response = await asBuyer(world, `merchants/${encodeURIComponent(id)}`);
  return [response.status, await response.json()];
};
const reads = (of = ada) => callsOf(world, `GET /v1/accounts/${of.account}`).length;
const no = (id: string) => [200, { object: 'checkout.merchant', id, charges_enabled: false }];

it('says of a merchant who can be paid just that, and nothing else of them', async () => {
  expect(await asked('ada')).toEqual([200, { object: 'checkout.merchant', id: 'ada', charges_enabled: true }]);
});

describe('nobody can tell apart', () => {
  it('who does not exist, who is not ready, and who is none of this site’s', async () => {
    await merchant(world, 'new', 'new');
    await merchant(world, 'restricted', 'rejected');
    const other = await createWorld();
    await merchant(other, 'elsewhere');
    const calls = world.stripeCalls();
    for (const id of ['nobody', 'new', 'restricted', 'elsewhere', 'x'.repeat(500), 'a\0b', '../users/ada']) {
      expect(await asked(id)).toEqual(no(id));
    }
    expect(world.stripeCalls()).toEqual(calls);
  });

  it('an account’s own id from anything else that is no user id', async () => {
    expect(await asked(ada.account)).toEqual(no(ada.account));
  });
});

describe('Stripe', () => {
  const becomes = (scenario: string) => world.control('account', { account: ada.account, scenario });

  it('is not asked about merchants who do not exist, nor within a minute about one who is not ready', async () => {
    const grace = await merchant(world, 'grace', 'incomplete');
    const before = reads(grace);
    for (let time = 0; time < 5; time += 1) {
      expect(await grace.ready()).toBe(false);
      world.advance(11);
    }
    expect(reads(grace)).toBe(before);
    await world.control('account', { account: grace.account, scenario: 'enabled' });
    world.advance(11);
    expect(await grace.ready()).toBe(true);
    expect(reads(grace)).toBe(before + 1);
  });

  it('is asked once by fifty pages that open at the same time', async () => {
    await becomes('past_due');
    world.advance(700);
    const before = reads();
    const answers = await Promise.all(Array.from({ length: 50 }, () => ada.ready()));
    expect(reads() - before).toBe(1);
    // Those who did not have it read went by what was known.
    expect(answers).toContain(false);
    expect(await ada.ready()).toBe(false);
  });

  it('need not be asked where its events tell', async () => {
    await becomes('restricted');
    await deliverAll(world, (await ada.told()).slice(-1));
    const before = reads();
    expect(await ada.ready()).toBe(false);
    expect(reads()).toBe(before);
  });

  it('that cannot be read is said once a minute; else the last reading holds', async () => {
    world.advance(700);
    await world.control('faults', { match: `GET /v1/accounts/${ada.account}`, do: '500', times: 1 });
    expect((await asBuyer(world, 'merchants/ada')).status).toBe(503);
    expect(await ada.ready()).toBe(true);
    world.advance(61);
    expect(await ada.ready()).toBe(true);
  });

  it('says that a merchant who left cannot be paid', async () => {
    await becomes('deauthorized');
    world.advance(700);
    expect(await ada.ready()).toBe(false);
  });
});

it('is for the site’s pages alone', async () => {
  const from = (origin: string | null) => () =>
    world.fetch(`/v1/sites/${world.site.id}/checkout/merchants/ada`, {
      headers: origin === null ? {} : { Origin: origin },
    });
  await expectRefused(world, from('https://evil.test'), 403, 'origin_not_allowed');
  await expectRefused(world, from('null'), 403, 'origin_not_allowed');
  await expectRefused(world, from(null), 403, 'origin_missing');
  const unknown = () => world.fetch('/v1/sites/site_unknown/checkout/merchants/ada', { headers: { Origin: PAGE } });
  await expectRefused(world, unknown, 404, 'site_unknown');
});
