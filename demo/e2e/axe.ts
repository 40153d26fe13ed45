/** That a page is for everybody to use, as far as a machine can tell. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './test.ts';

const looks = [
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'dark', width: 1280 },
  { colorScheme: 'light', width: 390 },
  { colorScheme: 'dark', width: 390 },
] as const;

/** In light and dark, on a screen and on a phone. */
export async function expectNoComplaints(page: Page): Promise<void> {
  for (const { colorScheme, width } of looks) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    const { violations } = await new AxeBuilder({ page }).analyze();
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
  const { violations } = await new AxeBuilder({ page }).disableRules('color-contrast').analyze();
  expect(violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)])).toEqual([]);
}
