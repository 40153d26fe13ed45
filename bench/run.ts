/**
 * `npm run bench`: sizes and latencies, beside what the same job costs without Inlay, in one run and one table.
 * It judges and fails nothing: times on a shared machine are for reading.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { chromiumFlags, ensureChromium } from '../scripts/chromium.ts';
import { type Built, buildAll } from './build.ts';
import { sizeRows } from './sizes.ts';
import { printTable, type Row } from './table.ts';
import { demoPageRows } from './widgets/demo-page.ts';
import { manyRows } from './widgets/many.ts';
import { renderingRows } from './widgets/rendering.ts';
import { bankRows } from './worker/bank.ts';
import { checkoutRows } from './worker/checkout.ts';
import { workerRows } from './worker/rows.ts';

const usage = `npm run bench -- [--only sizes|widgets|worker|bank|checkout] [--quick]
--quick: few rounds and a small database, to see that the bench itself works; its figures mean little.`;

const say = (line: string) => console.error(line);

async function widgetRows(built: Built, rounds: number): Promise<Row[]> {
  say('Widgets…');
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: [...chromiumFlags] });
  try {
    const rendering = await renderingRows(browser, built, 4 * rounds);
    const many = await manyRows(browser, built, rounds);
    return [...rendering, ...many, ...(await demoPageRows(browser, built.bareButton, rounds))];
  } finally {
    await browser.close();
  }
}

async function measure(only: string | undefined, quick: boolean): Promise<void> {
  const effort = quick ? { rounds: 3, requests: 8, many: 10_000 } : { rounds: 15, requests: 16, many: 1_000_000 };
  const groups: Record<string, (built: Built) => Row[] | Promise<Row[]>> = {
    sizes: sizeRows,
    widgets: (built) => widgetRows(built, effort.rounds),
    worker: (built) => workerRows(built, effort, say),
    bank: (built) => bankRows(built.worker, effort, say),
    checkout: (built) => checkoutRows(built, effort, say),
  };
  const chosen = Object.entries(groups).filter(([group]) => only === undefined || only === group);
  if (chosen.length === 0) return say(usage);
  const scratch = mkdtempSync(path.join(tmpdir(), 'inlay-bench-'));
  const [before = 0] = loadavg();
  try {
    say('Building…');
    const built = await buildAll(scratch);
    const rows: Row[] = [];
    for (const [, rowsOf] of chosen) rows.push(...(await rowsOf(built)));
    console.log(printTable(rows));
    console.log('\nTimes are medians of interleaved rounds, ratios medians of the ratios of each round.');
    console.log(
      `Load before ${before.toFixed(1)}, in the last minute ${loadavg()[0]?.toFixed(1)}: above 2, compare rows only.`,
    );
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

const { values } = parseArgs({ options: { only: { type: 'string' }, quick: { type: 'boolean', default: false } } });
await measure(values.only, values.quick);
