import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { personNamed } from '../people.ts';
import { elements } from '../playground/elements.ts';
import { filesFor, importsIn } from './bundle-files.ts';
import { componentOf, frontendCode } from './frontend-code.ts';
import { policyOf } from './policy.ts';
import { elementTags, hashOf, headTags, importMapOf } from './tags.ts';
import { backends, scopesOf, tokenRoute } from './token-routes.ts';
import { frontends, type Wanted, wantedIn } from './wanted.ts';

const settings = {
  origin: 'http://localhost:5173',
  worker: 'https://pay.example.com',
  standIn: null,
  site: 'site_1',
  key: { id: 'key_1', secret: 'a secret of the site, of more than 32 bytes' },
};
const person = personNamed('ann');
const tags = elements().map(({ tag }) => tag);

function wanted(address: string): Wanted {
  if (person === null) throw new Error('Ann is a name.');
  const parameters = new URLSearchParams(address);
  return wantedIn({
    query: (name) => parameters.get(name) ?? undefined,
    queries: (name) => parameters.getAll(name),
    settings,
    person,
    tags,
  });
}

function policy(address: string, mapHash: string | null = null, standIn: string | null = null): string {
  const directives = policyOf(wanted(address), { mapHash, standIn });
  return directives.map(([name, sources]) => [name, ...sources].join(' ')).join('; ');
}

describe('the policy', () => {
  test('of a page that only sends merchants to onboarding names nobody but the Worker', () => {
    expect(policy('element=connect-onboard-button')).toBe(
      "default-src 'none'; script-src https://pay.example.com; connect-src 'self' https://pay.example.com; " +
        "img-src 'self'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    );
  });

  test('allows from Stripe what an element needs, each thing once', () => {
    const both = policy('element=connect-embedded&element=link-bank-account');
    expect(both).toContain(
      'frame-src https://connect-js.stripe.com https://js.stripe.com https://*.js.stripe.com https://hooks.stripe.com;',
    );
    expect(both).toContain("style-src 'self' 'sha256-");
    expect(policy('element=cashapp-save-method')).toContain("img-src 'self';");
    expect(policy('element=cashapp-save-method&in-place=yes')).toContain("img-src 'self' https://qr.stripe.com;");
    expect(policy('element=connect-checkout-button')).not.toContain('stripe');
    expect(policy('element=connect-checkout-button&in-place=yes')).toContain('frame-src https://js.stripe.com');
  });

  test('goes by a nonce, or by the hash of the import map, or by what stands in for Stripe', () => {
    expect(policy('nonce=yes', 'sha256-x')).toContain("script-src 'nonce-{NONCE}' 'strict-dynamic' https://pay");
    expect(policy('', 'sha256-x')).toContain("script-src 'sha256-x' https://pay");
    const local = policy('element=connect-embedded', null, 'http://localhost:1');
    expect(local).toContain('frame-src http://localhost:1;');
    expect(local).not.toContain('stripe.com');
  });

  test('enforces Trusted Types with the policies that the elements make', () => {
    const enforced = "require-trusted-types-for 'script'; trusted-types inlay-html";
    expect(policy('element=connect-onboard-button&trusted-types=yes')).toMatch(new RegExp(`${enforced}$`));
    expect(policy('element=link-bank-account&trusted-types=yes')).toMatch(new RegExp(`${enforced} inlay$`));
    const fromNpm = policy('frontend=react&element=link-bank-account&trusted-types=yes');
    expect(fromNpm).toMatch(/trusted-types lit-html inlay$/);
  });
});

describe('the tags', () => {
  const files = { 'v/1/a.js': 'sha384-A' };
  const bundle = { hashes: { ...files, 'v/1/inlay.js': 'sha384-L' }, loader: 'v/1/inlay.js', read: async () => '' };

  test('have the hash of the loader, and before it an import map with those of the files', () => {
    const map = importMapOf('https://pay.example.com', files);
    const head = headTags(wanted(''), map, bundle);
    const [, between = ''] = /<script type="importmap">([\s\S]*?)<\/script>\n<script type="module"/.exec(head) ?? [];
    expect(JSON.parse(between)).toEqual({ integrity: { 'https://pay.example.com/v/1/a.js': 'sha384-A' } });
    expect(hashOf(map)).toBe(`sha256-${createHash('sha256').update(between).digest('base64')}`);
    expect(head).toContain('integrity="sha384-L" crossorigin="anonymous"');
  });

  test('follow the newest version where they are asked to, and take a nonce', () => {
    const head = headTags(wanted('version=major&nonce=yes&site=site_2&token-url=/t'), null, bundle);
    expect(head).toBe(
      '<script type="module" src="https://pay.example.com/1/inlay.js"\n' +
        '        nonce="{NONCE}" data-csp-nonce="{NONCE}"\n' +
        '        data-site="site_2" data-token-url="/t"></script>',
    );
  });

  test('are the elements that were chosen, with what they need; nothing else of an address gets in', () => {
    expect(elementTags(wanted('element=connect-checkout-button&in-place=yes&element=evil'))).toBe(
      '<connect-checkout-button merchant="ann" price="day_pass" presentation="inline"></connect-checkout-button>',
    );
    const { site, worker, tokenUrl } = wanted('site="><script>&worker=javascript:1&token-url=//evil.test"');
    expect([site, worker, tokenUrl]).toEqual(['site_1', 'https://pay.example.com', '/inlay/token?user=ann']);
  });
});

test('the files of an element are what it imports, now and later, and every one that a name may turn out to be', async () => {
  const texts: { readonly [file: string]: string } = {
    'v/1/f/a-b.js': `import{x}from'./shared.js';const y=()=>import(\`./words/\${l}.js\`)`,
    'v/1/f/shared.js': 'import("./later.js")',
    'v/1/f/later.js': '',
    'v/1/f/words/fr.js': '',
    'v/1/f/words/de.js': '',
    'v/1/f/other-b.js': '',
  };
  const hashes = Object.fromEntries(Object.keys(texts).map((file) => [file, `hash of ${file}`]));
  const found = await filesFor(['a-b'], { hashes, loader: '', read: async (file) => texts[file] ?? '' });
  expect(Object.keys(found)).toEqual(
    ['a-b', 'later', 'shared', 'words/de', 'words/fr'].map((file) => `v/1/f/${file}.js`),
  );
  expect(importsIn('from"react";import("./gone.js")', 'v/1/f/a-b.js', Object.keys(texts))).toEqual([]);
});

describe('the token route', () => {
  test.each(backends.map(({ value }) => value))('in %s asks for what the elements need', (backend) => {
    const all = tokenRoute(wanted(`backend=${backend}&element=linked-bank-accounts&element=saved-payment-methods`));
    expect(all).toMatch(/["']bank["'], ["']save["']/);
    expect(all).not.toMatch(/["']onboard["']|site_…|pay\.example\.com\/…/);
  });

  test.each(backends.map(({ value }) => value))(
    'in %s is one that can be pasted: for this Worker and site, with who is signed in left to the reader',
    (backend) => {
      const address = `backend=${backend}&worker=https://inlay.rides.example&site=site_2&token-url=/api/inlay%3Fas=ann`;
      const code = tokenRoute(wanted(address));
      expect(code).toContain('https://inlay.rides.example');
      expect(code).toContain('site_2');
      expect(code).not.toMatch(/\/inlay\/token|as=ann/);
      if (backend === 'http') return;
      expect(code).toContain('INLAY_KEY_SECRET');
      expect(code).toMatch(/Yours: who sent (these cookies|this request), by your own session/);
      expect(code).toMatch(/\/api\/inlay/);
      expect(code).toContain('Sign in first.');
    },
  );

  test('is one for a server of its own where nothing was chosen', () => {
    expect(tokenRoute(wanted(''))).toContain("app.post('/inlay/token'");
  });

  test('knows the scope of every element, and is not there for a buyer', () => {
    for (const tag of tags.filter((one) => one !== 'connect-checkout-button' && one !== 'inlay-doctor'))
      expect(scopesOf([tag]), tag).toHaveLength(1);
    expect(tokenRoute(wanted('element=connect-checkout-button'))).toBe('');
  });
});

test.each(frontends.map(({ value }) => value).filter((value) => value !== 'html'))(
  'in %s the elements are set up once',
  (frontend) => {
    const code = frontendCode(wanted(`frontend=${frontend}&element=connect-embedded`));
    expect(code).toContain(
      "init({ site: 'site_1', api: 'https://pay.example.com', tokenUrl: '/inlay/token?user=ann' })",
    );
    expect(code).toContain('component="payouts"');
    expect(code).toMatch(/import 'inlay\/elements\/connect-embedded';|import { ConnectEmbedded } from 'inlay\/react';/);
    // That would be all of the elements.
    expect(code).not.toContain("from 'inlay';");
    expect(componentOf('connect-embedded')).toBe('ConnectEmbedded');
  },
);

test.each(frontends.map(({ value }) => value).filter((value) => value !== 'html'))(
  'in %s a nonce is that of the page, for a bundle is the same for every response',
  (frontend) => {
    const code = frontendCode(wanted(`frontend=${frontend}&nonce=yes`));
    expect(code).not.toContain('{NONCE}');
    expect(code).toMatch(
      /if \(typeof document !== 'undefined'\) \{\n {2}const cspNonce = .*document\.scripts.*\n {2}init\(.*cspNonce \}/,
    );
  },
);
