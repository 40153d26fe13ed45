import { beforeEach, describe, expect, it } from 'vitest';
import type { NewCheckoutSession } from '../contract.ts';
import { asBuyer, callsOf, deliverAll, type Merchant, merchant, withPrices } from '../testing/merchant.ts';
import { expectRefused } from '../testing/refused.ts';
import { createWorld, PAGE, type World } from '../testing/world.ts';

let world: World;
let ada: Merchant;
beforeEach(async () => {
  world = await createWorld(withPrices);
  ada = await merchant(world);
});

const made = () => callsOf(world, 'POST /v1/checkout/sessions');
const lastMade = () => made()[0];

/** A price on somebody's own account. */
async function price(of: Merchant, params: Record<string, string> = {}): Promise<string> {
  const about = { currency: 'usd', unit_amount: '2500', 'product_data[name]': 'Trip', ...params };
  return (await of.atStripe<{ id: string }>('prices', about)).id;
}

describe('a buyer who presses the button', () => {
  it('goes to a page of Stripe’s on the merchant’s account, the site’s fee taken, and gets nothing else', async () => {
    const response = await ada.ask({ line_items: [{ price: 'day_pass', quantity: 2 }, { price: 'city_tour' }] });
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    const session: NewCheckoutSession = await response.json();
    expect(session).toEqual({
      object: 'checkout.session',
      id: expect.stringMatching(/^cs_test_/),
      url: expect.stringContaining('/c/pay/cs_test_'),
      client_secret: null,
      publishable_key: 'pk_test_1234567890abcdef',
      account: null,
      expires_at: Math.floor(world.now() / 1000) + 24 * 3_600,
    });
    const metadata = {
      inlay_site: world.site.id,
      inlay_merchant: 'ada',
      inlay_order: expect.stringMatching(/^[\w-]{36}$/),
    };
    const item = (name: string, amount: string, quantity: string) => ({
      price_data: { currency: 'usd', unit_amount: amount, product_data: { name } },
      quantity,
    });
    expect(lastMade()?.body).toEqual({
      mode: 'payment',
      line_items: [item('Day pass', '1200', '2'), item('City tour', '4500', '1')],
      // 10 % of 6,900, and 30.
      payment_intent_data: { application_fee_amount: '720', metadata },
      metadata,
      client_reference_id: expect.stringMatching(/^[\w-]{36}$/),
      locale: 'auto',
      ui_mode: 'hosted_page',
      success_url: `${PAGE}/bikes?inlay=checkout-return&checkout_session={CHECKOUT_SESSION_ID}`,
      cancel_url: `${PAGE}/bikes?inlay=checkout-cancel&checkout_price=day_pass`,
    });
    const headers = lastMade()?.headers;
    expect(headers).toMatchObject({
      'stripe-account': ada.account,
      'idempotency-key': expect.stringMatching(/^inlay-checkout-/),
    });
  });

  it('pays in the page where it wants that, with what Stripe.js needs', async () => {
    const session = await ada.begin({ presentation: 'inline', locale: 'fr-CA' });
    expect(session).toMatchObject({
      url: null,
      client_secret: expect.stringContaining(`${session.id}_secret_`),
      account: ada.account,
    });
    expect(lastMade()?.body).toMatchObject({
      ui_mode: 'embedded_page',
      redirect_on_completion: 'if_required',
      return_url: `${PAGE}/bikes?inlay=checkout-return&checkout_session={CHECKOUT_SESSION_ID}`,
      locale: 'fr-CA',
    });
    expect(lastMade()?.body).not.toHaveProperty('success_url');
  });

  it('waits for one call to Stripe: what a price costs is asked once', async () => {
    const trip = await price(ada);
    const calls = async () => {
      const before = world.stripeCalls().length;
      await ada.begin({ line_items: [{ price: trip }] });
      return world.stripeCalls().slice(0, world.stripeCalls().length - before);
    };
    expect((await calls()).toSorted()).toEqual([`GET /v1/prices/${trip}`, 'POST /v1/checkout/sessions']);
    expect(await calls()).toEqual(['POST /v1/checkout/sessions']);
  });

  it('who looks first has the preflight out of the way, and nothing made', async () => {
    for (const method of ['GET', 'HEAD']) {
      const response = await asBuyer(world, 'sessions', { method });
      expect([response.status, await response.text()]).toEqual([204, '']);
    }
    expect(made()).toEqual([]);
    const preflight = await asBuyer(world, 'sessions', {
      method: 'OPTIONS',
      headers: { 'Access-Control-Request-Method': 'POST', 'Access-Control-Request-Headers': 'idempotency-key' },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('Access-Control-Allow-Headers')).toContain('Idempotency-Key');
  });

  it('comes back to the page as it was, whatever it had of these names', async () => {
    await ada.begin({ return_url: `${PAGE}/a?inlay=x&tab=2&checkout_session=cs_forged&q={CHECKOUT_SESSION_ID}#top` });
    expect(lastMade()?.body).toMatchObject({
      success_url: `${PAGE}/a?tab=2&q=%7BCHECKOUT_SESSION_ID%7D&inlay=checkout-return&checkout_session={CHECKOUT_SESSION_ID}#top`,
      cancel_url: `${PAGE}/a?tab=2&q=%7BCHECKOUT_SESSION_ID%7D&inlay=checkout-cancel&checkout_price=day_pass#top`,
    });
  });
});

describe('the site’s fee', () => {
  const feeOf = async (fee: object, quantity = 1) => {
    const checkout = { ...withPrices.checkout, fee };
    world = await createWorld({ checkout });
    ada = await merchant(world);
    await ada.begin({ line_items: [{ price: 'day_pass', quantity }] });
    const body = lastMade()?.body;
    return body?.payment_intent_data;
  };

  it.each([
    [{ basis_points: 250 }, 1, '30'],
    [{ fixed: 100 }, 3, '100'],
    [{ basis_points: 100, minimum: 50 }, 1, '50'],
    [{ fixed: 5_000 }, 1, '1200'],
    [{ basis_points: 10_000, fixed: 30 }, 2, '2400'],
  ])('by %j of %i passes is %s', async (fee, quantity, amount) => {
    expect(await feeOf(fee, quantity)).toMatchObject({ application_fee_amount: amount });
  });

  it('that comes to nothing is not sent', async () => {
    expect(await feeOf({})).not.toHaveProperty('application_fee_amount');
  });
});

describe('prices', () => {
  const noPrice = async (line_items: object[], at = 0) => {
    const rows = await world.rows();
    const response = await ada.ask({ line_items });
    const { error } = await response.json<{ error: { code: string; param: string } }>();
    expect([response.status, error.code, error.param]).toEqual([400, 'parameter_invalid', `line_items.${at}.price`]);
    expect(await world.rows()).toEqual(rows);
    expect(made()).toEqual([]);
  };

  it('of the merchant’s own account are sold as they are', async () => {
    const trip = await price(ada);
    const session = await ada.begin({ line_items: [{ price: trip, quantity: 3 }] });
    expect(lastMade()?.body).toMatchObject({ line_items: [{ price: trip, quantity: '3' }] });
    expect(await ada.sale(session.id)).toMatchObject({
      amount_total: 7_500,
      line_items: [{ price: trip, quantity: 3 }],
    });
  });

  it('of another merchant, of the platform, or of nobody do not exist', async () => {
    const grace = await merchant(world, 'grace');
    const theirs = await price(grace);
    // Known to this isolate, and still not Ada's.
    await grace.begin({ line_items: [{ price: theirs }] });
    const ours = await platformPrice();
    const before = made().length;
    for (const id of [theirs, ours, 'price_1Nope', 'nothing', 'Day_pass']) {
      const response = await ada.ask({ line_items: [{ price: id }] });
      expect([response.status, await response.json()]).toMatchObject([
        400,
        { error: { code: 'parameter_invalid', param: 'line_items.0.price' } },
      ]);
    }
    expect(made()).toHaveLength(before);
  });

  async function platformPrice(): Promise<string> {
    const response = await world.stripe.fetch(
      new Request('http://localhost:12111/v1/prices', {
        method: 'POST',
        headers: { Authorization: 'Bearer sk_test_1234567890abcdef' },
        body: new URLSearchParams({ currency: 'usd', unit_amount: '100', 'product_data[name]': 'Ours' }),
      }),
    );
    return (await response.json<{ id: string }>()).id;
  }

  it.each([
    ['that recur', { 'recurring[interval]': 'month' }],
    ['of another currency', { currency: 'eur' }],
    ['of a fraction of a cent', { unit_amount: '', unit_amount_decimal: '0.5' }],
    ['for the buyer to choose', { unit_amount: '', 'custom_unit_amount[enabled]': 'true' }],
    ['that are no longer sold', { active: 'false' }],
  ])('%s are not sold', async (_, params) => {
    const { unit_amount, ...others } = { unit_amount: '2500', ...params };
    const about = { ...others, ...(unit_amount === '' ? {} : { unit_amount }) };
    const named = { currency: 'usd', 'product_data[name]': 'Trip', ...about };
    const { id } = await ada.atStripe<{ id: string }>('prices', named);
    await noPrice([{ price: id }]);
    await noPrice([{ price: 'day_pass' }, { price: id }], 1);
  });

  it('that Stripe sells no longer since they were read are named, and read again', async () => {
    const trip = await price(ada);
    await ada.begin({ line_items: [{ price: trip }] });
    await ada.atStripe(`prices/${trip}`, { active: 'false' });
    const refused = async () => {
      const response = await ada.ask({ line_items: [{ price: 'day_pass' }, { price: trip }] });
      return [response.status, await response.json()];
    };
    const named = [400, { error: { code: 'parameter_invalid', param: 'line_items.1.price' } }];
    expect(await refused()).toMatchObject(named);
    const tries = made().length;
    expect(await refused()).toMatchObject(named);
    expect(made()).toHaveLength(tries);
    await ada.atStripe(`prices/${trip}`, { active: 'true' });
    expect((await ada.ask({ line_items: [{ price: trip }] })).status).toBe(200);
  });

  it('of a product that the merchant sells no longer are named', async () => {
    const trip = await price(ada);
    const { product } = await ada.atStripe<{ product: string }>(`prices/${trip}`);
    await ada.atStripe(`products/${product}`, { active: 'false' });
    const response = await ada.ask({ line_items: [{ price: trip }] });
    expect([response.status, await response.json()]).toMatchObject([
      400,
      { error: { code: 'parameter_invalid', param: 'line_items.0.price' } },
    ]);
  });

  it('that are made up cost Stripe one call, however many there are', async () => {
    const made_up = Array.from({ length: 20 }, (_, at) => ({ price: `price_1Nope${at}` }));
    const before = world.stripeCalls().length;
    await noPrice(made_up);
    expect(world.stripeCalls()).toHaveLength(before + 1);
  });

  it('below what Stripe charges are refused, naming the first', async () => {
    const penny = await price(ada, { unit_amount: '1' });
    const response = await ada.ask({ line_items: [{ price: penny }] });
    expect([response.status, await response.json()]).toMatchObject([
      400,
      { error: { code: 'parameter_invalid', param: 'line_items.0.price' } },
    ]);
  });

  it('above what Stripe charges at once are refused without asking it', async () => {
    const dear = await price(ada, { unit_amount: '50000000' });
    expect((await ada.ask({ line_items: [{ price: dear }] })).status).toBe(200);
    const request = () => ada.ask({ line_items: [{ price: dear, quantity: 2 }] });
    const error = await expectRefused(world, request, 400, 'parameter_invalid');
    expect(error.param).toBe('line_items');
  });
});

describe('a merchant', () => {
  const notReady = async (of: string | Merchant) => {
    const line = { line_items: [{ price: 'day_pass' }], return_url: PAGE };
    const response = await asBuyer(world, 'sessions', {
      body: { merchant: typeof of === 'string' ? of : of.sub, ...line },
    });
    return [response.status, await response.json()];
  };
  const refusal = [409, { error: { code: 'merchant_not_ready', param: 'merchant' } }];

  it('who does not exist, or is only known as an account, cannot be paid, and Stripe is not asked', async () => {
    for (const id of ['nobody', ada.account, 'acct_1Nope']) {
      const line = { line_items: [{ price: 'day_pass' }], return_url: PAGE };
      const request = () => asBuyer(world, 'sessions', { body: { merchant: id, ...line } });
      const error = await expectRefused(world, request, 409, 'merchant_not_ready');
      expect(error.param).toBe('merchant');
    }
  });

  it('who has not finished onboarding cannot be paid', async () => {
    await merchant(world, 'grace', 'incomplete');
    expect(await notReady('grace')).toMatchObject(refusal);
    expect(made()).toEqual([]);
  });

  it('whom Stripe has paused since is found out by trying, and is known from then on', async () => {
    await world.control('account', { account: ada.account, scenario: 'past_due' });
    expect(await notReady(ada)).toMatchObject(refusal);
    expect(made()).toHaveLength(1);
    expect(await ada.ready()).toBe(false);
    expect(await notReady(ada)).toMatchObject(refusal);
    expect(made()).toHaveLength(1);
  });

  it('66: who has left the platform is a clear state, and no error again and again', async () => {
    await world.control('account', { account: ada.account, scenario: 'deauthorized' });
    const trip = { line_items: [{ price: 'price_1Trip' }] };
    for (const body of [{}, trip, {}]) {
      const response = await ada.ask(body);
      expect([response.status, await response.json()]).toMatchObject(refusal);
    }
    expect(await ada.ready()).toBe(false);
  });

  it('who is ready again can be paid as soon as Stripe has told', async () => {
    await world.control('account', { account: ada.account, scenario: 'past_due' });
    await notReady(ada);
    await world.control('account', { account: ada.account, scenario: 'enabled' });
    await deliverAll(world, (await ada.told()).slice(-1));
    expect((await ada.ask()).status).toBe(200);
  });
});

describe('refuses, without asking Stripe or writing a row', () => {
  const line = (quantity: unknown) => ({ line_items: [{ price: 'day_pass', quantity }] });
  const many = Array.from({ length: 21 }, (_, at) => ({ price: `p${at}` }));
  for (const [name, body, code, param] of [
    ['no item', { line_items: [] }, 'parameter_invalid', 'line_items'],
    ['21 items', { line_items: many }, 'parameter_invalid', 'line_items'],
    ['one price twice', { line_items: [{ price: 'a' }, { price: 'a' }] }, 'parameter_invalid', 'line_items'],
    ['a quantity of 0', line(0), 'parameter_invalid', 'line_items.0.quantity'],
    ['a quantity of -1', line(-1), 'parameter_invalid', 'line_items.0.quantity'],
    ['a quantity of 1.5', line(1.5), 'parameter_invalid', 'line_items.0.quantity'],
    ['a quantity of "2"', line('2'), 'parameter_invalid', 'line_items.0.quantity'],
    ['a quantity of null', line(null), 'parameter_invalid', 'line_items.0.quantity'],
    ['a quantity of 1e9', line(1e9), 'parameter_invalid', 'line_items.0.quantity'],
    ['a quantity above what the site allows', line(100), 'parameter_invalid', 'line_items.0.quantity'],
    ['a price that is no id', { line_items: [{ price: '../x' }] }, 'parameter_invalid', 'line_items.0.price'],
    ['a price that is a number', { line_items: [{ price: 1200 }] }, 'parameter_invalid', 'line_items.0.price'],
    ['an amount', { amount: 1 }, 'parameter_unknown', 'amount'],
    ['a currency', { currency: 'eur' }, 'parameter_unknown', 'currency'],
    ['a fee', { application_fee_amount: 0 }, 'parameter_unknown', 'application_fee_amount'],
    ['42: an account', { account: 'acct_1' }, 'parameter_unknown', 'account'],
    [
      'a price of the page’s own',
      { line_items: [{ price_data: { unit_amount: 1 } }] },
      'parameter_missing',
      'line_items.0.price',
    ],
    [
      '44: an amount of an item',
      { line_items: [{ price: 'day_pass', unit_amount: 1 }] },
      'parameter_unknown',
      'line_items.0.unit_amount',
    ],
    ['no merchant', { merchant: undefined }, 'parameter_missing', 'merchant'],
    ['a merchant of 129 characters', { merchant: 'x'.repeat(129) }, 'parameter_invalid', 'merchant'],
    ['a merchant without a name', { merchant: '' }, 'parameter_invalid', 'merchant'],
    ['no way back', { return_url: undefined }, 'parameter_missing', 'return_url'],
    ['another presentation', { presentation: 'popup' }, 'parameter_invalid', 'presentation'],
    ['a locale that is none', { locale: 'en_US' }, 'parameter_invalid', 'locale'],
    ['45: NUL in the merchant', { merchant: 'a\0' }, 'body_invalid', undefined],
  ] as const) {
    it(name, async () => {
      const error = await expectRefused(world, () => ada.ask(body), 400, code);
      expect(error.param).toBe(param);
    });
  }

  for (const [name, url] of [
    ['32: //evil.test', '//evil.test'],
    ['32: https:\\\\evil.test', 'https:\\\\evil.test'],
    ['32: the listed host as user information', 'https://shop.example@evil.test'],
    ['32: a trailing dot', 'https://shop.example./'],
    ['33: JaVaScRiPt:', 'JaVaScRiPt:alert(1)'],
    ['33: an embedded tab', 'https://shop.example/\tbikes'],
    ['33: data:', 'data:text/html,x'],
    ['33: blob:', 'blob:https://shop.example/0b2b3d8a'],
    ['34: user information', 'https://user:secret@shop.example/'],
    ['34: another port', 'https://shop.example:8443/'],
    ['34: plain http', 'http://shop.example/'],
    ['a template for another address', 'https://{CHECKOUT_SESSION_ID}.evil.test/'],
    ['a path alone', '/bikes'],
  ] as const) {
    it(`${name} as the way back`, async () => {
      const error = await expectRefused(world, () => ada.ask({ return_url: url }), 400, 'url_not_allowed');
      expect(error.param).toBe('return_url');
    });
  }

  const body = { merchant: 'ada', line_items: [{ price: 'day_pass' }], return_url: PAGE };
  for (const [name, origin] of [
    ['22: another origin', 'https://evil.test'],
    ['23: null', 'null'],
    ['25: a suffix host', 'https://shop.example.evil.test'],
    ['26: http for https', 'http://shop.example'],
    ['27: another port', 'https://shop.example:8443'],
    ['28: two Origin headers', `${PAGE}, ${PAGE}`],
  ] as const) {
    it(name, async () => {
      const request = () => asBuyer(world, 'sessions', { body, headers: { Origin: origin } });
      await expectRefused(world, request, 403, 'origin_not_allowed');
    });
  }

  it('24: no origin at all', async () => {
    const path = `/v1/sites/${world.site.id}/checkout/sessions`;
    const headers = { 'Content-Type': 'application/json' };
    const request = () => world.fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
    await expectRefused(world, request, 403, 'origin_missing');
  });

  it('40: a body over 64 KB', async () => {
    await expectRefused(world, () => ada.ask({ return_url: `${PAGE}/${'x'.repeat(70_000)}` }), 413, 'body_too_large');
  });

  it('41: text/plain and forms, which a page may send without a preflight', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded']) {
      const request = () => asBuyer(world, 'sessions', { body, headers: { 'Content-Type': type } });
      await expectRefused(world, request, 415, 'content_type_unsupported');
    }
  });

  it('42, 43: __proto__ as a key, a body cut off, a byte order mark, one 10,000 deep', async () => {
    const deep = `${'['.repeat(10_000)}${']'.repeat(10_000)}`;
    for (const text of [
      '{"__proto__":{"merchant":"ada"}}',
      '{"merchant":"ad',
      `\ufeff${JSON.stringify(body)}`,
      `{"merchant":${deep}}`,
    ]) {
      await expectRefused(world, () => asBuyer(world, 'sessions', { body: text }), 400, 'body_invalid');
    }
  });

  it.each(['', ' ', 'a key with spaces', 'x'.repeat(256)])('%j as the Idempotency-Key', async (key) => {
    const request = () => asBuyer(world, 'sessions', { body, headers: { 'Idempotency-Key': key } });
    const error = await expectRefused(world, request, 400, 'idempotency_key_missing');
    expect(error.param).toBe('Idempotency-Key');
  });
});

it('31: keeps CORS headers on refusals, so that the widget can read them', async () => {
  for (const response of [
    await ada.ask({ merchant: 'nobody' }),
    await ada.ask({ amount: 1 }),
    await asBuyer(world, 'sessions/cs_test_none'),
  ]) {
    expect(response.ok).toBe(false);
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe(PAGE);
    expect(response.headers.get('Access-Control-Expose-Headers')).toContain('Retry-After');
    expect(response.headers.get('Access-Control-Allow-Credentials')).toBeNull();
  }
});

it('never has an address of Stripe’s, a client secret, a key or a merchant in a log line', async () => {
  const session = await ada.begin({ return_url: `${PAGE}/CANARYpath` }, 'CANARYkey');
  const inline = await ada.begin({ presentation: 'inline' });
  await ada.sale(session.id);
  await ada.ask({ merchant: 'CANARYmerchant' });
  await ada.ask({ line_items: [{ price: 'CANARYprice' }] });
  await world.control('faults', { match: 'POST /v1/checkout/sessions', do: '500', times: 9 });
  await ada.ask({}, 'CANARYother');
  const logged = JSON.stringify(world.logs);
  expect(logged).toContain('/checkout/sessions');
  for (const secret of [
    'CANARY',
    session.id,
    inline.client_secret ?? '',
    '_secret_',
    '/c/pay/',
    ada.account,
    '"ada"',
  ]) {
    expect(logged).not.toContain(secret);
  }
});
