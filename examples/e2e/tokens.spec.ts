/** The token routes that are written without any library, each asked as a page asks it where its language is on this machine. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as v from 'valibot';
import { freePort } from '../../demo/ports.ts';
import { isOnThisMachine, startProgram } from '../harness/program.ts';
import { environment } from '../serve.ts';
import { addresses, expect, test } from './test.ts';

interface Route {
  /** In `examples/tokens`. */
  readonly folder: string;
  /** Is told its port by `PORT` and `{port}`, and where it may write by `{scratch}`. */
  readonly server: readonly string[];
  readonly build?: readonly string[];
}

const routes: Readonly<Record<string, Route>> = {
  Python: { folder: 'python', server: ['python3', 'inlay_token.py'] },
  Ruby: { folder: 'ruby', server: ['ruby', '../../e2e/rack.rb', 'ruby/inlay_token.rb'] },
  PHP: { folder: 'php', server: ['php', '-S', '127.0.0.1:{port}', 'inlay_token.php'] },
  Go: {
    folder: 'go',
    build: ['go', 'build', '-o', '{scratch}/inlay_token', 'inlay_token.go', 'session.go'],
    server: ['{scratch}/inlay_token'],
  },
};

for (const [language, { folder, build, server }] of Object.entries(routes)) {
  const [program = ''] = build ?? server;
  if (!isOnThisMachine(program)) {
    console.log(`Untested here: the token route in ${language}, for there is no ${program}.`);
    continue;
  }

  test(`the token route in ${language} gives whoever is signed in a token that the Worker takes, and nobody else one`, async () => {
    const scratch = mkdtempSync(path.join(tmpdir(), 'inlay-token-'));
    const cwd = path.resolve(import.meta.dirname, '../tokens', folder);
    const port = `${await freePort()}`;
    const own = (argument: string) => argument.replace('{port}', port).replace('{scratch}', scratch);
    // What a compiler or an interpreter keeps goes with the test.
    const kept = { GOCACHE: scratch, GOPROXY: 'off', GOTOOLCHAIN: 'local', PYTHONDONTWRITEBYTECODE: '1' };
    const env = { ...environment(addresses), ...kept, PORT: port };
    const ask = (method: string, cookie?: string) =>
      fetch(`http://127.0.0.1:${port}/inlay/token`, {
        method,
        headers: { Connection: 'close', ...(cookie === undefined ? {} : { Cookie: cookie }) },
      });
    if (build !== undefined) {
      const [compiler = '', ...args] = build.map(own);
      const built = spawnSync(compiler, args, { cwd, encoding: 'utf8', env: { ...process.env, ...env } });
      expect({ status: built.status, stderr: built.stderr }).toEqual({ status: 0, stderr: '' });
    }

    const running = startProgram(server.map(own), { cwd, env });
    try {
      await expect(async () => {
        if (!running.hasEnded()) expect((await ask('POST')).status).toBe(401);
      }).toPass();
      expect(running.hasEnded(), running.said()).toBe(false);
      expect((await ask('GET', 'user=ann')).status).toBe(405);

      const id = `user-${language}`;
      const answer = await ask('POST', `theme=dark; user=${id}`);
      expect(answer.headers.get('Cache-Control')).toBe('no-store');
      expect(answer.headers.get('Content-Type')).toBe('application/json');
      const { token } = v.parse(v.object({ token: v.string() }), await answer.json());
      const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
      expect(claims).toMatchObject({ sub: id, email: `zoé.${id}@rocketrides.example`, scope: ['onboard'] });

      const response = await fetch(`${addresses.worker}/v1/sites/${addresses.site}/account`, {
        headers: { Authorization: `Bearer ${token}`, Origin: `${addresses.apps['plain-html']}` },
      });
      expect(await response.json()).toMatchObject({ status: 'none' });
      expect(response.status).toBe(200);
    } finally {
      await running.stop();
      rmSync(scratch, { recursive: true, force: true });
    }
  });
}
