import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Finding } from '../doctor/finding.ts';
import type { Around } from './doctor/cookie.ts';
import { look } from './doctor/look.ts';
import { readOptions } from './doctor/options.ts';
import { asJson, report } from './doctor/report.ts';
import { createScene, type Scene } from './doctor/testing.ts';

let scene: Scene;
beforeEach(async () => {
  scene = await createScene();
});
afterEach(() => scene.close());

const nothingAround = { cookie: undefined, input: () => Promise.resolve('') };

async function findings(...more: string[]): Promise<Finding[]> {
  return findingsWith({}, ...more);
}

async function findingsWith(around: Partial<Around>, ...more: string[]): Promise<Finding[]> {
  const args = ['doctor', `${scene.site}/payouts?user=SECRET_QUERY`, ...more];
  const options = await readOptions(args, { ...nothingAround, ...around });
  if (options === null) throw new Error('help');
  return look(options);
}

async function wrong(...more: string[]): Promise<string[]> {
  const all = await findings(...more);
  return all.flatMap(({ check, outcome, paste }) => (outcome === 'ok' ? [] : [`${outcome} ${check} | ${paste}`]));
}

describe('inlay doctor', () => {
  it('finds nothing wrong with a page on which nothing is', async () => {
    expect(await wrong()).toEqual([]);
    const checks = (await findings()).map(({ check }) => check);
    expect(checks).toEqual(
      expect.arrayContaining(['origin', 'keys', 'token', 'token-scope', 'clock', 'webhook-endpoint', 'webhooks']),
    );
  });

  it('sends a session to the page and its token route, and to nobody else; the token to the Worker alone', async () => {
    await findingsWith({ cookie: 'session=CANARY_COOKIE' });
    const [page, route, first, second] = scene.seen;
    expect(page).toMatchObject({
      path: '/payouts?user=SECRET_QUERY',
      cookie: 'session=CANARY_COOKIE',
      authorization: undefined,
    });
    expect(route).toMatchObject({
      method: 'POST',
      cookie: 'session=CANARY_COOKIE',
      origin: scene.site,
      authorization: undefined,
    });
    expect(first).toMatchObject({
      path: '/v1/sites/site_1/checkup',
      origin: scene.site,
      authorization: undefined,
      cookie: undefined,
    });
    expect(second?.authorization).toMatch(/^Bearer .*CANARY_SIGNATURE$/);
    for (const { path, cookie, authorization } of scene.seen.slice(4))
      expect([path, cookie, authorization]).toEqual([path, undefined, undefined]);
  });

  it('shows no token, no session and no query', async () => {
    scene.checkup = { token: { valid: false, code: 'token_invalid', param: 'aud' } };
    scene.claims = { aud: 'https://elsewhere.test', sub: 'CANARY_USER' };
    scene.page.headers = { 'Content-Security-Policy': "default-src 'none'" };
    const text = report(await findingsWith({ cookie: 'session=CANARY_COOKIE' }), true);
    expect(text).toContain('https://elsewhere.test');
    expect(text).not.toMatch(/CANARY|SECRET_QUERY|eyJ\w/);
  });

  it('follows redirects to where the page is', async () => {
    scene.answers.set('/payouts', { status: 302, headers: { Location: '/there' } });
    scene.page.headers = { 'Referrer-Policy': 'no-referrer' };
    expect(await wrong('--element', 'link-bank-account')).toEqual([
      'fault referrer-policy | Referrer-Policy: strict-origin-when-cross-origin',
    ]);
    scene.answers.set('/there', { status: 302, headers: { Location: '/payouts' } });
    expect(await wrong()).toEqual(['fault page | undefined']);
  });

  it('says when the page cannot be looked at', async () => {
    for (const answer of [{ status: 500 }, { status: 401 }, { headers: { 'Content-Type': 'application/pdf' } }]) {
      scene.answers.set('/payouts', answer);
      expect(await wrong()).toEqual(['fault page | undefined']);
    }
  });

  it('proposes a policy under which nothing is wrong', async () => {
    scene.page.head += '<meta http-equiv="Content-Security-Policy" content="img-src *; connect-src x">';
    scene.page.headers = { 'Content-Security-Policy': "default-src 'self'" };
    scene.page.body = '<link-bank-account></link-bank-account><connect-embedded></connect-embedded>';
    const faults = (await findings()).filter(({ outcome }) => outcome === 'fault');
    expect(faults.map(({ check }) => check)).toEqual(['content-security-policy', 'content-security-policy']);
    const [header = '', meta = ''] = faults.map(({ paste = '' }) => paste);
    scene.page.headers = { 'Content-Security-Policy': header.replace('Content-Security-Policy: ', '') };
    scene.page.head = scene.page.head.replace(/<meta.*/, meta);
    expect(await wrong()).toEqual([]);
  });

  it('finds an address that is none, and asks nobody there', async () => {
    const tag = `<script type="module" src="${scene.worker}/inlay.js" data-site="site_1" data-token-url="/inlay/token"`;
    scene.page.head = `${tag} data-api="localhost:6302"></script>`;
    expect(await wrong()).toEqual(['fault settings | data-api="http://localhost:6302"']);
    scene.page.head = `${tag}></script>`;
    expect(await wrong('--token-url', 'https://')).toEqual(['fault settings | --token-url="/inlay/token"']);
    scene.page.head = '<script type="module" src="https://" data-site="site_1" data-token-url="/inlay/token"></script>';
    expect(await wrong()).toEqual(['fault settings | src="https://pay.example.com/inlay.js"']);
    scene.page.head = '';
    expect(await wrong('--token-url', 'https://', '--site', 'site_1')).toEqual([
      'fault settings | --token-url="/inlay/token"',
      'unknown settings | --api https://pay.example.com',
    ]);
  });

  const error = (status: number, code: string) => ({
    status,
    body: JSON.stringify({ error: { code, message: 'No.' } }),
  });
  const checkup = '/v1/sites/site_1/checkup';
  const faults: readonly (readonly [name: string, make: () => unknown, finds: () => string])[] = [
    [
      'an origin that is not on the list',
      () => scene.answers.set(checkup, error(403, 'origin_not_allowed')),
      () => `origin | ${scene.site}`,
    ],
    [
      'a site that does not exist',
      () => scene.answers.set(checkup, error(404, 'site_unknown')),
      () => 'site | data-site="site_…"',
    ],
    [
      'something else than a Worker',
      () => scene.answers.set(checkup, { body: '<html>' }),
      () => 'worker | data-api="https://pay.example.com"',
    ],
    [
      'a key of the other mode',
      () => (scene.checkup = { key_of_other_mode: 'publishable_key' }),
      () => 'keys | npm run site -- change site_1 --stripe-keys',
    ],
    [
      'a token route that is not there',
      () => scene.answers.set('/inlay/token', { status: 404 }),
      () => 'token-route | POST /inlay/token',
    ],
    [
      'a token route that sends to a login',
      () => scene.answers.set('/inlay/token', { status: 302, headers: { Location: '/login?next=SECRET' } }),
      () => `token-route | data-token-url="${scene.site}/login"`,
    ],
    [
      'a token route of HTML',
      () => scene.answers.set('/inlay/token', { body: '<!doctype html>' }),
      () => 'token-route | { "token": "eyJ…" }',
    ],
    [
      'a token without the scope',
      () => (scene.checkup = { token: { valid: true, scope: ['bank'] } }),
      () => 'token-scope | "scope": ["bank","onboard"]',
    ],
    [
      'a token for another Worker',
      () => (scene.checkup = { token: { valid: false, code: 'token_invalid', param: 'aud' } }),
      () => `token | "aud": "${scene.worker}"`,
    ],
    [
      'a clock ahead in the token',
      () => (scene.claims = { iat: Math.floor(Date.now() / 1000) + 90 }),
      () => 'clock | timedatectl set-ntp true',
    ],
    [
      'a clock behind in the header Date',
      () => (scene.checkup = { now: Math.floor(Date.now() / 1000) + 90 }),
      () => 'clock | timedatectl set-ntp true',
    ],
    [
      'a webhook endpoint that redirects',
      () => scene.answers.set('/v1/webhooks/stripe', { status: 308, headers: { Location: '/' } }),
      () => `webhook-endpoint | ${scene.worker}/v1/webhooks/stripe`,
    ],
    [
      'a hash that is not the file’s',
      () => (scene.page.head = scene.page.head.replace('/inlay.js"', '/v/1.0.0/inlay.js" integrity="sha384-wrong"')),
      () => 'integrity | integrity="sha384-right"',
    ],
  ];
  const evil = 'site_x\x1b]0;PWNED\x07\x9b31m\u202e\u{e0041}';
  it('shows no character that a terminal acts on', async () => {
    scene.page.head = `<script type="module" src="${scene.worker}/inlay.js" data-site="${evil}"></script>`;
    scene.answers.set(`/v1/sites/${encodeURIComponent(evil)}/checkup`, error(404, 'site_unknown'));
    const found = await findings();
    expect(report(found, false)).toContain('knows no site site_x\\u{1b}]0;PWNED\\u{7}\\u{9b}31m\\u{202e}\\u{e0041}.');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    for (const text of [report(found, false), asJson(found)]) expect(text).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f]/);
    expect(JSON.parse(asJson(found))).toEqual(found);
  });

  it.each([
    ['{"object":"checkup"}'],
    ['{"object":"checkup","site":"site_1","worker":"x","token":{"valid":true}}'],
    ['{"error":{}}'],
    ['null'],
    ['[]'],
  ])('takes %s for no answer of a Worker', async (body) => {
    scene.answers.set(checkup, { body });
    expect(await wrong()).toEqual(['fault worker | data-api="https://pay.example.com"']);
  });

  it('takes a checkup of another site for no answer, and an address for no origin', async () => {
    for (const change of [{ site: 'site_2' }, { worker: `${scene.worker}/; reboot` }]) {
      scene.checkup = change;
      expect(await wrong()).toEqual(['fault worker | data-api="https://pay.example.com"']);
    }
  });

  it('says when the webhook endpoint cannot be reached', async () => {
    scene.answers.set('/v1/webhooks/stripe', { reset: true });
    const found = (await findings()).filter(({ outcome }) => outcome !== 'ok');
    expect(found).toEqual([
      expect.objectContaining({
        check: 'webhook-endpoint',
        outcome: 'fault',
        says: expect.stringMatching(/^The webhook endpoint could not be reached \(/),
        paste: `${scene.worker}/v1/webhooks/stripe`,
      }),
    ]);
  });

  it('reads no more than 5 MB of a page', async () => {
    scene.answers.set('/payouts', { headers: { 'Content-Type': 'text/html' }, body: 'x'.repeat(5_000_001) });
    expect((await findings()).map(({ says }) => says)).toEqual([
      'The page could not be had: it answered with more than 5 MB, of which no more is read.',
    ]);
  });

  const tagged = (src: string, more = 'type="module"') => {
    scene.page.head = `<script ${more} src="${src}" data-site="site_1" data-token-url="/inlay/token"></script>`;
  };
  const scripts: readonly (readonly [name: string, make: () => unknown, paste: () => string])[] = [
    ['of a version that is gone', () => tagged(`${scene.worker}/v/0.0.9/inlay.js`), () => newest()],
    [
      'of a version that is gone, with its hash',
      () => tagged(`${scene.worker}/v/0.0.9/inlay.js`, 'type="module" integrity="sha384-old"'),
      () => newest(),
    ],
    ['whose name is misspelt', () => tagged(`${scene.worker}/inlayy.js`), () => newest()],
    [
      'that was no module and is gone',
      () => tagged(`${scene.worker}/v/0.0.9/inlay.iife.js`, 'integrity="sha384-old"'),
      () => `src="${scene.worker}/v/1.0.0/inlay.iife.js" integrity="sha384-iife" crossorigin="anonymous"`,
    ],
    [
      'that is HTML',
      () => scene.answers.set('/inlay.js', { headers: { 'Content-Type': 'text/html' } }),
      () => newest(),
    ],
    [
      'where no hashes are to be had',
      () => {
        scene.answers.set('/inlay.js', { status: 503 });
        scene.answers.set('/integrity.json', { body: '{"v/1.0.0/inlay.js":"sha384-x\\" onload=\\"evil()"}' });
      },
      () => `src="${scene.worker}/inlay.js"`,
    ],
    ['that is a module, and not said to be', () => tagged(`${scene.worker}/inlay.js`, ''), () => 'type="module"'],
  ];
  const newest = () => `src="${scene.worker}/v/1.0.0/inlay.js" integrity="sha384-right"`;
  for (const [name, make, paste] of scripts) {
    it(`finds a script ${name}`, async () => {
      make();
      expect(await wrong()).toEqual([`fault script-tag | ${paste()}`]);
    });
  }

  it('finds nothing wrong with a script that need be no module', async () => {
    tagged(`${scene.worker}/inlay.iife.js`, '');
    expect(await wrong()).toEqual([]);
  });

  it('says once that the Worker is out of reach', async () => {
    tagged('http://localhost:1/inlay.js');
    expect(await wrong()).toEqual(['fault worker | data-api="http://localhost:1"']);
    tagged('http://localhost:1/inlay.js', `data-api="${scene.worker}" type="module"`);
    expect(await wrong()).toEqual([`fault script-tag | ${newest()}`]);
  });

  for (const [name, make, finds] of faults) {
    it(`finds ${name}`, async () => {
      make();
      expect(await wrong()).toEqual([`fault ${finds()}`]);
    });
  }

  it('is told what a script of the page does later', async () => {
    scene.page.body = '';
    scene.page.head = '';
    expect(await wrong()).toEqual([
      'unknown settings | --site site_…',
      'unknown settings | --api https://pay.example.com',
      'unknown elements | undefined',
    ]);
    scene.page.body = '<link-bank-account></link-bank-account>';
    expect(await wrong('--site', 'site_1', '--api', scene.worker)).toEqual([
      'unknown settings | --token-url /inlay/token',
    ]);
    const given = [
      '--site',
      'site_1',
      '--api',
      scene.worker,
      '--token-url',
      '/inlay/token',
      '--element',
      'connect-embedded',
    ];
    expect(await wrong(...given)).toEqual([]);
  });
});

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** The command itself, as `npx` runs it. */
function run(...args: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [fileURLToPath(new URL('inlay.ts', import.meta.url)), ...args]);
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    child.on('close', (code) => resolve({ code, out, err }));
  });
}

describe('the command', () => {
  it('ends with 0 where nothing is wrong, and with 1 where something is, which it shows', async () => {
    const [well, help] = await Promise.all([run('doctor', `${scene.site}/`), run('--help')]);
    expect([well.code, well.err, help.code]).toEqual([0, '', 0]);
    expect(well.out).toMatch(
      /✓ The Worker accepts the token\.\n[\s\S]*Nothing is wrong that can be seen from here; \d+ fine\.\n$/,
    );
    scene.page.headers = { 'Cross-Origin-Opener-Policy': 'same-origin' };
    const { code, out } = await run('doctor', `${scene.site}/`, '--element', 'link-bank-account');
    expect(code).toBe(1);
    expect(out).toMatch(/^Your page and its headers\n[\s\S]*✗ Cross-Origin-Opener-Policy: same-origin cuts off/);
    expect(out).toContain('\n      Cross-Origin-Opener-Policy: same-origin-allow-popups\n');
    expect(out, 'no colours where nobody looks').not.toContain('\x1b');
  });

  it('gives the findings to programs', async () => {
    scene.answers.set('/inlay/token', { status: 500 });
    const { code, out } = await run('doctor', `${scene.site}/a?b=c`, '--json');
    const { url, findings } = JSON.parse(out);
    expect([code, url]).toEqual([1, `${scene.site}/a`]);
    expect(findings.filter(({ outcome }: Finding) => outcome === 'fault')).toEqual([
      expect.objectContaining({ check: 'token-route', owner: 'token', paste: '{ "token": "eyJ…" }' }),
    ]);
  });

  it.each([
    [[], 'Name a command.'],
    [['heal', 'https://app.test'], 'There is no command "heal".'],
    [['doctor'], 'Name the page to look at'],
    [['doctor', 'app.test'], '"app.test" is not an http or https address'],
    [['doctor', 'file:///etc/passwd'], 'is not an http or https address'],
    [['doctor', 'https://a.test', 'https://b.test'], 'One page at a time.'],
    [['doctor', 'https://a.test', '--sit', 'x'], "'--sit'"],
    [['doctor', 'https://a.test', '--element', 'x-y'], 'There is no element <x-y>.'],
    [['doctor', 'https://a.test', '--cookie', 'session=1'], 'Put the session into INLAY_COOKIE'],
  ])('%j cannot be understood, and says why', (args, message) => {
    return expect(readOptions(args, nothingAround)).rejects.toThrow(message);
  });

  it('takes a session from the environment or from standard input, and no other than one line', async () => {
    const cookieOf = async (around: Partial<Around>, ...more: string[]) =>
      (await readOptions(['doctor', 'https://a.test', ...more], { ...nothingAround, ...around }))?.cookie;
    expect(await cookieOf({})).toBe(null);
    expect(await cookieOf({ cookie: '' })).toBe(null);
    expect(await cookieOf({ cookie: 'session=1' })).toBe('session=1');
    expect(await cookieOf({ cookie: 'session=1', input: async () => 'session=2\n' }, '--cookie', '-')).toBe(
      'session=2',
    );
    await expect(cookieOf({ cookie: 'a=1\r\nHost: evil.test' })).rejects.toThrow('The session is one line');
  });

  it('ends with 2 then', async () => {
    const { code, out, err } = await run('doctor', 'nowhere');
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^"nowhere" is not[\s\S]*inlay doctor URL \[options\]/);
  });
});
