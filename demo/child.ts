/** A program of Node's as a child process: started, listened to, and ended with all that it has started itself. */
import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { DemoError } from './demo-error.ts';

export interface ChildOptions {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** Whether it is to end when this process does, even when that is killed. For what runs until it is stopped. */
  readonly endsWithUs: boolean;
  readonly say: (line: string) => void;
}

/** In a process group of its own: Ctrl-C reaches us alone, and we end it and all it started, once. */
export function startChild(args: readonly string[], { cwd, env, endsWithUs, say }: ChildOptions): ChildProcess {
  const preload = endsWithUs ? ['--import', new URL('./end-with-parent.ts', import.meta.url).href] : [];
  const spawning: SpawnOptions = {
    cwd,
    env,
    stdio: ['ignore', 'pipe', 'pipe', ...(endsWithUs ? ['ipc' as const] : [])],
    detached: true,
  };
  const child = spawn(process.execPath, ['--no-warnings', ...preload, ...args], spawning);
  for (const stream of [child.stdout, child.stderr]) {
    if (stream !== null) createInterface({ input: stream }).on('line', (line) => line.trim() !== '' && say(line));
  }
  const killGroup = () => signalGroup(child, 'SIGKILL');
  process.once('exit', killGroup);
  child.once('exit', () => process.off('exit', killGroup));
  return child;
}

export function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

/** Asks it to end, and after five seconds insists. */
export async function end(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  signalGroup(child, 'SIGTERM');
  const patience = setTimeout(() => signalGroup(child, 'SIGKILL'), 5_000);
  await ended;
  clearTimeout(patience);
}

function signalGroup(child: ChildProcess, name: NodeJS.Signals): void {
  if (child.pid === undefined || hasEnded(child)) return;
  try {
    process.kill(-child.pid, name);
  } catch {
    // It ended between the look and the signal.
  }
}

/** How long a server may take to answer for the first time, in milliseconds: wrangler bundles the Worker first. */
const PATIENCE = 120_000;

/** Resolves once the address answers with anything but a server's own failure. @param who as messages call it */
export async function answering(url: string, child: ChildProcess, who: string): Promise<void> {
  const deadline = Date.now() + PATIENCE;
  let last = 'no answer';
  while (Date.now() < deadline) {
    if (hasEnded(child)) throw new DemoError(`${who} ended while starting.`);
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(5_000) });
      if (response.status < 500) return;
      last = `${response.status}: ${await response.text()}`;
    } catch {
      // Not listening yet.
    }
    await wait(100);
  }
  throw new DemoError(`${who} does not answer at ${url} (${last}).`);
}
