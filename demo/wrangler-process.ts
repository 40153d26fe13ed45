/** Wrangler as a child process: started, listened to, and ended with all that it has started itself. */
import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { offline, repository, wranglerConfig, wranglerProgram } from '../scripts/wrangler.ts';

export interface WranglerOptions {
  /** Takes what wrangler would write outside the checkout. */
  readonly scratch: string;
  /** Variables of our own environment that wrangler would mistake for the Worker's. */
  readonly unset: readonly string[];
  /** Whether it is to end when this process does, even when that is killed. For what runs until it is stopped. */
  readonly endsWithUs: boolean;
  readonly say: (line: string) => void;
}

/** In a process group of its own: Ctrl-C reaches us alone, and we end it and all it started, once. */
export function startWrangler(args: readonly string[], options: WranglerOptions): ChildProcess {
  const { scratch, unset, endsWithUs, say } = options;
  const inherited = Object.entries(process.env).filter(([name]) => !unset.includes(name));
  const preload = endsWithUs ? ['--import', new URL('./end-with-parent.ts', import.meta.url).href] : [];
  const spawning: SpawnOptions = {
    cwd: repository,
    env: { ...Object.fromEntries(inherited), ...offline(path.join(scratch, 'wrangler')), NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe', ...(endsWithUs ? ['ipc' as const] : [])],
    detached: true,
  };
  const program = ['--no-warnings', ...preload, wranglerProgram, ...args, '--config', wranglerConfig];
  const child = spawn(process.execPath, program, spawning);
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
