/** Builds the apps as their own programs do, two at a time, and none that is newer than what it is made of. */
import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DemoError } from '../../demo/demo-error.ts';
import { repository } from '../../scripts/wrangler.ts';
import { type App, type AppName, appNames, apps, type Build } from './apps.ts';
import { INSTALLED, isOlder } from './install.ts';
import { noTelemetry } from './server.ts';

const AT_A_TIME = 2;

/** Holds an empty file for each app, as old as its last build. */
const STAMPS = 'examples/node_modules/.cache/inlay';

/** What a build leaves in the app's folder. */
const MADE = /^(dist|node_modules|next-env\.d\.ts|\.\w+)$/;

export async function buildApps(say: (line: string) => void): Promise<void> {
  mkdirSync(path.join(repository, STAMPS), { recursive: true });
  const waiting = appNames.values();
  const work = async () => {
    for (const name of waiting) {
      const { build }: App = apps[name];
      if (build === undefined || !isStale(name)) continue;
      say(`Building ${name}…`);
      await run(build);
      writeFileSync(path.join(repository, stampOf(name)), '');
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
}

const stampOf = (name: AppName) => `${STAMPS}/${name}`;

function isStale(name: AppName): boolean {
  const own = readdirSync(path.join(repository, 'examples', name)).filter((entry) => !MADE.test(entry));
  const sources = own.map((entry) => `examples/${name}/${entry}`);
  return isOlder(stampOf(name), [...sources, 'examples/session.ts', INSTALLED]);
}

function run({ program, env }: Build): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, program, {
      cwd: path.join(repository, 'examples'),
      env: { ...process.env, ...noTelemetry, NODE_ENV: 'production', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        output += chunk.toString();
      });
    }
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new DemoError(`${program.join(' ')}\n${output}`));
    });
  });
}
