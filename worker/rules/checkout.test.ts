/** The decisions of a sale as tables and properties; the routes' tests show them over HTTP. */
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { applicationFee } from './application-fee.ts';
import { basketOf, foundPrice, type PriceReading, quantityFault } from './checkout-items.ts';
import { checkoutLocale } from './checkout-locale.ts';
import { checkoutParams } from './checkout-params.ts';
import { cancelAddress, returnAddress } from './checkout-return.ts';
import { CheckoutSettings, type FeeRule, MOST_CHARGED } from './checkout-settings.ts';
import { addressGroup } from './client-address.ts';
import { quotaDay } from './quota-day.ts';

const runs = { seed: 20261124, numRuns: 2_000 };

describe('the fee of a site', () => {
  const amount = fc.integer({ min: 0, max: MOST_CHARGED });
  const rule: fc.Arbitrary<FeeRule> = fc.record({
    basis_points: fc.integer({ min: 0, max: 10_000 }),
    fixed: fc.oneof(fc.integer({ min: 0, max: 1_000 }), amount),
    minimum: fc.oneof(fc.integer({ min: 0, max: 1_000 }), amount),
  });

  it.each([
    [1_000, { basis_points: 0, fixed: 0, minimum: 0 }, 0],
    [1_000, { basis_points: 500, fixed: 30, minimum: 0 }, 80],
    [1_000, { basis_points: 500, fixed: 30, minimum: 100 }, 100],
    [90, { basis_points: 500, fixed: 30, minimum: 100 }, 90],
    [1_000, { basis_points: 10_000, fixed: 30, minimum: 0 }, 1_000],
    // Half a cent is rounded up, less is not.
    [150, { basis_points: 100, fixed: 0, minimum: 0 }, 2],
    [149, { basis_points: 100, fixed: 0, minimum: 0 }, 1],
    [50, { basis_points: 100, fixed: 0, minimum: 0 }, 1],
    [49, { basis_points: 100, fixed: 0, minimum: 0 }, 0],
    [0, { basis_points: 500, fixed: 30, minimum: 100 }, 0],
    [99_999_999, { basis_points: 9_999, fixed: 0, minimum: 0 }, 99_989_999],
  ])('of %i by %j is %i', (of, by, fee) => {
    expect(applicationFee(of, by)).toBe(fee);
  });

  it('is a whole number, never negative and never above the amount', () => {
    fc.assert(
      fc.property(amount, rule, (of, by) => {
        const fee = applicationFee(of, by);
        expect(Number.isSafeInteger(fee) && fee >= 0 && fee <= of).toBe(true);
      }),
      runs,
    );
  });

  it('never falls when the amount rises', () => {
    fc.assert(
      fc.property(amount, amount, rule, (one, other, by) => {
        expect(applicationFee(Math.min(one, other), by)).toBeLessThanOrEqual(applicationFee(Math.max(one, other), by));
      }),
      runs,
    );
  });

  it('is exact to the minor unit, as arithmetic without limits has it', () => {
    const least = (one: bigint, other: bigint) => (one < other ? one : other);
    const most = (one: bigint, other: bigint) => (one > other ? one : other);
    // Twice the amount and one more, halved: half a unit rounds up.
    const exact = (of: bigint, { basis_points, fixed, minimum }: FeeRule) =>
      least(of, most(BigInt(minimum), (2n * of * BigInt(basis_points) + 10_000n) / 20_000n + BigInt(fixed)));
    fc.assert(
      fc.property(amount, rule, (of, by) => {
        expect(BigInt(applicationFee(of, by))).toBe(exact(BigInt(of), by));
      }),
      runs,
    );
  });
});

describe('a price of Stripe’s', () => {
  const plain: PriceReading = {
    active: true,
    type: 'one_time',
    billing_scheme: 'per_unit',
    currency: 'usd',
    unit_amount: 500,
    custom_unit_amount: null,
    transform_quantity: null,
  };

  it('is sold where its total is plain', () => {
    expect(foundPrice(plain)).toEqual({ unit_amount: 500, currency: 'usd', name: null });
  });

  it.each([
    ['active', false],
    ['type', 'recurring'],
    ['billing_scheme', 'tiered'],
    ['unit_amount', null],
    ['custom_unit_amount', { minimum: 100 }],
    ['transform_quantity', { divide_by: 10 }],
  ])('is not sold with %s %j', (field, value) => {
    expect(foundPrice({ ...plain, [field]: value })).toBeNull();
  });
});

describe('a basket', () => {
  const each = (unit_amount: number, currency = 'usd') => ({ unit_amount, currency, name: null });

  it('has no more of a price than the site allows', () => {
    const items = (...quantities: number[]) => quantities.map((quantity) => ({ price: 'a', quantity }));
    expect(quantityFault(items(1, 9), 9)).toBeNull();
    expect(quantityFault(items(1, 10), 9)).toMatchObject({ param: 'line_items.1.quantity' });
  });

  it('names the item without a price of the site’s currency', () => {
    const items = [
      { price: 'a', quantity: 1 },
      { price: 'b', quantity: 1 },
    ];
    expect(basketOf(items, [each(1), null], 'usd')).toMatchObject({ fault: { param: 'line_items.1.price' } });
    expect(basketOf(items, [each(1, 'eur'), each(1)], 'usd')).toMatchObject({ fault: { param: 'line_items.0.price' } });
    expect(basketOf(items, [each(1)], 'usd')).toMatchObject({ fault: { param: 'line_items.1.price' } });
  });

  it('never comes to more than Stripe charges at once, whatever the numbers', () => {
    const item = fc.record({ unit: fc.nat({ max: 999_999_999_999 }), quantity: fc.integer({ min: 1, max: 999_999 }) });
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 20 }), (some) => {
        const items = some.map(({ quantity }, at) => ({ price: `p${at}`, quantity }));
        const found = some.map(({ unit }) => each(unit));
        const total = some.reduce((sum, { unit, quantity }) => sum + BigInt(unit) * BigInt(quantity), 0n);
        const judged = basketOf(items, found, 'usd');
        expect(judged.ok).toBe(total <= BigInt(MOST_CHARGED));
        if (judged.ok) expect(BigInt(judged.basket.total)).toBe(total);
      }),
      runs,
    );
  });
});

describe('a buyer’s way back', () => {
  it('has the place for the session’s id as Stripe wants it, and says which price was left', () => {
    const page = new URL('https://shop.example/bikes?tab=2&q=a%20b#top');
    expect(returnAddress(page)).toBe(
      'https://shop.example/bikes?tab=2&q=a%20b&inlay=checkout-return&checkout_session={CHECKOUT_SESSION_ID}#top',
    );
    expect(cancelAddress(page, 'day_pass')).toBe(
      'https://shop.example/bikes?tab=2&q=a%20b&inlay=checkout-cancel&checkout_price=day_pass#top',
    );
  });

  it('replaces whatever the page had of these names', () => {
    const page = new URL(
      'https://shop.example/?inlay=x&checkout_session=cs_forged&a=1&inlay=y&checkout_price=z&%69nlay=w',
    );
    expect(returnAddress(page)).toBe(
      'https://shop.example/?a=1&inlay=checkout-return&checkout_session={CHECKOUT_SESSION_ID}',
    );
    expect(cancelAddress(page, 'p')).toBe('https://shop.example/?a=1&inlay=checkout-cancel&checkout_price=p');
  });

  it('stays on its page, with each of its parameters once, whatever the page', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (page) => {
        const url = new URL(page);
        const back = returnAddress(url);
        expect(back.split('{CHECKOUT_SESSION_ID}')).toHaveLength(
          2 + url.href.split('{CHECKOUT_SESSION_ID}').length - 1,
        );
        const read = new URL(back.replace('{CHECKOUT_SESSION_ID}', 'cs_test_1'));
        expect([read.origin, read.pathname, read.hash]).toEqual([url.origin, url.pathname, url.hash]);
        expect(read.searchParams.getAll('inlay')).toEqual(['checkout-return']);
        expect(read.searchParams.getAll('checkout_session')).toEqual(['cs_test_1']);
        expect(read.searchParams.has('checkout_price')).toBe(false);
      }),
      runs,
    );
  });
});

it('a session asks Stripe for what was bought, the site’s fee, and nothing that a page could have said', () => {
  const basket = {
    items: [
      { price: 'pass', quantity: 2, unit_amount: 500, currency: 'usd', name: 'Day pass' },
      { price: 'price_1', quantity: 1, unit_amount: 100, currency: 'usd', name: null },
    ],
    total: 1_100,
  };
  const wish = {
    merchant: 'ada',
    line_items: [
      { price: 'pass', quantity: 2 },
      { price: 'price_1', quantity: 1 },
    ],
    page: new URL('https://shop.example/'),
    presentation: 'inline',
    locale: 'pt-BR',
  } as const;
  const params = (fee: CheckoutSettings['fee']) => {
    const settings = { currency: 'usd', checkout: { ...v.parse(CheckoutSettings, {}), fee } };
    return checkoutParams(
      { ...wish, request: 'hash', site: { id: 'site_1', settings }, account: 'acct_1', basket },
      'order',
    );
  };
  const metadata = { inlay_site: 'site_1', inlay_merchant: 'ada', inlay_order: 'order' };
  expect(params({ basis_points: 1_000, fixed: 0, minimum: 0 })).toEqual({
    request: 'hash',
    merchant: 'ada',
    account: 'acct_1',
    line_items: wish.line_items,
    application_fee_amount: 110,
    session: {
      mode: 'payment',
      line_items: [
        { price_data: { currency: 'usd', unit_amount: 500, product_data: { name: 'Day pass' } }, quantity: 2 },
        { price: 'price_1', quantity: 1 },
      ],
      payment_intent_data: { application_fee_amount: 110, metadata },
      metadata,
      client_reference_id: 'order',
      locale: 'pt-BR',
      ui_mode: 'embedded_page',
      redirect_on_completion: 'if_required',
      return_url: 'https://shop.example/?inlay=checkout-return&checkout_session={CHECKOUT_SESSION_ID}',
    },
  });
  expect(params({ basis_points: 0, fixed: 0, minimum: 0 }).session.payment_intent_data).toEqual({ metadata });
});

it.each([
  [undefined, 'auto'],
  ['', 'auto'],
  ['x', 'auto'],
  ['sr', 'auto'],
  ['en', 'en'],
  ['en-US', 'en'],
  ['EN-gb', 'en-GB'],
  ['fr-CA', 'fr-CA'],
  ['fr-CH', 'fr'],
  ['de-AT', 'de'],
  ['pt-PT', 'pt'],
  ['pt-BR', 'pt-BR'],
  ['es', 'es'],
  ['es-ES', 'es'],
  ['es-MX', 'es-419'],
  ['es-419', 'es-419'],
  ['zh', 'zh'],
  ['zh-SG', 'zh'],
  ['zh-Hans-HK', 'zh'],
  ['zh-TW', 'zh-TW'],
  ['zh-Hant', 'zh-TW'],
  ['zh-HK', 'zh-HK'],
  ['zh-MO', 'zh-HK'],
  ['nn-NO', 'nb'],
  ['no', 'nb'],
  ['tl', 'fil'],
  ['in', 'id'],
  ['hi', 'hi-IN'],
])('a buyer whose page is in %s gets Checkout in %s', (tag, locale) => {
  expect(checkoutLocale(tag)).toBe(locale);
});

it.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:DB8:0001:0002::1', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['2001:db8:0:0:0:0:0:2', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['::', '0:0:0:0::/64'],
  ['64:ff9b::192.0.2.33', '64:ff9b:0:0::/64'],
])('%s counts as %s', (address, group) => {
  expect(addressGroup(address)).toBe(group);
});

it('every spelling of an address of one /64 counts alike, and none of another', () => {
  const hextet = fc.integer({ min: 0, max: 0xffff });
  const eight = fc.tuple(hextet, hextet, hextet, hextet, hextet, hextet, hextet, hextet);
  const spell = (address: readonly number[], pad: boolean, upper: boolean) => {
    const text = address.map((one) => one.toString(16).padStart(pad ? 4 : 1, '0')).join(':');
    return upper ? text.toUpperCase() : text;
  };
  fc.assert(
    fc.property(eight, eight, fc.boolean(), fc.boolean(), (one, other, pad, upper) => {
      const neighbour = [...one.slice(0, 4), ...other.slice(4)];
      expect(addressGroup(spell(neighbour, pad, upper))).toBe(addressGroup(spell(one, false, false)));
      const same = one.slice(0, 4).join() === other.slice(0, 4).join();
      expect(addressGroup(spell(other, pad, upper)) === addressGroup(spell(one, false, false))).toBe(same);
    }),
    runs,
  );
});

it.each([
  [Date.UTC(2026, 10, 24, 0, 0, 0, 0), '2026-11-24', 86_400],
  [Date.UTC(2026, 10, 24, 23, 59, 59, 999), '2026-11-24', 1],
  [Date.UTC(2026, 11, 31, 12), '2026-12-31', 43_200],
])('the quota of %i is that of %s, for %i more seconds', (now, day, secondsLeft) => {
  expect(quotaDay(now)).toEqual({ day, secondsLeft });
});

describe('what a site sells', () => {
  it('is nothing by default, for no fee', () => {
    expect(v.parse(CheckoutSettings, {})).toEqual({
      fee: { basis_points: 0, fixed: 0, minimum: 0 },
      prices: [],
      max_quantity: 99,
      daily_quota: 1_000,
    });
  });

  it.each([
    { fee: { basis_points: 10_001 } },
    { fee: { basis_points: -1 } },
    { fee: { fixed: 0.5 } },
    { fee: { minimum: -1 } },
    { fee: { percent: 5 } },
    { prices: [{ id: 'price_1', name: 'A', unit_amount: 1 }] },
    { prices: [{ id: '1a', name: 'A', unit_amount: 1 }] },
    { prices: [{ id: 'a', name: ' ', unit_amount: 1 }] },
    { prices: [{ id: 'a', name: 'A', unit_amount: 0 }] },
    { prices: [{ id: 'a', name: 'A', unit_amount: 100_000_000 }] },
    { prices: [{ id: 'a', name: 'A', unit_amount: 1, currency: 'eur' }] },
    {
      prices: [
        { id: 'a', name: 'A', unit_amount: 1 },
        { id: 'a', name: 'B', unit_amount: 2 },
      ],
    },
    { prices: Array.from({ length: 101 }, (_, at) => ({ id: `a${at}`, name: 'A', unit_amount: 1 })) },
    { max_quantity: 0 },
    { daily_quota: -1 },
  ])('is never %j', (settings) => {
    expect(v.safeParse(CheckoutSettings, settings).success).toBe(false);
  });
});
