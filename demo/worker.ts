/** The real Worker under workerd, run by wrangler as a child process of ours, with real D1 in a folder of our choice. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { answering, end } from './child.ts';
import { DemoError } from './demo-error.ts';
import { startWrangler } from './wrangler-process.ts';

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

export async function startWorker(settings: WorkerSettings): Promise<{ origin: string; stop: () => Promise<void> }> {
  const { port, folder, assets, vars, log, verbose } = settings;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  await applyMigrations(settings);
  // In a file rather than in arguments, which every user of the machine can list.
  const envFile = path.join(folder, 'vars.env');
  const lines = Object.entries(vars).map(([name, value]) => `${name}="${value}"\n`);
  writeFileSync(envFile, lines.join(''), { mode: 0o600 });

  const child = startWrangler(
    [
      ...['dev', '--env-file', envFile, '--persist-to', state(folder), '--assets', assets],
      ...['--ip', '127.0.0.1', '--port', String(port), '--inspector-port', '0'],
      ...['--show-interactive-dev-session=false', '--log-level', verbose ? 'log' : 'error'],
    ],
    { scratch: folder, unset: Object.keys(vars), endsWithUs: true, say: (line) => log(`[worker] ${line}`) },
  );
  const stop = async () => {
    await end(child);
    rmSync(envFile, { force: true });
  };
  const origin = `http://localhost:${port}`;
  try {
    await answering(`${origin}/healthz`, child, 'The Worker');
  } catch (error) {
    await stop();
    throw error;
  }
  return { origin, stop };
}

function state(folder: string): string {
  return path.join(folder, 'state');
}

async function applyMigrations({ folder, vars }: WorkerSettings): Promise<void> {
  const said: string[] = [];
  const child = startWrangler(['d1', 'migrations', 'apply', 'DB', '--local', '--persist-to', state(folder)], {
    scratch: folder,
    unset: Object.keys(vars),
    endsWithUs: false,
    say: (line) => said.push(line),
  });
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new DemoError(`The Worker's database could not be set up.\n${said.join('\n')}`);
}
