/**
 * `npm run examples`: the apps of `examples/`, installed, built, and driven in a browser. With `--build` they are only
 * built; whatever else is given goes to Playwright.
 */
import { spawnSync } from 'node:child_process';
import { buildApps } from '../examples/harness/build.ts';
import { install } from '../examples/harness/install.ts';
import { repository } from './wrangler.ts';

const args = process.argv.slice(2);

install(console.log);
await buildApps(console.log);
if (!args.includes('--build')) {
  run(['tsc', '-p', 'examples']);
  run(['playwright', 'test', '--config', 'examples/e2e/playwright.config.ts', ...args]);
}

function run([program = '', ...rest]: readonly string[]): void {
  const { status } = spawnSync(program, rest, { cwd: repository, stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
