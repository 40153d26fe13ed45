/** That a page is for everybody to use, as far as a machine can tell. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { RunOptions } from 'axe-core';
import { expect } from './test.ts';

const looks = [
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'dark', width: 1280 },
  { colorScheme: 'light', width: 390 },
  { colorScheme: 'dark', width: 390 },
] as const;

/**
 * axe over the page as it is. Results of frames of another origin are put together by axe in a page of their own; that takes
 * three times as long as the looking (2.4 s against 0.6 s on a page of the demo), and is done only where there are any.
 */
export function axe(page: Page, options: RunOptions = {}): AxeBuilder {
  const origins = new Set(page.frames().map((frame) => new URL(frame.url()).origin));
  return new AxeBuilder({ page })
    .options({ preload: false, resultTypes: ['violations'], ...options })
    .setLegacyMode(origins.size === 1);
}

/** In light and dark, on a screen and on a phone. */
export async function expectNoComplaints(page: Page): Promise<void> {
  for (const { colorScheme, width } of looks) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    const { violations } = await axe(page).analyze();
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
  const { violations } = await axe(page).disableRules('color-contrast').analyze();
  expect(violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)])).toEqual([]);
}
