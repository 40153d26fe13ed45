/** Fails when the Worker, bundled as `npm run deploy` would, is heavier than it may be. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { offline, repository, wranglerConfig, wranglerProgram } from './wrangler.ts';

/**
 * KiB, gzip 9. Hono, Stripe's SDK and a JWT check alone come to 47; onboarding to 55, bank accounts to 63, saved methods to 69,
 * sales and embedded components to 75, inlay-doctor's route to 76.1.
 */
const limit = 77;

/** The modules Cloudflare would be sent; none when wrangler could not build, which it then has explained. */
function build(scratch: string): string[] {
  const built = path.join(scratch, 'built');
  spawnSync(process.execPath, [wranglerProgram, 'deploy', '--dry-run', '--outdir', built, '--config', wranglerConfig], {
    cwd: repository,
    env: { ...process.env, ...offline(scratch) },
    stdio: 'inherit',
  });
  if (!existsSync(built)) return [];
  const names = readdirSync(built).filter((name) => !name.endsWith('.map') && name !== 'README.md');
  return names.map((name) => path.join(built, name));
}

const scratch = mkdtempSync(path.join(tmpdir(), 'inlay-size-'));
const modules = build(scratch);
const bytes = modules.reduce((sum, module) => sum + gzipSync(readFileSync(module), { level: 9 }).length, 0);
rmSync(scratch, { recursive: true });
console.log(`Worker: ${(bytes / 1024).toFixed(1)} KiB gzip in ${modules.length} modules, at most ${limit} KiB`);
if (modules.length === 0 || bytes > limit * 1024) process.exitCode = 1;
