/** The policies of pages, as browsers read them (CSP level 3, 6.7.2). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allows, type Deed } from './allows.ts';
import { amended } from './amend.ts';
import { type Directives, policiesInHeader, policyInMeta, textOf } from './policy.ts';
import { meansUrl } from './sources.ts';
import { withNonce } from './written.ts';

const SELF = new URL('https://app.example.com/payouts');

function directives(policy: string): Directives {
  return policiesInHeader(policy)[0]?.directives ?? new Map();
}

describe('a header', () => {
  it('is as many policies as it has parts between commas, whatever the case and the spaces', () => {
    const [first, second, ...others] = policiesInHeader(
      " Script-SRC\t'self'  https://a.test ;;img-src ; , default-src *,",
    );
    expect([...(first?.directives ?? [])]).toEqual([
      ['script-src', ["'self'", 'https://a.test']],
      ['img-src', []],
    ]);
    expect([...(second?.directives ?? [])]).toEqual([['default-src', ['*']]]);
    expect(others).toEqual([]);
  });

  it('holds what it says of a directive first', () => {
    expect(directives('img-src a.test; img-src *').get('img-src')).toEqual(['a.test']);
  });

  it('that says nothing is no policy', () => {
    expect(policiesInHeader(' ; ,')).toEqual([]);
  });
});

it('a meta is one policy, in which frames and sandboxes are not spoken of', () => {
  expect(
    policyInMeta("sandbox; frame-ancestors 'none'; img-src a.test").map(({ directives }) => textOf(directives)),
  ).toEqual(['img-src a.test']);
  expect(policyInMeta('sandbox')).toEqual([]);
});

describe('a source', () => {
  const rows: readonly (readonly [source: string, means: string, meansNot: string])[] = [
    ["'self'", 'https://app.example.com/any', 'https://app.example.com:8443/any'],
    ["'SELF'", 'https://app.example.com/any', 'https://example.com/any'],
    ['*', 'http://any.test/', 'data:text/plain,x'],
    ['https:', 'https://any.test/', 'http://any.test/'],
    ['http:', 'https://any.test/', 'ftp://any.test/'],
    ['wss:', 'wss://any.test/', 'ws://any.test/'],
    ['pay.test', 'https://pay.test/x', 'http://pay.test/x'],
    ['PAY.test', 'https://pay.test/x', 'https://pay.test.evil/x'],
    ['https://pay.test', 'https://pay.test/x', 'https://pay.test:8443/x'],
    ['http://pay.test', 'https://pay.test/x', 'https://www.pay.test/x'],
    ['http://pay.test:80', 'https://pay.test/x', 'https://pay.test:81/x'],
    ['https://pay.test:*', 'https://pay.test:8443/x', 'https://pay2.test:8443/x'],
    ['https://pay.test:8443', 'https://pay.test:8443/x', 'https://pay.test/x'],
    ['*.stripe.com', 'https://js.stripe.com/x', 'https://stripe.com/x'],
    ['https://*.stripe.com', 'https://a.b.stripe.com/x', 'https://evilstripe.com/x'],
    ['https://*', 'https://any.test/', 'http://any.test/'],
    ['https://pay.test/', 'https://pay.test/inlay.js', 'https://pay2.test/inlay.js'],
    ['https://pay.test/v/', 'https://pay.test/v/1/a.js', 'https://pay.test/inlay.js'],
    ['https://pay.test/inlay.js', 'https://pay.test/inlay.js', 'https://pay.test/inlay.js/x'],
    ['https://pay.test/a%20b', 'https://pay.test/a%20b', 'https://pay.test/a'],
    ['http://localhost:8787', 'http://localhost:8787/x', 'http://localhost:8788/x'],
    ['http://[::1]:8787', 'http://[::1]:8787/x', 'http://[::2]:8787/x'],
  ];
  for (const [source, means, meansNot] of rows) {
    it(`${source} means ${means}, not ${meansNot}`, () => {
      expect([meansUrl(source, new URL(means), SELF), meansUrl(source, new URL(meansNot), SELF)]).toEqual([
        true,
        false,
      ]);
    });
  }

  it.each(["'none'", "'unsafe-inline'", "'nonce-abc'", "'strict-dynamic'", 'https://', '*.', ''])(
    '%s means no address',
    (source) => {
      expect(meansUrl(source, new URL('https://pay.test/'), SELF)).toBe(false);
    },
  );

  it('of a page without an origin has no self', () => {
    expect(meansUrl("'self'", new URL('data:,x'), new URL('data:,y'))).toBe(false);
  });
});

describe('a policy', () => {
  const script = (more: Partial<Deed & { does: 'script' }> = {}): Deed => ({
    does: 'script',
    url: new URL('https://pay.test/inlay.js'),
    ...more,
  });
  const connect: Deed = { does: 'connect', url: new URL('https://pay.test/v1') };
  const frame: Deed = { does: 'frame', url: new URL('https://js.stripe.com/f') };
  const style: Deed = { does: 'style', hash: 'sha256-abc=' };
  const trusted: Deed = { does: 'policy', name: 'inlay' };
  const rows: readonly (readonly [policy: string, deed: Deed, allowed: boolean])[] = [
    ["img-src 'none'", script(), true],
    ["default-src 'none'", script(), false],
    ["default-src 'none'; script-src https://pay.test", script(), true],
    ["script-src https://pay.test; script-src-elem 'self'", script(), false],
    ["script-src 'self'; script-src-elem https://pay.test", script(), true],
    ["script-src 'nonce-Abc'", script({ nonce: 'Abc', inHtml: true }), true],
    ["script-src 'nonce-Abc'", script({ nonce: 'abc' }), false],
    ["script-src 'sha384-xyz'", script({ integrity: 'sha384-xyz' }), true],
    ["script-src 'sha384-xyz'", script({ integrity: 'sha384-xyz sha384-other' }), false],
    ["script-src 'strict-dynamic' 'nonce-a' https://pay.test", script({ inHtml: true }), false],
    ["script-src 'strict-dynamic' 'nonce-a' https://pay.test", script({ inHtml: true, nonce: 'a' }), true],
    ["script-src 'Strict-Dynamic' 'nonce-a'", script(), true],
    ["connect-src 'none'; default-src *", connect, false],
    ['default-src https://pay.test', connect, true],
    ["default-src 'self'; child-src https://js.stripe.com", frame, true],
    ["child-src https://js.stripe.com; frame-src 'self'", frame, false],
    ["style-src 'self'", style, false],
    ["style-src 'sha256-abc='", style, true],
    ["style-src 'unsafe-inline'", style, true],
    ["style-src 'unsafe-inline' 'nonce-a'", style, false],
    ["default-src 'self'; style-src-elem 'unsafe-inline'", style, true],
    ['trusted-types lit-html', trusted, false],
    ['trusted-types', trusted, false],
    ['trusted-types *', trusted, true],
    ["require-trusted-types-for 'script'", trusted, true],
    ["trusted-types inlay 'allow-duplicates'", trusted, true],
  ];
  for (const [policy, deed, allowed] of rows) {
    it(`${allowed ? 'allows' : 'forbids'}, as "${policy}", a ${deed.does}`, () => {
      expect(allows(directives(policy), deed, SELF)).toBe(allowed);
    });
  }
});

describe('an amended policy', () => {
  const need = (deed: Deed, source: string) => ({ deed, source, who: 'a test' });
  const worker = need({ does: 'connect', url: new URL('https://pay.test/') }, 'https://pay.test');

  it.each([
    ["connect-src 'self'", "connect-src 'self' https://pay.test"],
    ["connect-src 'none'; img-src *", 'connect-src https://pay.test; img-src *'],
    ["default-src 'self' cdn.test", "default-src 'self' cdn.test; connect-src 'self' cdn.test https://pay.test"],
    ["default-src 'none'", "default-src 'none'; connect-src https://pay.test"],
    ['img-src *', 'img-src *'],
  ])('of "%s" is "%s"', (before, after) => {
    expect(textOf(amended(directives(before), [worker]))).toBe(after);
  });

  it('allows what was needed, and nothing that no need asked for, whatever it was before', () => {
    const source = fc.constantFrom(
      "'self'",
      "'none'",
      '*',
      'https:',
      'https://pay.test',
      'https://a.test/v/',
      "'nonce-x'",
      "'unsafe-inline'",
    );
    const name = fc.constantFrom(
      'default-src',
      'script-src',
      'script-src-elem',
      'connect-src',
      'frame-src',
      'child-src',
      'img-src',
      'style-src',
      'style-src-elem',
      'trusted-types',
    );
    const policy = fc.uniqueArray(fc.tuple(name, fc.array(source, { maxLength: 3 })), {
      selector: ([one]) => one,
      minLength: 1,
    });
    const needs = [
      worker,
      need({ does: 'script', url: new URL('https://pay.test/inlay.js') }, 'https://pay.test'),
      need({ does: 'frame', url: new URL('https://js.stripe.com/') }, 'https://js.stripe.com'),
      need({ does: 'image', url: new URL('https://any.stripe.com/') }, 'https://*.stripe.com'),
      need({ does: 'style', hash: 'sha256-abc=' }, "'sha256-abc='"),
      need({ does: 'policy', name: 'inlay' }, 'inlay'),
    ];
    const others: Deed[] = (['script', 'connect', 'frame', 'image'] as const).map((does) => ({
      does,
      url: new URL('https://evil.test/'),
    }));
    fc.assert(
      fc.property(policy, fc.subarray(needs), (parts, some) => {
        const before: Directives = new Map(parts);
        const refused = some.filter(({ deed }) => !allows(before, deed, SELF));
        const after = directives(textOf(amended(before, refused)));
        for (const { deed } of some) expect(allows(after, deed, SELF)).toBe(true);
        for (const deed of others) expect(allows(after, deed, SELF)).toBe(allows(before, deed, SELF));
        expect(amended(before, []).size).toBe(before.size);
      }),
      { seed: 20261125, numRuns: 500 },
    );
  });
});

it('a policy can be had with another nonce, each source once', () => {
  const policy = directives(
    "script-src 'nonce-a' 'NONCE-b' 'strict-dynamic'; style-src 'nonce-a'; img-src nonce-a.test",
  );
  expect(textOf(withNonce(policy, 'c'))).toBe(
    "script-src 'nonce-c' 'strict-dynamic'; style-src 'nonce-c'; img-src nonce-a.test",
  );
});
