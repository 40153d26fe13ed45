/**
 * `npm run release`: all of a release but the publishing, which people do. Builds the bundle and the package, holds them
 * against their limits, writes CHANGELOG.md, and tries what npm and Cloudflare would be sent. Needs no network and no account.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import npmPackage from '../package/package.json' with { type: 'json' };
import rootPackage from '../package.json' with { type: 'json' };
import { ChangelogError, changesOf, releaseIn } from './changelog.ts';
import { offline, repository, wranglerConfig, wranglerProgram } from './wrangler.ts';

/** Says what has to be done first. */
class ReleaseError extends Error {}

const { version } = rootPackage;
const changelog = path.join(repository, 'CHANGELOG.md');
const scratch = mkdtempSync(path.join(tmpdir(), 'inlay-release-'));

try {
  console.log(`Inlay ${version}`);
  refuseWhatIsUndone();
  const before = readFileSync(changelog, 'utf8');
  const after = releaseIn(before, version, new Date().toISOString().slice(0, 10));

  say('Bundle, package, and their limits');
  const steps = ['build', 'bundle-sizes', 'worker-size', 'package'].flatMap((name) => ['--only', name]);
  run(process.execPath, ['scripts/test.ts', ...steps], { quiet: /^(ok|FAIL) |passed,| bytes br|^Worker:/ });

  say('npm publish, tried');
  // Asks the registry whether the version is taken, and goes on where there is none to be reached.
  const dry = ['publish', '--dry-run', '--provenance', '--ignore-scripts', '--fetch-retries=0'];
  run('npm', dry, { cwd: path.join(repository, 'package'), quiet: /name:|version:|size:|total files:|with tag|^\+ / });

  say('wrangler deploy, tried');
  const deploy = [wranglerProgram, 'deploy', '--dry-run', '--outdir', path.join(scratch, 'worker')];
  run(process.execPath, [...deploy, '--config', wranglerConfig], { quiet: /Total Upload|env\.|assets/i });

  if (after !== before) writeFileSync(changelog, after);
  report(after, after !== before);
} catch (error) {
  if (!(error instanceof ReleaseError || error instanceof ChangelogError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

function refuseWhatIsUndone(): void {
  const { stdout, status } = spawnSync('git', ['status', '--porcelain'], { cwd: repository, encoding: 'utf8' });
  if (status !== 0) throw new ReleaseError('This is no checkout of git.');
  if (stdout !== '') throw new ReleaseError(`Commit first, or put away, what is changed here:\n${stdout}`);
  if (npmPackage.version !== version) {
    throw new ReleaseError(
      `package.json is ${version}, and package/package.json ${npmPackage.version}: make them one.`,
    );
  }
}

function say(heading: string): void {
  console.log(`\n${heading}`);
}

/** @param quiet which lines of what it prints are worth showing; all of them are where it fails */
function run(program: string, args: readonly string[], { cwd = repository, quiet }: { cwd?: string; quiet: RegExp }) {
  const bin = [path.join(repository, 'node_modules/.bin'), process.env.PATH].join(path.delimiter);
  const env = { ...process.env, ...offline(scratch), PATH: bin, NO_COLOR: '1' };
  const { status, stdout, stderr } = spawnSync(program, args, { cwd, encoding: 'utf8', env });
  const lines = `${stdout}${stderr}`.split('\n');
  const shown = status === 0 ? lines.filter((line) => quiet.test(line)) : lines;
  console.log(shown.map((line) => `  ${line.replace(/^npm notice /, '')}`).join('\n'));
  if (status !== 0) throw new ReleaseError(`Nothing is released: ${program} ended with ${status}.`);
}

function report(text: string, changed: boolean): void {
  say(`What ${version} changes`);
  console.log((changesOf(text, version) ?? '').replace(/^/gm, '  '));
  say('Nothing has been published. What is left, in this order');
  const commit = `git commit --message "Release ${version}" CHANGELOG.md`;
  if (npmPackage.repository.url.includes('.example/')) {
    console.log(
      '  Put the addresses of your repository into package/package.json: npm compares them when it makes the provenance',
    );
  }
  console.log(`${changed ? `  ${commit}\n` : ''}  git tag v${version}
  npx wrangler d1 migrations apply inlay --remote --config worker/wrangler.jsonc
  npm run deploy -- --keep https://…      the Worker, and the bundle beside the versions that the Worker of this origin serves
  npm publish --provenance ./package      in a CI job that may write id-tokens: npm makes the provenance there, and refuses elsewhere`);
}
