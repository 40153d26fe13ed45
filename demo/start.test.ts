import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';

const running: ChildProcess[] = [];
/** What the demo takes for the machine's folder of temporary files. */
let temporary: string;
beforeEach(() => {
  temporary = mkdtempSync(path.join(tmpdir(), 'inlay-start-'));
});
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
  rmSync(temporary, { recursive: true, force: true, maxRetries: 10 });
});

interface Started {
  readonly child: ChildProcess;
  readonly said: () => string;
  readonly ended: Promise<number | null>;
}

function start(...flags: string[]): Started {
  const child = spawn(process.execPath, ['demo/start.ts', '--stand-in', ...flags], {
    env: { ...process.env, TMPDIR: temporary },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  let output = '';
  const collect = (chunk: Buffer) => {
    output += chunk.toString();
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  return { child, said: () => output, ended: new Promise((resolve) => child.once('close', resolve)) };
}

const anyPorts = ['--port-site', '0', '--port-worker', '0', '--port-stripe', '0'];

/** The three addresses, once they have been printed. */
async function addresses({ said, ended }: Started): Promise<string[]> {
  let over = false;
  ended.then(() => {
    over = true;
  });
  while (!said().includes('Ctrl-C')) {
    if (over) throw new Error(`The demo ended early:\n${said()}`);
    await wait(50);
  }
  return [...new Set(said().match(/http:\/\/localhost:\d+/g))];
}

async function isReachable(address: string): Promise<boolean> {
  return fetch(address).then(
    () => true,
    () => false,
  );
}

test('the three parts answer at the addresses printed, and Ctrl-C ends them all', async () => {
  const demo = start(...anyPorts);
  const [site, worker, stripe] = await addresses(demo);
  expect(await (await fetch(`${site}/onboard`)).text()).toContain(`src="${worker}/inlay.js"`);
  expect(await (await fetch(`${worker}/healthz`)).json()).toEqual({ status: 'ok' });
  expect((await fetch(`${stripe}/js/stripe.js`)).status).toBe(200);
  expect((await fetch(`${worker}/inlay.js`)).headers.get('Access-Control-Allow-Origin')).toBe('*');

  demo.child.kill('SIGINT');
  demo.child.kill('SIGINT');
  expect(await demo.ended).toBe(0);
  for (const address of [site, worker, stripe]) expect(await isReachable(String(address))).toBe(false);
  expect(readdirSync(temporary)).toEqual([]);
});

test('a demo that is killed leaves no Worker behind', async () => {
  const demo = start(...anyPorts);
  const [, worker] = await addresses(demo);
  demo.child.kill('SIGKILL');
  await expect.poll(() => isReachable(String(worker)), { timeout: 30_000 }).toBe(false);
});

test('a port that is taken is named before anything starts', async () => {
  const server = createServer();
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  const demo = start(...anyPorts, '--port-worker', String(port));
  expect(await demo.ended).toBe(1);
  expect(demo.said()).toBe(
    `Port ${port} for the Worker is taken. End what uses it, or choose another: npm start -- --port-worker ${port + 1} (0 takes any free one).\n`,
  );
  await new Promise((resolve) => server.close(resolve));
});

test.each([
  { flags: ['--port-site', 'http'], says: '--port-site is "http"' },
  { flags: ['--port'], says: 'Options: --port-site' },
])('$flags is refused with a sentence', async ({ flags, says }) => {
  const demo = start(...flags);
  expect(await demo.ended).toBe(1);
  expect(demo.said()).toContain(says);
  expect(demo.said()).not.toContain('    at ');
});
