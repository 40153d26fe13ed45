import { env } from 'cloudflare:workers';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { atStripe, deliver, type Saver, saver, withTerms } from '../testing/saver.ts';
import { createWorld, type World } from '../testing/world.ts';

let world: World;
let ada: Saver;
beforeEach(async () => {
  world = await createWorld(withTerms);
  ada = saver(world);
});

interface StripeEvent {
  readonly id: string;
  readonly type: string;
  readonly created: number;
  readonly data: { readonly object: { readonly id: string; readonly payment_method?: string | null } };
}

/** Everything that Stripe has told, oldest first. */
async function told(): Promise<StripeEvent[]> {
  const events = await atStripe<{ data: StripeEvent[] }>(world, 'events?limit=100');
  return events.data.toReversed();
}
const of = (events: readonly StripeEvent[], type: string) => events.filter((event) => event.type === type);
const stateOf = (id: string) => env.DB.prepare('SELECT state FROM events WHERE id = ?').bind(id).first<string>('state');
const revoke = (payment_method: string) => world.control('revoke', { payment_method });
const ownerAtStripe = async (id: string) =>
  (await atStripe<{ customer: string | null }>(world, `payment_methods/${id}`)).customer;

async function deliverAll(events: readonly StripeEvent[]): Promise<void> {
  for (const event of events) expect((await deliver(world, event)).status).toBe(200);
}

async function approvedElsewhere(): Promise<string> {
  const { id } = await ada.start();
  await world.control(`cashapp/${id}`, { do: 'approve' });
  return id;
}

describe('a saved method', () => {
  it('is known from setup_intent.succeeded where no page came back to ask', async () => {
    const id = await approvedElsewhere();
    await deliverAll(of(await told(), 'setup_intent.succeeded'));
    const known = await ada.list();
    expect(known).toHaveLength(1);
    expect(await ada.terms()).toMatchObject({ required: false });
    expect((await ada.sync(id)).payment_method).toEqual(known[0]);
  });

  it('is known from payment_method.attached', async () => {
    await approvedElsewhere();
    await deliverAll(of(await told(), 'payment_method.attached'));
    const stored = await env.DB.prepare('SELECT count(*) AS n FROM payment_methods WHERE sub = ? AND site_id = ?')
      .bind('user_1', world.site.id)
      .first<number>('n');
    expect(stored).toBe(1);
  });

  it('is gone after payment_method.detached', async () => {
    const { id } = await ada.save();
    await ada.list();
    await atStripe(world, `payment_methods/${id}/detach`, {});
    await deliverAll(of(await told(), 'payment_method.detached'));
    expect(await ada.list()).toEqual([]);
  });

  it('of a customer of nobody’s here is set aside', async () => {
    const customer = await atStripe<{ id: string }>(world, 'customers', { name: 'Somebody' });
    const method = await atStripe<{ id: string }>(world, 'payment_methods/pm_card_visa/attach', {
      customer: customer.id,
    });
    const [attached] = of(await told(), 'payment_method.attached');
    expect(attached?.data.object.id).toBe(method.id);
    await deliverAll(attached === undefined ? [] : [attached]);
    expect(await stateOf(attached?.id ?? '')).toBe('aside');
  });

  it('of a connected account’s own customer is set aside, whatever its id', async () => {
    const { id } = await ada.save();
    await ada.list();
    await atStripe(world, `payment_methods/${id}/detach`, {});
    const [detached] = of(await told(), 'payment_method.detached');
    await deliver(world, { ...detached, account: 'acct_1Connected' });
    expect(await stateOf(detached?.id ?? '')).toBe('aside');
    expect(await ada.list()).toHaveLength(1);
  });

  it('of live mode is ignored by a site in test mode', async () => {
    await approvedElsewhere();
    const [succeeded] = of(await told(), 'setup_intent.succeeded');
    await deliver(world, { ...succeeded, livemode: true });
    expect(await stateOf(succeeded?.id ?? '')).toBe('ignored');
  });
});

describe('mandate.updated', () => {
  it('to inactive detaches the method at Stripe and takes it off the list', async () => {
    const { id } = await ada.save();
    await ada.list();
    await revoke(id);
    expect(await ownerAtStripe(id)).not.toBeNull();
    await deliverAll(of(await told(), 'mandate.updated'));
    expect(await ownerAtStripe(id)).toBeNull();
    expect(await ada.list()).toEqual([]);
  });

  it('finds its method by the mandate, or by the method that it names', async () => {
    await approvedElsewhere();
    const events = await told();
    await deliverAll(of(events, 'payment_method.attached'));
    const [{ id } = { id: '' }] = await ada.list(0);
    await revoke(id);
    await deliverAll(of(await told(), 'mandate.updated'));
    expect(await ownerAtStripe(id)).toBeNull();
  });

  it('is done where the method was detached already', async () => {
    const { id } = await ada.save();
    await revoke(id);
    await atStripe(world, `payment_methods/${id}/detach`, {});
    const [updated] = of(await told(), 'mandate.updated');
    await deliverAll(updated === undefined ? [] : [updated]);
    expect(await stateOf(updated?.id ?? '')).toBe('done');
    expect(await ada.list()).toEqual([]);
  });

  it('that still says active leaves the method alone', async () => {
    const { id } = await ada.save();
    await ada.list();
    await revoke(id);
    const [updated] = of(await told(), 'mandate.updated');
    const other = await ada.save();
    const mandate =
      (await env.DB.prepare('SELECT mandate_id AS m FROM payment_methods WHERE id = ?')
        .bind(other.id)
        .first<string>('m')) ?? '';
    const object = { id: mandate, object: 'mandate', status: 'inactive', payment_method: other.id };
    await deliver(world, { ...updated, id: 'evt_lie', data: { object } });
    expect(await stateOf('evt_lie')).toBe('done');
    expect(await ownerAtStripe(other.id)).not.toBeNull();
  });

  it('of somebody else’s mandate detaches nothing of ours, whatever method it names', async () => {
    const { id } = await ada.save();
    await ada.list();
    const bob = saver(world, 'user_2');
    const theirs = await bob.save();
    await revoke(theirs.id);
    const [updated] = of(await told(), 'mandate.updated');
    const foreign = { ...updated?.data.object, payment_method: id };
    await env.DB.prepare('DELETE FROM payment_methods WHERE id = ?').bind(theirs.id).run();
    await deliver(world, { ...updated, id: 'evt_foreign', data: { object: foreign } });
    expect(await ownerAtStripe(id)).not.toBeNull();
    expect((await ada.list()).map((one) => one.id)).toEqual([id]);
    await deliver(world, {
      ...updated,
      id: 'evt_unknown',
      data: { object: { ...foreign, payment_method: 'pm_1Nope' } },
    });
    expect(await stateOf('evt_unknown')).toBe('aside');
  });

  it('that comes before the method is known is made up for', async () => {
    await approvedElsewhere();
    const events = await told();
    const method = of(events, 'payment_method.attached')[0]?.data.object.id ?? '';
    await revoke(method);
    await deliverAll(of(await told(), 'mandate.updated'));
    expect(await ownerAtStripe(method)).not.toBeNull();
    await deliverAll(of(events, 'setup_intent.succeeded'));
    expect(await ownerAtStripe(method)).toBeNull();
    expect(await ada.list()).toEqual([]);
  });
});

describe('any sequence of what people, Stripe and networks do', () => {
  type Step =
    | { readonly do: 'start' | 'redeliver' }
    | { readonly do: 'approve' | 'decline' | 'expire' | 'sync' | 'revoke' | 'remove'; readonly which: number }
    | { readonly do: 'deliver'; readonly which: number };

  const index = fc.nat({ max: 5 });
  const step: fc.Arbitrary<Step> = fc.oneof(
    { weight: 5, arbitrary: fc.constant({ do: 'start' } as const) },
    { weight: 8, arbitrary: fc.record({ do: fc.constant('approve' as const), which: index }) },
    {
      weight: 4,
      arbitrary: fc.record({
        do: fc.constantFrom('decline' as const, 'expire' as const, 'sync' as const, 'remove' as const),
        which: index,
      }),
    },
    { weight: 6, arbitrary: fc.record({ do: fc.constant('revoke' as const), which: index }) },
    // An event out of turn: any that Stripe has told so far, perhaps once more.
    { weight: 4, arbitrary: fc.record({ do: fc.constant('deliver' as const), which: fc.nat({ max: 40 }) }) },
    { weight: 1, arbitrary: fc.constant({ do: 'redeliver' } as const) },
  );

  it('ends with Worker and Stripe agreeing on every method', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 3, maxLength: 18 }),
        fc.infiniteStream(fc.nat()),
        async (steps, chance) => {
          world = await createWorld(withTerms);
          ada = saver(world);
          await play(steps);
          // At last every event arrives, in an order of its own, and some of them twice.
          const all = await told();
          const shuffled = all
            .flatMap((event) => ((chance.next().value ?? 0) % 3 === 0 ? [event, event] : [event]))
            .map((event) => [chance.next().value ?? 0, event] as const)
            .toSorted(([one], [other]) => one - other);
          await deliverAll(shuffled.map(([, event]) => event));
          // What that led to at Stripe is told of, too.
          await deliverAll((await told()).slice(all.length));
          expect((await ada.list()).map(({ id }) => id).toSorted()).toEqual((await attachedAndActive()).toSorted());
          // And the same again, asked without what is stored.
          expect((await ada.list(0)).map(({ id }) => id).toSorted()).toEqual((await attachedAndActive()).toSorted());
        },
      ),
      { numRuns: 40, seed: 20261123 },
    );
  }, 240_000);

  async function play(steps: readonly Step[]): Promise<void> {
    const attempts: string[] = [];
    const at = <T>(items: readonly T[], which: number): T | undefined => items[which % Math.max(1, items.length)];
    for (const step of steps) {
      world.advance(1);
      switch (step.do) {
        case 'start':
          attempts.push((await ada.start()).id);
          break;
        case 'approve':
        case 'decline':
        case 'expire': {
          const id = at(attempts, step.which);
          // Over already: then Cash App offers nothing any more.
          if (id !== undefined) await world.control(`cashapp/${id}`, { do: step.do }).catch(() => null);
          break;
        }
        case 'sync': {
          const id = at(attempts, step.which);
          if (id !== undefined) await ada.sync(id);
          break;
        }
        case 'revoke': {
          const id = at(await attached(), step.which);
          if (id !== undefined) await revoke(id);
          break;
        }
        case 'remove': {
          const known = at(await ada.list(), step.which);
          if (known !== undefined) await ada.ask(`/payment_methods/${known.id}`, { method: 'DELETE' });
          break;
        }
        case 'deliver': {
          const event = at(await told(), step.which);
          if (event !== undefined) await deliver(world, event);
          break;
        }
        case 'redeliver':
          await deliverAll(await told());
      }
    }
  }

  async function attached(): Promise<string[]> {
    const customers = await atStripe<{ data: { id: string }[] }>(world, 'customers?limit=100');
    const lists = await Promise.all(
      customers.data.map(({ id }) =>
        atStripe<{ data: { id: string }[] }>(world, `customers/${id}/payment_methods?type=cashapp&limit=100`),
      ),
    );
    return lists.flatMap(({ data }) => data.map(({ id }) => id));
  }

  /** Everything has been delivered by now, so nothing that was revoked may still be attached. */
  async function attachedAndActive(): Promise<string[]> {
    const ids = await attached();
    const revoked = new Set(of(await told(), 'mandate.updated').map(({ data }) => data.object.payment_method ?? ''));
    expect(ids.filter((id) => revoked.has(id))).toEqual([]);
    return ids;
  }
});
