import { beforeEach, describe, expect, it } from 'vitest';
import { answer } from '../testing/bank.ts';
import { atStripe, type Saver, saver, withTerms } from '../testing/saver.ts';
import { createWorld, type World } from '../testing/world.ts';

let world: World;
let ada: Saver;
beforeEach(async () => {
  world = await createWorld(withTerms);
  ada = saver(world);
});

const remove = (user: Saver, id: string) => user.ask(`/payment_methods/${id}`, { method: 'DELETE' });
const detachAtStripe = (id: string) => atStripe(world, `payment_methods/${id}/detach`, {});
const customerOf = (id: string) => atStripe<{ customer: string | null }>(world, `payment_methods/${id}`);
const listings = () => world.stripeCalls().filter((call) => /^GET \/v1\/customers\/\w+\/payment_methods$/.test(call));

describe('the list of saved methods', () => {
  it('is empty for somebody who has saved nothing, without asking Stripe', async () => {
    expect(await ada.list()).toEqual([]);
    expect(world.stripeCalls()).toEqual([]);
  });

  it('has the newest first, and nobody else’s', async () => {
    const first = await ada.save();
    world.advance(5);
    const second = await ada.save();
    const others = await saver(world, 'user_2').save();
    expect((await ada.list(0)).map(({ id }) => id)).toEqual([second.id, first.id]);
    expect((await saver(world, 'user_2').list(0)).map(({ id }) => id)).toEqual([others.id]);
  });

  it('is read from Stripe once a minute, and at once where a page says so', async () => {
    await ada.save();
    await ada.list();
    await ada.list();
    expect(listings()).toHaveLength(1);
    world.advance(61);
    await ada.list();
    expect(listings()).toHaveLength(2);
    await ada.list(0);
    expect(listings()).toHaveLength(3);
  });

  it.each(['-1', '61', '1.5', 'x'])('takes no max_age of %s', async (age) => {
    expect((await ada.ask(`/payment_methods?max_age=${age}`)).status).toBe(400);
  });

  it('has what was saved elsewhere, in an app say', async () => {
    const { id } = await ada.start();
    await world.control(`cashapp/${id}`, { do: 'approve' });
    expect(await ada.list(0)).toHaveLength(1);
  });

  it('loses what was detached elsewhere', async () => {
    const { id } = await ada.save();
    await detachAtStripe(id);
    expect(await ada.list(0)).toEqual([]);
  });

  it('is empty where the customer was deleted at Stripe, and saving begins anew', async () => {
    const { id } = await ada.save();
    const { customer } = await customerOf(id);
    await world.stripe.fetch(
      new Request(`http://localhost:12111/v1/customers/${customer}`, {
        method: 'DELETE',
        headers: { Authorization: 'Bearer sk_test_1234567890abcdef' },
      }),
    );
    expect(await ada.list(0)).toEqual([]);
    const again = await ada.save();
    expect((await ada.list(0)).map((one) => one.id)).toEqual([again.id]);
  });
});

describe('removing a method', () => {
  it('detaches it at Stripe and takes it off the list', async () => {
    const { id } = await ada.save();
    expect(await answer(await remove(ada, id))).toEqual({ object: 'payment_method', id, deleted: true });
    expect(await customerOf(id)).toMatchObject({ customer: null });
    expect(await ada.list(0)).toEqual([]);
  });

  it('is safe to repeat', async () => {
    const { id } = await ada.save();
    await remove(ada, id);
    expect((await remove(ada, id)).status).toBe(200);
    expect(world.stripeCalls().filter((call) => call.endsWith('/detach'))).toHaveLength(1);
  });

  it('succeeds where somebody else was faster', async () => {
    const { id } = await ada.save();
    await detachAtStripe(id);
    expect((await remove(ada, id)).status).toBe(200);
    expect(await ada.list()).toEqual([]);
  });

  it('leaves it where it was while Stripe cannot be reached, and can be repeated', async () => {
    const { id } = await ada.save();
    await world.control('faults', { match: `POST /v1/payment_methods/${id}/detach`, times: 9, do: 'reset' });
    expect((await remove(ada, id)).status).toBe(503);
    expect((await ada.list()).map((one) => one.id)).toEqual([id]);
  });

  it('of somebody else is 404, and detaches nothing', async () => {
    const { id } = await ada.save();
    const bob = saver(world, 'user_2');
    await bob.save();
    expect((await remove(bob, id)).status).toBe(404);
    expect((await customerOf(id)).customer).not.toBeNull();
  });
});

it('all of it is for the site’s backend to see', async () => {
  const method = await ada.save();
  const user = await answer<{ payment_methods: unknown }>(
    await world.fetch(`/v1/sites/${world.site.id}/users/user_1`, {
      headers: { Authorization: `Bearer ${world.site.key.secret}` },
    }),
  );
  expect(user.payment_methods).toEqual([method]);
});
