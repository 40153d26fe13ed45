/** That a page is for everybody to use, as far as a machine can tell. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import axeCore, { type AxeResults, type RunOptions } from 'axe-core';
import { expect } from './test.ts';

declare global {
  interface Window {
    readonly axe?: typeof import('axe-core');
  }
}

const looks = [
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'dark', width: 1280 },
  { colorScheme: 'light', width: 390 },
  { colorScheme: 'dark', width: 390 },
] as const;

/**
 * What axe complains of on the page as it is. AxeBuilder brings axe to the page anew for each look (0.4 s on a page of the
 * demo, against 0.13 s of looking) and puts the results of frames together in another page (2.4 s): only frames of another
 * origin need that.
 */
export async function violationsOn(page: Page, options: RunOptions = {}): Promise<AxeResults['violations']> {
  const only: RunOptions = { preload: false, resultTypes: ['violations'], ...options };
  const origins = new Set(page.frames().map((frame) => new URL(frame.url()).origin));
  if (origins.size > 1) return (await new AxeBuilder({ page }).options(only).analyze()).violations;
  for (const frame of page.frames()) {
    if (!(await frame.evaluate(() => window.axe !== undefined))) await frame.evaluate(axeCore.source);
  }
  const results = await page.evaluate((given) => window.axe?.run(document, given), only);
  if (results === undefined) throw new Error('The page went on while axe was brought to it.');
  return results.violations;
}

/** In light and dark, on a screen and on a phone. */
export async function expectNoComplaints(page: Page): Promise<void> {
  for (const { colorScheme, width } of looks) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    const violations = await violationsOn(page);
    const complaints = violations.map(({ id, nodes }) => [
      id,
      ...nodes.map((node) => [node.html, node.failureSummary]),
    ]);
    expect({ colorScheme, width, complaints }).toEqual({ colorScheme, width, complaints: [] });
  }
}

/** On a screen of 320 pixels, too, and in the person's own colours. */
export async function expectWellToBeSeen(page: Page): Promise<void> {
  await expectNoComplaints(page);
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await page.emulateMedia({ forcedColors: 'active' });
  // The colours are the browser's then, and axe still reads some of the page's.
  const violations = await violationsOn(page, { rules: { 'color-contrast': { enabled: false } } });
  expect(violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)])).toEqual([]);
}
