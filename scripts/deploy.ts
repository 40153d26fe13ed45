/**
 * `npm run deploy`: builds the bundle and sends it to Cloudflare with the Worker; nothing is sent where the build fails. What is
 * given besides `--keep` goes to wrangler.
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { repository, wranglerConfig, wranglerProgram } from './wrangler.ts';

const args = process.argv.slice(2);
const at = args.findIndex((argument) => /^--keep(=|$)/.test(argument));
const keep = at === -1 ? [] : args.splice(at, args[at] === '--keep' ? 2 : 1);

if (keep.length === 0) {
  console.log(
    'Without --keep https://… this deployment has one version of the bundle: pages that name another will get none.',
  );
}
run(path.join(repository, 'scripts/build.ts'), keep);
run(wranglerProgram, ['deploy', '--config', wranglerConfig, ...args]);

function run(program: string, given: readonly string[]): void {
  const { status } = spawnSync(process.execPath, [program, ...given], { cwd: repository, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
