/** How many tests a step of `npm test` passed and failed, read from what its runner wrote. Pure. */
import { stripVTControlCharacters } from 'node:util';
import * as v from 'valibot';

export interface Count {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export type Runner = 'vitest' | 'playwright' | 'wtr';

const Natural = v.pipe(v.number(), v.integer(), v.minValue(0));

const VitestReport = v.object({
  numPassedTests: Natural,
  numFailedTests: Natural,
  numPendingTests: Natural,
  numTodoTests: Natural,
});

const PlaywrightReport = v.object({
  stats: v.object({ expected: Natural, unexpected: Natural, flaky: Natural, skipped: Natural }),
});

const WtrReport = v.object({ passed: Natural, failed: Natural, skipped: v.optional(Natural, 0) });

/** The report file's text; undefined where the runner ended before it wrote one. */
function fromReport(runner: Runner, report: string): Count {
  const json: unknown = JSON.parse(report);
  switch (runner) {
    case 'vitest': {
      const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = v.parse(VitestReport, json);
      return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests };
    }
    case 'playwright': {
      const { expected, unexpected, flaky, skipped } = v.parse(PlaywrightReport, json).stats;
      // A test that passes only when repeated is a failed test.
      return { passed: expected, failed: unexpected + flaky, skipped };
    }
    case 'wtr':
      return v.parse(WtrReport, json);
  }
}

/** The last summary wtr printed: `3/3 test files | 33 passed, 1 failed`. */
function fromSummary(output: string): Count | undefined {
  const summary = [...stripVTControlCharacters(output).matchAll(/\| (\d+) passed, (\d+) failed(?:, (\d+) skipped)?/g)];
  const last = summary.at(-1);
  if (last === undefined) return undefined;
  return { passed: Number(last[1]), failed: Number(last[2]), skipped: Number(last[3] ?? 0) };
}

/**
 * What a suite counts for. A runner that fails without a failed test (a file that does not compile, a crash) and one
 * that ran no test at all each count as one failure, and say why.
 */
export function countSuite(
  runner: Runner,
  ended: { exitCode: number; output: string; report: string | undefined },
): Count & { reason?: string } {
  const counted =
    ended.report === undefined
      ? runner === 'wtr'
        ? fromSummary(ended.output)
        : undefined
      : fromReport(runner, ended.report);
  if (counted === undefined) return { passed: 0, failed: 1, skipped: 0, reason: 'it ended without a report' };
  if (counted.passed + counted.failed === 0) return { ...counted, failed: 1, reason: 'it ran no tests' };
  if (ended.exitCode !== 0 && counted.failed === 0) {
    return { ...counted, failed: 1, reason: `its tests passed, but it ended with exit code ${ended.exitCode}` };
  }
  return counted;
}

/** A check such as the linter counts as one test. */
export function countCheck(exitCode: number): Count {
  return exitCode === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

export function total(counts: readonly Count[]): Count {
  return counts.reduce(
    (sum, count) => ({
      passed: sum.passed + count.passed,
      failed: sum.failed + count.failed,
      skipped: sum.skipped + count.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}
