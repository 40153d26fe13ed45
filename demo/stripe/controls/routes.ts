/** What Stripe does not have: `/_test/`, where a person or a test moves the clock, orders faults and changes states. */
import { type Context, Hono } from 'hono';
import { cors } from 'hono/cors';
import * as v from 'valibot';
import { expireSessions } from '../account_sessions/session.ts';
import { accountObject, type ConnectedAccount } from '../accounts/account.ts';
import { deauthorize, saveAccount } from '../accounts/changes.ts';
import { inScenario, SCENARIOS } from '../accounts/scenario.ts';
import { CashappOrder, ChargeOrder, orderCashapp } from '../cashapp/control.ts';
import { CheckoutOrder, orderCheckout } from '../checkout/control.ts';
import { STRIPE_ITSELF } from '../events/event.ts';
import { FaultOrder, type Faults } from '../faults.ts';
import { linkedAccountObject } from '../financial_connections/account.ts';
import { chosenFor } from '../financial_connections/choice.ts';
import { LinkedAccountOrder, LinkOrder, orderLinked } from '../financial_connections/control.ts';
import { completeSession } from '../financial_connections/link.ts';
import { bankSessionObject, usable } from '../financial_connections/session.ts';
import { find } from '../find.ts';
import { deactivateMandates } from '../mandates/changes.ts';
import { mandatesOf } from '../mandates/mandate.ts';
import { orderPayout, PayoutOrder } from '../payouts/control.ts';
import type { RecordedRequest } from '../record.ts';
import type { Deliveries } from '../webhook_endpoints/delivery.ts';
import type { Store, World } from '../world.ts';
import { controlsPage } from './page.ts';

/** How many of the next ones: a number, or `true` for all and `false` for none. */
const count = v.union([
  v.pipe(v.number(), v.integer(), v.minValue(0)),
  v.pipe(
    v.boolean(),
    v.transform((on) => (on ? Number.POSITIVE_INFINITY : 0)),
  ),
]);

const DeliveryOrder = v.strictObject({
  endpoint: v.string(),
  hold: v.optional(v.boolean()),
  shuffle: v.optional(
    v.union([
      v.pipe(v.number(), v.integer()),
      v.pipe(
        v.boolean(),
        v.transform((on) => (on ? 1 : null)),
      ),
    ]),
  ),
  duplicate: v.optional(count),
  drop: v.optional(count),
  fail: v.optional(count),
  release: v.optional(v.literal(true)),
});

export interface Controlled {
  world: World;
  faults: Faults;
  deliveries: Deliveries;
  requests: RecordedRequest[];
}

export function controlRoutes({ world, faults, deliveries, requests }: Controlled): Hono {
  const app = new Hono({ strict: false }).basePath('/_test');
  app.use(cors());
  app.onError((error, c) => {
    if (error instanceof Misuse) return c.json({ error: { message: error.message } }, error.status);
    throw error;
  });
  app.get('/', () => controlsPage(world));
  app.get('/requests', (c) => c.json(requests));

  app.post('/clock', async (c) => {
    const { advance } = await read(c, v.strictObject({ advance: v.pipe(v.number(), v.integer(), v.minValue(0)) }));
    world.advance(advance);
    await deliveries.settled();
    return c.json({ now: world.now() });
  });
  app.post('/faults', async (c) => {
    const order = await read(c, FaultOrder);
    faults.add(order);
    return c.json(order);
  });
  app.delete('/faults', (c) => {
    faults.clear();
    return c.json({ faults: [] });
  });
  app.post('/keys', async (c) => {
    const { revoke } = await read(c, v.strictObject({ revoke: v.string() }));
    world.revokedKeys.add(revoke);
    return c.json({ revoked: revoke });
  });
  app.post('/reset', (c) => {
    world.reset();
    faults.clear();
    requests.length = 0;
    return c.json({ reset: true });
  });
  app.post('/account', async (c) => {
    const { account: id, scenario } = await read(
      c,
      v.strictObject({ account: v.string(), scenario: v.picklist(SCENARIOS) }),
    );
    const { platform, account } = connected(world, id);
    if (scenario === 'deauthorized') deauthorize(world, platform, account, STRIPE_ITSELF);
    else saveAccount(world, platform, { ...inScenario(account, scenario, world.now()), access: true }, STRIPE_ITSELF);
    await deliveries.settled();
    return c.json(accountObject(connected(world, id).account, world.now()));
  });
  app.post('/account_sessions/expire', async (c) => {
    const { account } = await read(c, v.optional(v.strictObject({ account: v.optional(v.string()) }), {}));
    return c.json({ expired: expireSessions(world, account ?? null) });
  });
  app.post('/payouts', async (c) => {
    const order = await read(c, PayoutOrder);
    const { platform, account } = connected(world, order.account);
    const payout = orderPayout(world, world.store(account.id, platform.livemode, platform.account), order);
    await deliveries.settled();
    if (!payout) throw new Misuse(400, `'${account.id}' has nothing to pay out.`);
    return c.json(payout);
  });
  app.post('/bank/link', async (c) => {
    const order = await read(c, LinkOrder);
    const { store, found: session } = inAnyStore(world, (each) => each.bankSessions, order.session, 'session');
    const state = usable(session, world.now());
    if (state !== 'usable') throw new Misuse(400, `The session '${session.id}' is ${state}.`);
    const chosen = chosenFor(session, order.institution, order.accounts);
    if ('refused' in chosen) throw new Misuse(400, chosen.refused);
    const options = { asNew: order.as_new };
    const completed = completeSession(world, store, session, chosen.institution, chosen.accounts, options);
    await deliveries.settled();
    return c.json(bankSessionObject(store, completed, world.now()));
  });
  app.post('/bank/accounts/:id', async (c) => {
    const order = await read(c, LinkedAccountOrder);
    const { store, found } = inAnyStore(world, (each) => each.linkedAccounts, c.req.param('id'), 'linked account');
    const account = orderLinked(world, store, found, order);
    await deliveries.settled();
    return c.json(linkedAccountObject(account));
  });
  app.post('/cashapp/:intent', async (c) => {
    const order = await read(c, CashappOrder);
    const id = c.req.param('intent');
    const { store } = id.startsWith('seti_')
      ? inAnyStore(world, (each) => each.setupIntents, id, 'setup intent')
      : inAnyStore(world, (each) => each.paymentIntents, id, 'payment intent');
    const refusal = orderCashapp(world, store, id, order);
    if (refusal !== null) throw new Misuse(400, refusal);
    await deliveries.settled();
    return c.json(find(world, store, id));
  });
  app.post('/checkout/:session', async (c) => {
    const order = await read(c, CheckoutOrder);
    const id = c.req.param('session');
    const { store, found } = inAnyStore(world, (each) => each.checkoutSessions, id, 'Checkout Session');
    const refusal = orderCheckout(world, store, found, order.do);
    if (refusal !== null) throw new Misuse(400, refusal);
    await deliveries.settled();
    return c.json(find(world, store, id));
  });
  app.post('/payment_methods/:id', async (c) => {
    const { next_charge: outcome, times } = await read(c, ChargeOrder);
    const { store, found } = inAnyStore(world, (each) => each.paymentMethods, c.req.param('id'), 'payment method');
    store.paymentMethods.set(found.shown.id, { ...found, next: { outcome, times } });
    return c.json({ payment_method: found.shown.id, next_charge: outcome, times });
  });
  app.post('/revoke', async (c) => {
    const { payment_method: id } = await read(c, v.strictObject({ payment_method: v.string() }));
    const { store } = inAnyStore(world, (each) => each.paymentMethods, id, 'payment method');
    if (mandatesOf(store, id).length === 0) throw new Misuse(400, `'${id}' has no mandate to revoke.`);
    deactivateMandates(world, store, id, STRIPE_ITSELF);
    await deliveries.settled();
    return c.json({ payment_method: id, mandates: mandatesOf(store, id) });
  });
  app.post('/deliveries', async (c) => {
    const { endpoint: id, release, ...switches } = await read(c, DeliveryOrder);
    const { found: endpoint } = inAnyStore(world, (each) => each.webhookEndpoints, id, 'webhook endpoint');
    for (const name of ['duplicate', 'drop', 'fail'] as const)
      endpoint.switches[name] = switches[name] ?? endpoint.switches[name];
    if (switches.shuffle !== undefined) endpoint.switches.shuffle = switches.shuffle;
    if (switches.hold !== undefined) endpoint.switches.hold = switches.hold;
    if (release || switches.hold === false) deliveries.release(world, endpoint);
    await deliveries.settled();
    return c.json({ endpoint: id, switches: endpoint.switches, held: endpoint.waiting.map(({ event }) => event.id) });
  });
  app.post('/events/:id/resend', async (c) => {
    const only = await read(c, v.optional(v.strictObject({ endpoint: v.optional(v.string()) })));
    const id = c.req.param('id');
    for (const store of world.stores()) {
      const event = store.events.get(id);
      if (!event) continue;
      const resent = deliveries.resend(world, store, event, only?.endpoint);
      await deliveries.settled();
      return c.json({ event: id, endpoints: resent });
    }
    throw new Misuse(404, `There is no event '${id}'.`);
  });
  app.notFound((c) =>
    c.json({ error: { message: `There is no control ${c.req.method} ${c.req.path}; GET /_test/ lists them.` } }, 404),
  );
  return app;
}

class Misuse extends Error {
  readonly status: 400 | 404;

  constructor(status: 400 | 404, message: string) {
    super(message);
    this.status = status;
  }
}

async function read<S extends v.GenericSchema<unknown, unknown>>(c: Context, schema: S): Promise<v.InferOutput<S>> {
  const text = await c.req.text();
  let body: unknown;
  try {
    body = text ? JSON.parse(text) : undefined;
  } catch {
    throw new Misuse(400, 'The body must be JSON.');
  }
  const result = v.safeParse(schema, body);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new Misuse(400, `${v.getDotPath(issue) ?? 'body'}: ${issue.message}`);
}

function connected(world: World, id: string): { platform: Store; account: ConnectedAccount } {
  for (const platform of world.stores()) {
    const account = platform.accounts.get(id);
    if (account) return { platform, account };
  }
  throw new Misuse(404, `There is no connected account '${id}'.`);
}

function inAnyStore<T>(
  world: World,
  kept: (store: Store) => ReadonlyMap<string, T>,
  id: string,
  called: string,
): { store: Store; found: T } {
  for (const store of world.stores()) {
    const found = kept(store).get(id);
    if (found) return { store, found };
  }
  throw new Misuse(404, `There is no ${called} '${id}'.`);
}
