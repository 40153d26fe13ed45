import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { hashOf, KeepError, publishedBy, refuseChanges, writeKept } from './keep.ts';
import { repository } from './wrangler.ts';

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

/** A Worker that serves these files, and 404 for all else. */
async function workerWith(files: Readonly<Record<string, string>>): Promise<string> {
  const server = createServer(({ url = '' }, response) => {
    const content = files[url.slice(1)];
    response.writeHead(content === undefined ? 404 : 200).end(content);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ends.push(() => server.close());
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return `http://127.0.0.1:${address.port}`;
}

/** With its integrity.json, where some may be said to be something else. */
function release(files: Readonly<Record<string, string>>, said: Readonly<Record<string, string>> = {}) {
  const scripts = Object.entries({ ...files, ...said }).filter(([file]) => file.endsWith('.js'));
  const hashes = scripts.map(([file, content]) => [file, hashOf(Buffer.from(content))]);
  return { ...files, 'integrity.json': JSON.stringify(Object.fromEntries(hashes)) };
}

const files = {
  'inlay.js': 'newest',
  'v/0.1.0/inlay.js': 'loader 1',
  'v/0.1.0/ab12c/button.js': 'button 1',
  'v/0.1.0/ab12c/button.js.map': '{}',
  'v/0.2.0/inlay.js': 'loader 2',
};

test('the versions of a Worker come along, with their source maps and their hashes, but for the one that is built', async () => {
  const published = await publishedBy(`${await workerWith(release(files))}/`, '0.2.0');
  const output = mkdtempSync(path.join(tmpdir(), 'inlay-keep-'));
  ends.push(() => rmSync(output, { recursive: true }));
  expect(await writeKept(published, output)).toEqual({
    'v/0.1.0/inlay.js': hashOf(Buffer.from('loader 1')),
    'v/0.1.0/ab12c/button.js': hashOf(Buffer.from('button 1')),
  });
  const written = readdirSync(output, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const told = written.map(({ parentPath, name }) => path.join(parentPath, name));
  const content = told.map((file) => [path.relative(output, file), readFileSync(file, 'utf8')]);
  const { 'inlay.js': _, 'v/0.2.0/inlay.js': __, ...kept } = files;
  expect(Object.fromEntries(content)).toEqual(kept);
});

test.each<[why: string, served: Readonly<Record<string, string>>, says: string]>([
  ['with a file that is missing', release({}, { 'v/0.1.0/inlay.js': 'x' }), 'v/0.1.0/inlay.js answers 404'],
  ['with a file of another hash', release(files, { 'v/0.1.0/inlay.js': 'x' }), 'is not what its hash'],
  ['that has nothing yet', {}, 'For a first deployment leave --keep away.'],
  ['that is none', { 'integrity.json': '<!doctype html>' }, 'Is that Inlay'],
  ['that names a file elsewhere', release({ 'v/../../x.js': 'x' }), 'cannot be: v/../../x.js'],
])('nothing is kept of a Worker %s', async (_, served, says) => {
  const kept = publishedBy(await workerWith(served), '0.2.0');
  await expect(kept).rejects.toThrow(KeepError);
  await expect(kept).rejects.toThrow(says);
});

test.each(['pay.example.com', 'https://pay.example.com/v1', 'file:///tmp'])('%s is no Worker', async (worker) => {
  await expect(publishedBy(worker, '0.2.0')).rejects.toThrow('--keep takes the origin of your Worker');
});

test('where versions cannot be kept nothing is deployed', () => {
  // Were it to get as far as wrangler, that would only try.
  const deploy = ['scripts/deploy.ts', '--keep', 'nowhere', '--dry-run'];
  const { status, stdout, stderr } = spawnSync(process.execPath, deploy, { cwd: repository, encoding: 'utf8' });
  expect(stderr).toContain('--keep takes the origin of your Worker');
  expect(stdout).toBe('');
  expect(status).toBe(1);
});

test('a version that is out is built again as it was, or not at all', () => {
  const out = { 'v/0.2.0/inlay.js': 'sha384-A', 'v/0.1.0/inlay.js': 'sha384-B' };
  expect(() => refuseChanges('0.2.0', { ...out, 'inlay.js': 'sha384-C' }, out)).not.toThrow();
  expect(() => refuseChanges('0.3.0', { 'v/0.3.0/inlay.js': 'sha384-C' }, out)).not.toThrow();
  const says = 'Version 0.2.0 is on that Worker already';
  expect(() => refuseChanges('0.2.0', { 'v/0.2.0/inlay.js': 'sha384-C' }, out)).toThrow(says);
  expect(() => refuseChanges('0.2.0', { ...out, 'v/0.2.0/more.js': 'sha384-C' }, out)).toThrow(says);
  expect(() => refuseChanges('0.2.0', { 'v/0.1.0/inlay.js': 'sha384-B' }, out)).toThrow(says);
});
