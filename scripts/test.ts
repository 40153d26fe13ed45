/**
 * `npm test`: everything that must hold, step after step, whether or not an earlier one failed.
 * The last line is `N passed, N failed`. `npm test -- --only NAME` runs one step and shows all it prints.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureChromium } from './chromium.ts';
import { NotOnThisMachine } from './find-program.ts';
import { ensureFirefox } from './firefox.ts';
import { type Count, countCheck, countSuite, type Runner, total } from './test-results.ts';
import { ensureWebKit } from './webkit.ts';
import { offline, repository } from './wrangler.ts';

interface Step {
  readonly name: string;
  readonly command: readonly [program: string, ...args: string[]];
  /** A check counts as one; a suite as many as it has tests. */
  readonly suite?: Runner;
  readonly needs?: BrowserName;
  /** Keeps hardly more than one processor busy, and writes nothing that another reads: runs beside its neighbours of the kind. */
  readonly beside?: true;
}

/** Each found, or else installed, and how the steps' programs are told of it. */
const browsers = {
  chromium: (say: (line: string) => void) => ({ CHROME_PATH: ensureChromium(say) }),
  firefox: (say: (line: string) => void) => ({ FIREFOX_PATH: ensureFirefox(say) }),
  webkit: (say: (line: string) => void) => {
    const { driver, screen } = ensureWebKit(say);
    return { WEBKIT_DRIVER_PATH: driver, XVFB_PATH: screen };
  },
} as const;
type BrowserName = keyof typeof browsers;

/** Reports of the runners, and whatever the steps' programs would write outside the checkout. */
const scratch = mkdtempSync(path.join(tmpdir(), 'inlay-test-'));
const reportOf = (name: string) => path.join(scratch, `${name}.json`);

function vitest(name: string, config: string): Step {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportOf(name)}`];
  return { name, command: ['vitest', 'run', '--config', config, ...reporters], suite: 'vitest' };
}

function elementTests(browser: 'firefox' | 'webkit'): Step {
  const config = `widgets/${browser}.config.mjs`;
  return { name: browser, command: ['wtr', '--config', config], suite: 'wtr', needs: browser };
}

/** @param folder has a test file for each browser */
function driven(browser: 'firefox' | 'webkit', what: 'pages' | 'examples', folder: string): Step {
  const { command, ...suite } = vitest(`${browser}-${what}`, `${folder}/vitest.config.mts`);
  return { ...suite, command: [...command, `${browser}.test.ts`], needs: browser };
}

function besideEachOther(...steps: readonly Step[]): Step[] {
  return steps.map((step) => ({ ...step, beside: true }));
}

/** Where steps run beside each other, the longest begin first. */
const steps: readonly Step[] = [
  ...besideEachOther(
    { name: 'types', command: ['tsc', '-p', '.'] },
    { name: 'types-worker', command: ['tsc', '-p', 'worker'] },
    { name: 'types-widgets', command: ['tsc', '-p', 'widgets'] },
    { name: 'lint', command: ['biome', 'ci', '.'] },
    { name: 'worker-bindings', command: ['npm', 'run', '--silent', 'types', '--', '--check'] },
    { name: 'manifest', command: ['node', 'scripts/check-manifest.ts'] },
    { name: 'openapi', command: ['node', 'scripts/openapi.ts', '--check'] },
    { name: 'docs', command: ['node', 'scripts/docs.ts', '--check'] },
    { name: 'lock', command: ['node', 'scripts/lock-floors.ts'] },
  ),
  { name: 'build', command: ['node', 'scripts/build.ts'] },
  ...besideEachOther(
    vitest('worker', 'worker/vitest.config.mts'),
    {
      name: 'widgets',
      command: ['wtr', '--config', 'widgets/web-test-runner.config.mjs'],
      suite: 'wtr',
      needs: 'chromium',
    },
    elementTests('firefox'),
    vitest('scripts', 'scripts/vitest.config.mts'),
    elementTests('webkit'),
    vitest('stripe', 'demo/stripe/vitest.config.mts'),
    driven('firefox', 'pages', 'demo/browsers'),
    driven('webkit', 'pages', 'demo/browsers'),
    { ...vitest('package', 'package/vitest.config.mts'), needs: 'chromium' },
    { name: 'bundle-sizes', command: ['node', 'scripts/sizes.ts'] },
    { name: 'worker-size', command: ['node', 'scripts/check-worker-size.ts'] },
  ),
  {
    name: 'e2e',
    command: ['playwright', 'test', '--config', 'demo/e2e/playwright.config.ts', '--reporter=dot,json'],
    suite: 'playwright',
    needs: 'chromium',
  },
  {
    name: 'examples',
    command: ['node', 'scripts/examples.ts', '--reporter=dot,json'],
    suite: 'playwright',
    needs: 'chromium',
  },
  ...besideEachOther(
    driven('firefox', 'examples', 'examples/browsers'),
    driven('webkit', 'examples', 'examples/browsers'),
  ),
];

function environment(step: Step, found: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { FORCE_COLOR: _, NO_COLOR: __, ...inherited } = process.env;
  return {
    ...inherited,
    ...found,
    ...offline(scratch),
    ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' }),
    PATH: [path.join(repository, 'node_modules/.bin'), process.env.PATH].join(path.delimiter),
    PLAYWRIGHT_JSON_OUTPUT_FILE: reportOf(step.name),
    INLAY_WTR_RESULTS: reportOf(step.name),
  };
}

function run(step: Step, found: NodeJS.ProcessEnv, show: boolean): Promise<{ exitCode: number; output: string }> {
  const [program, ...args] = step.command;
  return new Promise((resolve) => {
    const child = spawn(program === 'node' ? process.execPath : program, args, {
      cwd: repository,
      env: environment(step, found),
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

async function runStep(step: Step, found: NodeJS.ProcessEnv, show: boolean): Promise<Count> {
  const started = performance.now();
  const ended = await run(step, found, show);
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

/** Those that follow each other and may run beside each other, together; any other by itself. */
function neighbours(all: readonly Step[]): Step[][] {
  const groups: Step[][] = [];
  for (const step of all) {
    const last = groups.at(-1);
    if (step.beside && last?.at(-1)?.beside) last.push(step);
    else groups.push([step]);
  }
  return groups;
}

interface Browsers {
  readonly found: NodeJS.ProcessEnv;
  /** Neither on this machine nor to be installed on it, and why. Nothing of theirs is tested, and nothing counted. */
  readonly missing: ReadonlyMap<BrowserName, string>;
}

/** Where one could not be installed that should have been, the steps that need it run and fail. */
function findBrowsers(chosen: readonly Step[]): Browsers {
  const missing = new Map<BrowserName, string>();
  let found: NodeJS.ProcessEnv = {};
  for (const name of new Set(chosen.flatMap(({ needs }) => needs ?? []))) {
    try {
      found = { ...found, ...browsers[name](console.log) };
    } catch (error) {
      if (error instanceof NotOnThisMachine) missing.set(name, error.message);
      else console.log(error instanceof Error ? error.message : error);
    }
  }
  return { found, missing };
}

process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));
const chosen = chosenSteps();
const { found, missing } = findBrowsers(chosen);
/** All that is printed is shown where only some steps are asked for: then one at a time, to be read. */
const show = chosen.length < steps.length;
const counts: Count[] = [];

/** Of a browser one at a time: a second WebKit waits for ever for the first. */
const busy = new Set<BrowserName>();

function next(queue: Step[]): Step | undefined {
  const place = queue.findIndex(({ needs }) => needs === undefined || !busy.has(needs));
  return place < 0 ? undefined : queue.splice(place, 1)[0];
}

async function take(queue: Step[]): Promise<void> {
  for (let step = next(queue); step !== undefined; step = next(queue)) {
    const { name, needs } = step;
    const why = needs && missing.get(needs);
    if (why) {
      console.log(`--   ${name.padEnd(16)} not tested: ${why}`);
      continue;
    }
    if (needs) busy.add(needs);
    counts.push(await runStep(step, found, show));
    if (needs) busy.delete(needs);
  }
}

for (const group of neighbours(chosen)) {
  const lanes = show ? 1 : Math.min(2, availableParallelism());
  const queue = [...group];
  await Promise.all(Array.from({ length: lanes }, () => take(queue)));
}

const { passed, failed } = total(counts);
console.log(`${passed} passed, ${failed} failed`);
if (failed > 0) process.exitCode = 1;
