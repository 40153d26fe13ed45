/**
 * `npm test`: everything that must hold, one step after another, whether or not an earlier one failed.
 * The last line is `N passed, N failed`. `npm test -- --only NAME` runs one step and shows all it prints.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureChromium } from './chromium.ts';
import { type Count, countCheck, countSuite, type Runner, total } from './test-results.ts';
import { offline, repository } from './wrangler.ts';

interface Step {
  readonly name: string;
  readonly command: readonly [program: string, ...args: string[]];
  /** A check counts as one; a suite as many as it has tests. */
  readonly suite?: Runner;
  readonly needsBrowser?: true;
}

/** Reports of the runners, and whatever the steps' programs would write outside the checkout. */
const scratch = mkdtempSync(path.join(tmpdir(), 'inlay-test-'));
const reportOf = (name: string) => path.join(scratch, `${name}.json`);

function vitest(name: string, config: string): Step {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportOf(name)}`];
  return { name, command: ['vitest', 'run', '--config', config, ...reporters], suite: 'vitest' };
}

const steps: readonly Step[] = [
  { name: 'lint', command: ['biome', 'ci', '.'] },
  { name: 'types', command: ['tsc', '-p', '.'] },
  { name: 'types-worker', command: ['tsc', '-p', 'worker'] },
  { name: 'types-widgets', command: ['tsc', '-p', 'widgets'] },
  { name: 'worker-bindings', command: ['npm', 'run', '--silent', 'types', '--', '--check'] },
  { name: 'manifest', command: ['node', 'scripts/check-manifest.ts'] },
  { name: 'openapi', command: ['node', 'scripts/openapi.ts', '--check'] },
  { name: 'docs', command: ['node', 'scripts/docs.ts', '--check'] },
  { name: 'lock', command: ['node', 'scripts/lock-floors.ts'] },
  { name: 'build', command: ['node', 'scripts/build.ts'] },
  { name: 'bundle-sizes', command: ['node', 'scripts/sizes.ts'] },
  { name: 'worker-size', command: ['node', 'scripts/check-worker-size.ts'] },
  vitest('scripts', 'scripts/vitest.config.mts'),
  { ...vitest('package', 'package/vitest.config.mts'), needsBrowser: true },
  vitest('worker', 'worker/vitest.config.mts'),
  vitest('stripe', 'demo/stripe/vitest.config.mts'),
  {
    name: 'widgets',
    command: ['wtr', '--config', 'widgets/web-test-runner.config.mjs'],
    suite: 'wtr',
    needsBrowser: true,
  },
  {
    name: 'e2e',
    command: ['playwright', 'test', '--config', 'demo/e2e/playwright.config.ts', '--reporter=dot,json'],
    suite: 'playwright',
    needsBrowser: true,
  },
  {
    name: 'examples',
    command: ['node', 'scripts/examples.ts', '--reporter=dot,json'],
    suite: 'playwright',
    needsBrowser: true,
  },
];

function environment(step: Step, browser: string | undefined): NodeJS.ProcessEnv {
  const { FORCE_COLOR: _, NO_COLOR: __, ...inherited } = process.env;
  return {
    ...inherited,
    ...offline(scratch),
    ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' }),
    ...(browser === undefined ? {} : { CHROME_PATH: browser }),
    PATH: [path.join(repository, 'node_modules/.bin'), process.env.PATH].join(path.delimiter),
    PLAYWRIGHT_JSON_OUTPUT_FILE: reportOf(step.name),
    INLAY_WTR_RESULTS: reportOf(step.name),
  };
}

function run(step: Step, browser: string | undefined, show: boolean): Promise<{ exitCode: number; output: string }> {
  const [program, ...args] = step.command;
  return new Promise((resolve) => {
    const child = spawn(program === 'node' ? process.execPath : program, args, {
      cwd: repository,
      env: environment(step, browser),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const collect = (chunk: Buffer) => {
      output += chunk.toString();
      if (show) process.stdout.write(chunk);
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', (error) => resolve({ exitCode: 127, output: `${output}${error.message}\n` }));
    child.on('close', (exitCode, signal) => {
      resolve({ exitCode: exitCode ?? 1, output: signal === null ? output : `${output}ended by ${signal}\n` });
    });
  });
}

function readReport(step: Step): string | undefined {
  const file = reportOf(step.name);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

function tail(output: string): string {
  const lines = output.trimEnd().split('\n').slice(-120);
  return lines.map((line) => `    ${line}`).join('\n');
}

async function runStep(step: Step, browser: string | undefined, show: boolean): Promise<Count> {
  const started = performance.now();
  const ended = await run(step, browser, show);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const count: Count & { reason?: string } =
    step.suite === undefined
      ? countCheck(ended.exitCode)
      : countSuite(step.suite, { ...ended, report: readReport(step) });
  const skipped = count.skipped > 0 ? `, ${count.skipped} skipped` : '';
  const why = count.reason === undefined ? '' : ` (${count.reason})`;
  const mark = count.failed === 0 ? 'ok  ' : 'FAIL';
  const tests = step.suite === undefined ? '' : `${count.passed} passed, ${count.failed} failed${skipped}${why}, `;
  console.log(`${mark} ${step.name.padEnd(16)} ${tests}${seconds} s`);
  if (count.failed > 0 && !show) console.log(`    $ ${step.command.join(' ')}\n${tail(ended.output)}\n`);
  return count;
}

function chosenSteps(): readonly Step[] {
  const { only = [] } = parseArgs({ options: { only: { type: 'string', multiple: true } } }).values;
  const unknown = only.find((name) => !steps.some((step) => step.name === name));
  if (unknown !== undefined) {
    throw new Error(`No step is called ${unknown}. There are: ${steps.map((step) => step.name).join(', ')}.`);
  }
  return only.length === 0 ? steps : steps.filter((step) => only.includes(step.name));
}

/** Undefined where there is none and none could be installed: the other steps still run. */
function browserFor(chosen: readonly Step[]): string | undefined {
  try {
    return chosen.some((step) => step.needsBrowser) ? ensureChromium(console.log) : undefined;
  } catch (error) {
    console.log(error instanceof Error ? error.message : error);
    return undefined;
  }
}

process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));
const chosen = chosenSteps();
const browser = browserFor(chosen);
const counts: Count[] = [];
for (const step of chosen) counts.push(await runStep(step, browser, chosen.length < steps.length));

const { passed, failed } = total(counts);
console.log(`${passed} passed, ${failed} failed`);
if (failed > 0) process.exitCode = 1;
