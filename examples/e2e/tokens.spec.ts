/** The snippets that make a token without any library, each held against the Worker where its language is on this machine. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { environment } from '../serve.ts';
import { addresses, expect, test } from './test.ts';

const snippets = {
  Python: ['python3', 'python/inlay_token.py'],
  Ruby: ['ruby', 'ruby/inlay_token.rb'],
  PHP: ['php', 'php/inlay_token.php'],
  Go: ['go', 'run', 'go/inlay_token.go'],
} as const;

const folders = (process.env.PATH ?? '').split(path.delimiter);
const onThisMachine = (program: string) => folders.some((folder) => existsSync(path.join(folder, program)));

for (const [language, [program, ...args]] of Object.entries(snippets)) {
  if (!onThisMachine(program)) {
    console.log(`Untested here: the token in ${language}, for there is no ${program}.`);
    continue;
  }
  test(`a token made in ${language} is one the Worker takes`, async () => {
    const scratch = mkdtempSync(path.join(tmpdir(), 'inlay-token-'));
    const { stdout, stderr, status } = spawnSync(program, [...args, `user-${language}`, 'zoé@rocketrides.example'], {
      cwd: path.resolve(import.meta.dirname, '../tokens'),
      encoding: 'utf8',
      // What a compiler keeps goes with the test.
      env: { ...process.env, ...environment(addresses), GOCACHE: scratch, GOPROXY: 'off', GOTOOLCHAIN: 'local' },
    });
    rmSync(scratch, { recursive: true, force: true });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });

    const response = await fetch(`${addresses.worker}/v1/sites/${addresses.site}/account`, {
      headers: { Authorization: `Bearer ${stdout.trim()}`, Origin: `${addresses.apps['plain-html']}` },
    });
    expect(await response.json()).toMatchObject({ status: 'none' });
    expect(response.status).toBe(200);
  });
}
