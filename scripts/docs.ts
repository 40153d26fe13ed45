/**
 * `npm run docs` writes docs/elements.md from the elements' manifest and docs/worker-api.md from openapi.json; `--check`
 * fails when one is out of date.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import manifest from '../widgets/custom-elements.json' with { type: 'json' };
import { elementsPage } from './docs/elements.ts';
import { workerApiPage } from './docs/worker-api.ts';
import { repository } from './wrangler.ts';

const pages = { 'docs/elements.md': elementsPage(manifest), 'docs/worker-api.md': workerApiPage() };

for (const [file, text] of Object.entries(pages)) {
  const place = path.join(repository, file);
  if (!process.argv.includes('--check')) {
    writeFileSync(place, text);
  } else if (!existsSync(place) || readFileSync(place, 'utf8') !== text) {
    console.error(`${file} is out of date: run \`npm run docs\` and commit what it writes.`);
    process.exitCode = 1;
  }
}
