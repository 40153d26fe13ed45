/** A server that another language's own program runs, for as long as a test needs it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import path from 'node:path';

const folders = (process.env.PATH ?? '').split(path.delimiter);

export const isOnThisMachine = (program: string) =>
  path.isAbsolute(program) || folders.some((folder) => existsSync(path.join(folder, program)));

export interface Running {
  /** What it has said so far, on both its outputs. */
  readonly said: () => string;
  readonly hasEnded: () => boolean;
  readonly stop: () => Promise<void>;
}

/** In a process group of its own, so that what it starts ends with it. */
export function startProgram(
  [program = '', ...args]: readonly string[],
  options: { readonly cwd: string; readonly env: Readonly<Record<string, string>> },
): Running {
  const child = spawn(program, args, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  return { said: () => output, hasEnded: () => hasEnded(child), stop: () => stop(child) };
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess) => exitCode !== null || signalCode !== null;

async function stop(child: ChildProcess): Promise<void> {
  if (hasEnded(child) || child.pid === undefined) return;
  const ended = once(child, 'exit');
  process.kill(-child.pid, 'SIGKILL');
  await ended;
}
