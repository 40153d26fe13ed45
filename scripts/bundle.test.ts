/** What `npm run build` leaves in `dist/assets`, as a page or a CDN sees it; built anew in a folder of its own. */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import rootPackage from '../package.json' with { type: 'json' };
import { repository } from './wrangler.ts';

const output = mkdtempSync(path.join(tmpdir(), 'inlay-build-'));
const read = (file: string) => readFileSync(path.join(output, file), 'utf8');
const aliases = ['inlay.js', '1/inlay.js', 'inlay.iife.js'];

/** Each has a folder that is named after it. */
const elements = readdirSync(path.join(repository, 'widgets')).filter((name) => /^[a-z]+-[a-z-]+$/.test(name));

let scripts: string[];
beforeAll(() => {
  const { status, stderr } = spawnSync('node', ['scripts/build.ts', output], { cwd: repository, encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(status).toBe(0);
  scripts = readdirSync(output, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'));
}, 60_000);
afterAll(() => rmSync(output, { recursive: true }));

/** The files that a file imports, as paths in the output. */
function imports(file: string): string[] {
  const specifiers = [
    ...read(file).matchAll(/(?:from|import\(?)\s*(?:\/\*.*?\*\/\s*)?(?:new URL\()?["'`](\.[^"'`]+)["'`]/g),
  ].map(([, found = '']) => found);
  return specifiers.map((specifier) => path.join(path.dirname(file), specifier));
}

describe('the bundle', () => {
  test('has every file that one of its files imports', () => {
    const imported = scripts.flatMap(imports);
    expect(imported.length).toBeGreaterThan(10);
    const whole = imported.filter((file) => !file.includes('${'));
    for (const file of whole) expect(existsSync(path.join(output, file)), file).toBe(true);
  });

  test.each(aliases)('loads the elements from their immutable files by way of %s', (alias) => {
    const [address = '', ...others] = imports(alias);
    expect(others).toEqual([]);
    expect(address).toMatch(/^v\/\d+\.\d+\.\d+\/[0-9a-f]{5}\/\$\{\w+\}\.js$/);
    for (const tag of elements)
      expect(existsSync(path.join(output, address.replace(/\$\{\w+\}/, tag))), tag).toBe(true);
  });

  test('knows every element in the loader', () => {
    for (const tag of elements) expect(read('inlay.js')).toContain(`"${tag}":[`);
  });

  test('has a classic script that names its files in full, having no address of its own on another origin', () => {
    expect(read('inlay.iife.js').match(/import\(new URL\(/g)).toHaveLength(1);
    expect(read('inlay.iife.js')).not.toMatch(/import\(["'`]/);
  });

  test('has no code that imports a loader, which would then run twice', () => {
    expect(scripts.flatMap(imports).filter((file) => /inlay(\.iife)?\.js$/.test(file))).toEqual([]);
  });

  test('has a loader that imports nothing at once', () => {
    for (const alias of aliases) expect(read(alias)).not.toMatch(/\bimport\s*["'{]|\bfrom\s*["']/);
  });

  test('comes with the description of the Worker that serves it', () => {
    expect(read('openapi.json')).toBe(readFileSync(path.join(repository, 'worker/openapi.json'), 'utf8'));
  });

  test('publishes the hash of every file', () => {
    const integrity: unknown = JSON.parse(read('integrity.json'));
    const hash = (file: string) =>
      createHash('sha384')
        .update(readFileSync(path.join(output, file)))
        .digest('base64');
    expect(integrity).toEqual(Object.fromEntries(scripts.map((file) => [file, `sha384-${hash(file)}`])));
  });

  test('lets any page load it, keeps what never changes for a year and the rest for minutes', () => {
    const rules = new Map(
      read('_headers')
        .split(/\n(?=\/)/)
        .map((rule) => [rule.split('\n')[0], rule] as const),
    );
    expect(rules.get('/*')).toContain('Access-Control-Allow-Origin: *');
    expect(rules.get('/*')).toContain('Cross-Origin-Resource-Policy: cross-origin');
    expect(rules.get('/*')).toContain('X-Content-Type-Options: nosniff');
    expect(rules.get('/v/*')).toContain('max-age=31536000, immutable');
    for (const alias of ['/inlay.js', '/inlay.iife.js', '/1/inlay.js'])
      expect(rules.get(alias)).toContain('max-age=300');
  });

  test('has a source map for every file, which a header names; and no more rules than Cloudflare takes', () => {
    const rules = read('_headers').split(/\n(?=\/)/);
    expect(rules.length).toBeLessThanOrEqual(100);
    const named = rules.filter((rule) => rule.includes('SourceMap: ')).map((rule) => rule.split('\n')[0] ?? '');
    const patterns = named.map((rule) => new RegExp(`^${rule.replaceAll('.', '\\.').replace(/:\w+/g, '[^/]+')}$`));
    for (const file of scripts) {
      expect(existsSync(path.join(output, `${file}.map`)), file).toBe(true);
      expect(
        patterns.filter((pattern) => pattern.test(`/${file}`)),
        file,
      ).toHaveLength(1);
    }
  });

  test('makes its own policies of Trusted Types: a page with a Lit of its own has one of Lit’s name', () => {
    const made = scripts.flatMap((file) => [...read(file).matchAll(/createPolicy\(["'`]([^"'`]+)/g)]);
    expect(new Set(made.map(([, name]) => name))).toEqual(new Set(['inlay', 'inlay-html']));
  });

  test('is free of code that a strict policy forbids', () => {
    const forbidden = [
      ...[/\beval\(/, /\bFunction\(/, /document\.write/, /\bset(?:Timeout|Interval)\(["'`]/, /javascript:/],
      // Of templates and attributes: a style sheet that is adopted and a property that is set are no inline style.
      ...[/<style/i, /<[a-z-]+ [^>]*\b(?:style|on[a-z]+)=/, /setAttribute\(["'`](?:style|on)/],
      ...[/insertAdjacentHTML/, /\bouterHTML=/, /\.srcdoc=/],
    ];
    for (const file of scripts) for (const what of forbidden) expect(read(file), file).not.toMatch(what);
    // What the doctor tells a developer to paste may be a script tag; it is shown as text.
    const words = scripts.filter((file) => /<script/i.test(read(file)));
    expect(words.map((file) => path.basename(file))).toEqual(['look.js']);
  });
});

describe('a build that keeps what a Worker serves', () => {
  const served = `${output}-served`;
  const next = `${output}-after`;
  let end = () => {};
  afterAll(() => {
    end();
    for (const folder of [served, next]) rmSync(folder, { recursive: true, force: true });
  });

  async function workerServing(folder: string): Promise<string> {
    const server = createServer(({ url = '' }, response) => {
      const file = path.join(folder, url);
      if (existsSync(file)) response.end(readFileSync(file));
      else response.writeHead(404).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    end = () => server.close();
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('The server has no port.');
    return `http://127.0.0.1:${address.port}`;
  }

  /** Not at once with this process, which is the Worker. */
  async function build(worker: string): Promise<{ status: number | null; stderr: string }> {
    const child = spawn('node', ['scripts/build.ts', '--keep', worker, next], { cwd: repository });
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString();
    });
    const [status] = await once(child, 'close');
    return { status, stderr };
  }

  const filesIn = (folder: string) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => path.relative(folder, path.join(parentPath, name)))
      .sort();

  test('has its older versions beside its own, and refuses to make of a version that is out another', async () => {
    const { version } = rootPackage;
    cpSync(output, served, { recursive: true });
    renameSync(path.join(served, 'v', version), path.join(served, 'v/0.0.1'));
    const older = read('integrity.json').replaceAll(`"v/${version}/`, '"v/0.0.1/');
    writeFileSync(path.join(served, 'integrity.json'), older);
    const worker = await workerServing(served);
    expect(await build(worker)).toEqual({ status: 0, stderr: '' });

    const own = filesIn(output);
    const kept = own.filter((file) => file.startsWith('v/')).map((file) => file.replace(version, '0.0.1'));
    expect(kept.length).toBeGreaterThan(20);
    expect(filesIn(next)).toEqual([...own, ...kept].sort());
    const integrity = readFileSync(path.join(next, 'integrity.json'), 'utf8');
    expect(JSON.parse(integrity)).toEqual({ ...JSON.parse(older), ...JSON.parse(read('integrity.json')) });
    // The demo's /snippet takes the first version for the newest.
    expect(/v\/(.*?)\/inlay\.js/.exec(integrity)?.[1]).toBe(version);

    const changed = integrity.replace(/("v\/[^"]*\/element\.js": "sha384-)[^"]*/, '$1changed');
    writeFileSync(path.join(served, 'integrity.json'), changed);
    const refused = await build(worker);
    expect(refused.status).toBe(1);
    expect(refused.stderr).toMatch(/^Version .* is on that Worker already, with another v\/.*element\.js\. .*\n$/);
    expect(readFileSync(path.join(next, 'integrity.json'), 'utf8')).toBe(integrity);
    expect(existsSync(`${next}.next`)).toBe(false);
  });
});

test('any widget can be imported in Node, as rendering on a server needs', () => {
  const widgets = readdirSync(path.join(repository, 'widgets'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/\.test\.ts$|^testing/.test(file))
    .map((file) => `./widgets/${file}`);
  expect(widgets).toContain('./widgets/index.ts');
  const script = `
    for (const file of ${JSON.stringify(widgets)}) await import(file);
    const { init } = await import('./widgets/index.ts');
    init({ site: 'site_1' }).logout();
    console.log('imported');`;
  const { stdout, stderr } = spawnSync('node', ['--input-type=module', '--eval', script], {
    cwd: repository,
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  expect(stdout).toBe('imported\n');
});
