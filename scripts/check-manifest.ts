/** Fails when `widgets/custom-elements.json` is not what the widgets' sources say today. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { repository } from './wrangler.ts';

function read(file: string): unknown {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/** The manifest made anew in `folder`, a path relative to the repository: the analyzer takes no other. */
function analyze(folder: string): unknown {
  const analyzer = createRequire(import.meta.url).resolve('@custom-elements-manifest/analyzer/package.json');
  const program = path.join(path.dirname(analyzer), 'cem.js');
  const config = 'widgets/custom-elements-manifest.config.mjs';
  // Without its configuration the analyzer would carry on, and write to package.json.
  if (!existsSync(path.join(repository, config))) return undefined;
  spawnSync(process.execPath, [program, 'analyze', '--config', config, '--outdir', folder], {
    cwd: repository,
    stdio: 'inherit',
  });
  return read(path.join(repository, folder, 'custom-elements.json'));
}

const scratch = mkdtempSync(path.join(tmpdir(), 'inlay-manifest-'));
const today = analyze(path.relative(repository, scratch));
rmSync(scratch, { recursive: true });
if (today === undefined || !isDeepStrictEqual(today, read(path.join(repository, 'widgets/custom-elements.json')))) {
  console.error('widgets/custom-elements.json is missing or out of date. Run `npm run manifest` and commit it.');
  process.exitCode = 1;
}
