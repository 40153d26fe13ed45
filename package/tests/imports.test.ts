import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';
import { elementsOf } from '../../scripts/docs/manifest.ts';
import manifest from '../../widgets/custom-elements.json' with { type: 'json' };
import { installed, project, readPackageJson } from '../testing/places.ts';

/** What a module script prints, run in a project that has the package. */
function run(script: string): string {
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: project,
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  return stdout.trim();
}

const entries = Object.keys(readPackageJson().exports)
  .filter((name) => !name.endsWith('.json'))
  .map((name) => `inlay${name.slice(1).replace('*', 'connect-embedded')}`);

test('every export can be imported where there is no page, and leaves nothing behind but what Lit needs', () => {
  expect(entries).toContain('inlay/elements/connect-embedded.js');
  const left = run(`
    const before = new Set(Reflect.ownKeys(globalThis));
    for (const entry of ${JSON.stringify(entries)}) await import(entry);
    const { init } = await import('inlay');
    init({ site: 'site_1' }).logout();
    console.log(Reflect.ownKeys(globalThis).filter((key) => !before.has(key)).map(String).sort().join());
  `);
  // Node's own fetch makes itself ready when somebody looks at it.
  const expected = /^(lit[A-Z]\w+|reactiveElementVersions|customElements|Symbol\(undici\..*)$/;
  expect(left.split(',').filter((name) => !expected.test(name))).toEqual(['Symbol(inlay)']);
});

test('the tags that a build may ask for are those of the elements, and come without any code of theirs', () => {
  const printed = run(`
    const { tags } = await import('inlay/tags');
    console.log(JSON.stringify({ tags, elements: typeof customElements }));
  `);
  const tags = elementsOf(manifest).map(({ tagName }) => tagName);
  expect(JSON.parse(printed)).toEqual({ tags, elements: 'undefined' });
});

test('a wrapper is rendered on a server as its tag, with what markup can say', () => {
  const html = run(`
    import { createElement } from 'react';
    import { renderToString } from 'react-dom/server';
    import { ConnectOnboardButton } from 'inlay/react';
    const fetchToken = async () => '';
    const props = { id: 'payouts', className: 'wide', fetchToken, appearance: {}, onInlayReady() {} };
    console.log(renderToString(createElement(ConnectOnboardButton, props, 'Get paid')));
  `);
  expect(html).toBe('<connect-onboard-button id="payouts" class="wide">Get paid</connect-onboard-button>');
});

test('the server’s functions run on their own, without a package beside them', () => {
  const printed = run(`
    import { mintToken, verifyToken } from 'inlay/server';
    const [site, worker, key] = ['site_1', 'https://pay.example.com', { id: 'key_1', secret: 'a secret' }];
    const token = await mintToken({ site, worker, key, sub: 'ada', scope: ['bank'] });
    console.log((await verifyToken(token, { site, worker, keys: [key] })).sub);
  `);
  expect(printed).toBe('ada');
});

test('npx inlay runs with nothing but Node', () => {
  const { stdout, status } = spawnSync('node', [path.join(installed, 'dist/cli.js'), '--help'], { encoding: 'utf8' });
  expect(stdout).toContain('inlay doctor URL');
  expect(status).toBe(0);
});
