/** A program that tests drive, with all that it starts itself: it ends when it is told to, and when we end, however that is. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

export interface Program {
  /** What it says first that matches. Rejects, with all it has said, when it ends before. */
  readonly says: (pattern: RegExp) => Promise<RegExpExecArray>;
  readonly hasEnded: () => boolean;
  readonly end: () => Promise<void>;
}

const guard = path.join(import.meta.dirname, 'end-together.ts');

export function startProgram(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Program {
  const child = spawn(process.execPath, ['--no-warnings', guard, command, ...args], {
    env: { ...process.env, NODE_OPTIONS: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // A process group of its own, which ends as a whole.
    detached: true,
  });
  const ended = once(child, 'exit');
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  let said = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      for (const listen of listeners) listen();
    });
  }
  return {
    hasEnded,
    says: (pattern) =>
      new Promise((resolve, reject) => {
        const listen = () => {
          const found = pattern.exec(said);
          if (found === null) return;
          listeners.delete(listen);
          resolve(found);
        };
        listeners.add(listen);
        listen();
        ended.then(() => reject(new Error(`${command} ended without a word of ${pattern}.\n${said}`)), reject);
      }),
    async end() {
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}
