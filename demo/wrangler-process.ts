/** Wrangler as a child process. */
import type { ChildProcess } from 'node:child_process';
import path from 'node:path';
import { offline, repository, wranglerConfig, wranglerProgram } from '../scripts/wrangler.ts';
import { startChild } from './child.ts';

export interface WranglerOptions {
  /** Takes what wrangler would write outside the checkout. */
  readonly scratch: string;
  /** Variables of our own environment that wrangler would mistake for the Worker's. */
  readonly unset: readonly string[];
  /** Whether it is to end when this process does, even when that is killed. For what runs until it is stopped. */
  readonly endsWithUs: boolean;
  readonly say: (line: string) => void;
}

export function startWrangler(args: readonly string[], options: WranglerOptions): ChildProcess {
  const { scratch, unset, endsWithUs, say } = options;
  const inherited = Object.entries(process.env).filter(([name]) => !unset.includes(name));
  const env = { ...Object.fromEntries(inherited), ...offline(path.join(scratch, 'wrangler')), NO_COLOR: '1' };
  return startChild([wranglerProgram, ...args, '--config', wranglerConfig], { cwd: repository, env, endsWithUs, say });
}
