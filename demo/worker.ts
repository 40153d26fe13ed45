/** The real Worker under workerd, run by wrangler as a child process of ours, with real D1 in a folder of our choice. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { offline, repository, wranglerConfig, wranglerProgram } from '../scripts/wrangler.ts';
import { DemoError } from './demo-error.ts';

export interface WorkerSettings {
  readonly port: number;
  /** Holds the database, and what wrangler writes. */
  readonly folder: string;
  /** Folder of the widgets' bundle. */
  readonly assets: string;
  /** Secrets and variables, by the names in `worker/wrangler.jsonc`. */
  readonly vars: Readonly<Record<string, string>>;
  readonly log: (line: string) => void;
  /** Every request and every line of wrangler's, rather than errors only. */
  readonly verbose: boolean;
}

/** How long a Worker may take to answer for the first time, in milliseconds: wrangler bundles it first. */
const PATIENCE = 120_000;

export async function startWorker(settings: WorkerSettings): Promise<{ origin: string; stop: () => Promise<void> }> {
  const { port, folder, assets, vars, verbose } = settings;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  await applyMigrations(settings);
  // In a file rather than in arguments, which every user of the machine can list.
  const envFile = path.join(folder, 'vars.env');
  const lines = Object.entries(vars).map(([name, value]) => `${name}="${value}"\n`);
  writeFileSync(envFile, lines.join(''), { mode: 0o600 });

  const child = wrangler(settings, [
    ...['dev', '--env-file', envFile, '--persist-to', state(folder), '--assets', assets],
    ...['--ip', '127.0.0.1', '--port', String(port), '--inspector-port', '0'],
    ...['--show-interactive-dev-session=false', '--log-level', verbose ? 'log' : 'error'],
  ]);
  const stop = () => end(child);
  const origin = `http://localhost:${port}`;
  try {
    await answering(`${origin}/healthz`, child);
  } catch (error) {
    await stop();
    throw error;
  }
  return { origin, stop };
}

function state(folder: string): string {
  return path.join(folder, 'state');
}

async function applyMigrations(settings: WorkerSettings): Promise<void> {
  const said: string[] = [];
  const quiet = { ...settings, log: (line: string) => void said.push(line) };
  const child = wrangler(quiet, ['d1', 'migrations', 'apply', 'DB', '--local', '--persist-to', state(settings.folder)]);
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new DemoError(`The Worker's database could not be set up.\n${said.join('\n')}`);
}

/** In a process group of its own: Ctrl-C reaches us alone, and we end it and all it started, once. */
function wrangler({ folder, log, vars }: WorkerSettings, args: readonly string[]): ChildProcess {
  const inherited = Object.entries(process.env).filter(([name]) => !(name in vars));
  const child = spawn(process.execPath, ['--no-warnings', wranglerProgram, ...args, '--config', wranglerConfig], {
    cwd: repository,
    env: { ...Object.fromEntries(inherited), ...offline(path.join(folder, 'wrangler')), NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => line.trim() !== '' && log(`[worker] ${line}`));
  }
  const killGroup = () => signal(child, 'SIGKILL');
  process.once('exit', killGroup);
  child.once('exit', () => process.off('exit', killGroup));
  return child;
}

function signal(child: ChildProcess, name: NodeJS.Signals): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    process.kill(-child.pid, name);
  } catch {
    // It ended between the look and the signal.
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  signal(child, 'SIGTERM');
  const patience = setTimeout(() => signal(child, 'SIGKILL'), 5_000);
  await ended;
  clearTimeout(patience);
}

async function answering(url: string, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + PATIENCE;
  let last = 'no answer';
  while (Date.now() < deadline) {
    if (child.exitCode !== null || child.signalCode !== null) throw new DemoError('The Worker ended while starting.');
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(5_000) });
      if (response.ok) return;
      last = `${response.status}: ${await response.text()}`;
    } catch {
      // Not listening yet.
    }
    await wait(100);
  }
  throw new DemoError(`The Worker does not answer at ${url} (${last}).`);
}
