import { describe, expect, test } from 'vitest';
import { countCheck, countSuite, total } from './test-results.ts';

const vitestReport = (passed: number, failed: number) =>
  JSON.stringify({ numPassedTests: passed, numFailedTests: failed, numPendingTests: 0, numTodoTests: 0 });
const playwrightReport = (stats: Record<string, number>) =>
  JSON.stringify({ stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0, ...stats } });

describe('a suite', () => {
  test('counts what vitest reports', () => {
    expect(countSuite('vitest', { exitCode: 1, output: '', report: vitestReport(40, 2) })).toMatchObject({
      passed: 40,
      failed: 2,
    });
  });

  test('counts what Playwright reports, a flaky test as failed', () => {
    const report = playwrightReport({ expected: 12, unexpected: 1, flaky: 1, skipped: 3 });
    expect(countSuite('playwright', { exitCode: 1, output: '', report })).toEqual({
      passed: 12,
      failed: 2,
      skipped: 3,
    });
  });

  test("counts wtr's report file", () => {
    const report = JSON.stringify({ passed: 7, failed: 0 });
    expect(countSuite('wtr', { exitCode: 0, output: '', report })).toEqual({ passed: 7, failed: 0, skipped: 0 });
  });

  test("counts wtr's last printed summary where there is no file, colours or not", () => {
    const output =
      '1/3 test files | 4 passed, 0 failed\n\u001B[1mChrome: |██| 3/3 test files | 33 passed, 1 failed\u001B[0m\n';
    expect(countSuite('wtr', { exitCode: 1, output, report: undefined })).toEqual({
      passed: 33,
      failed: 1,
      skipped: 0,
    });
  });

  test.each([
    { runner: 'vitest', report: vitestReport(0, 0) },
    { runner: 'playwright', report: playwrightReport({}) },
    { runner: 'wtr', report: JSON.stringify({ passed: 0, failed: 0 }) },
  ] as const)('without a test fails ($runner)', ({ runner, report }) => {
    expect(countSuite(runner, { exitCode: 0, output: '', report })).toMatchObject({
      failed: 1,
      reason: 'it ran no tests',
    });
  });

  test('that only skipped its tests fails', () => {
    const report = playwrightReport({ skipped: 5 });
    expect(countSuite('playwright', { exitCode: 0, output: '', report }).failed).toBe(1);
  });

  test('that crashed before it could report fails', () => {
    expect(countSuite('vitest', { exitCode: 1, output: 'boom', report: undefined })).toMatchObject({
      passed: 0,
      failed: 1,
    });
  });

  test('whose tests pass but whose runner fails, fails', () => {
    expect(countSuite('vitest', { exitCode: 1, output: '', report: vitestReport(3, 0) })).toMatchObject({
      passed: 3,
      failed: 1,
    });
  });
});

test('a check counts as one', () => {
  expect([countCheck(0), countCheck(2)]).toEqual([
    { passed: 1, failed: 0, skipped: 0 },
    { passed: 0, failed: 1, skipped: 0 },
  ]);
});

test('the total adds up every step', () => {
  const counts = [countCheck(0), { passed: 40, failed: 2, skipped: 1 }];
  expect(total(counts)).toEqual({ passed: 41, failed: 2, skipped: 1 });
});
