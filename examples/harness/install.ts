/** What the apps are made of: their dependencies, as locked, and the npm package as a stranger would get it. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { newest } from '../../demo/bundle.ts';
import { DemoError } from '../../demo/demo-error.ts';
import { repository } from '../../scripts/wrangler.ts';

/** Written by npm after every install. */
export const INSTALLED = 'examples/node_modules/.package-lock.json';

const PACKAGE = ['package/dist', 'package/package.json'];
const SOURCES = ['widgets', 'server', 'worker', 'scripts', 'package/package.json', 'vite.config.ts'];

export function install(say: (line: string) => void): void {
  if (isOlder(INSTALLED, ['examples/package-lock.json'])) {
    say('Installing what the examples are built with…');
    run('npm', ['ci', '--prefix', 'examples', '--no-audit', '--no-fund']);
  }
  if (isOlder('package/dist', SOURCES)) run(process.execPath, ['scripts/build-package.ts']);
  if (existsSync(path.join(repository, 'examples/node_modules/inlay')) && !isOlder(INSTALLED, PACKAGE)) return;
  say('Installing the package…');
  const scratch = mkdtempSync(path.join(tmpdir(), 'inlay-pack-'));
  try {
    run('npm', ['pack', './package', '--pack-destination', scratch]);
    const archives = readdirSync(scratch).map((name) => path.join(scratch, name));
    run('npm', ['install', '--prefix', 'examples', '--no-save', '--offline', '--no-audit', '--no-fund', ...archives]);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

export function isOlder(file: string, sources: readonly string[]): boolean {
  return newest(repository, [file]) <= newest(repository, sources);
}

function run(program: string, args: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: repository, encoding: 'utf8' });
  if (status !== 0) throw new DemoError(`${program} ${args.join(' ')}\n${stdout}${stderr}`);
}
