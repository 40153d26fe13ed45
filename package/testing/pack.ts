import { spawnSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { repository } from '../../scripts/wrangler.ts';
import { installed, project, tarball } from './places.ts';

/** Builds, packs and unpacks, as npm does for whoever installs the package. */
export function setup(): void {
  run(process.execPath, ['scripts/build-package.ts'], repository);
  rmSync(project, { recursive: true, force: true });
  mkdirSync(installed, { recursive: true });
  const name = run('npm', ['pack', '--silent', '--pack-destination', project], path.join(repository, 'package'));
  renameSync(path.join(project, name.trim()), tarball);
  run('tar', ['--extract', '--strip-components=1', '--file', tarball, '--directory', installed], project);
}

function run(program: string, args: readonly string[], cwd: string): string {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}\n${stdout}${stderr}`);
  return stdout;
}
