/** Every state of every element, for everybody to use: as far as a machine can tell. */
import type { Page } from '@playwright/test';
import { shown } from '../site/gallery/scenes/index.ts';
import { violationsOn } from './axe.ts';
import { beyondItsBox, eachFrame, openGallery, settled, turnTo } from './gallery.ts';
import { expect, test } from './test.ts';

// Long ones: shared out among the workers.
test.describe.configure({ mode: 'parallel' });

const leftToRight = { dir: 'ltr', lang: 'en' } as const;
const rightToLeft = { dir: 'rtl', lang: 'ar' } as const;

/** Those that what something looks like makes a difference to. */
const looked = ['color-contrast', 'target-size'];

async function complaints(page: Page, rules?: string[]): Promise<unknown[]> {
  const violations = await violationsOn(page, {
    // Nowhere else are there so many of the same element on one page.
    rules: { 'target-size': { enabled: true }, 'landmark-unique': { enabled: false } },
    ...(rules && { runOnly: { type: 'rule', values: rules } }),
  });
  return violations.map(({ id, nodes }) => [
    id,
    ...nodes.map(({ target, failureSummary }) => [target, failureSummary]),
  ]);
}

for (const { tag } of shown) {
  test(`no state of ${tag} has anything axe complains of, in either theme and direction`, async ({ page, demo }) => {
    await openGallery(page, demo, tag);
    expect(await complaints(page)).toEqual([]);
    await turnTo(page, { theme: 'dark', ...leftToRight });
    expect(await complaints(page, looked)).toEqual([]);
    await turnTo(page, { theme: 'light', ...rightToLeft });
    expect(await complaints(page, looked)).toEqual([]);
    await turnTo(page, { theme: 'dark', ...rightToLeft });
    expect(await complaints(page)).toEqual([]);
  });

  test(`who asks for more contrast has 7 : 1 in every state of ${tag}`, async ({ page, demo }) => {
    await page.emulateMedia({ contrast: 'more' });
    await openGallery(page, demo, tag);
    for (const theme of ['light', 'dark'] as const) {
      await turnTo(page, { theme, ...leftToRight });
      expect(await complaints(page, ['color-contrast-enhanced'])).toEqual([]);
    }
  });

  test(`every state of ${tag} fits 320 pixels, and text of twice the size`, async ({ page, demo }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await openGallery(page, demo, tag);
    for (const way of [leftToRight, rightToLeft]) {
      await turnTo(page, { theme: 'light', ...way });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
      expect(await beyondItsBox(page)).toEqual([]);
    }
    await page.setViewportSize({ width: 640, height: 640 });
    await eachFrame(page, (frame) =>
      frame.locator('html').evaluate((html) => html.style.setProperty('font-size', '200%')),
    );
    await settled(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(640);
    expect(await beyondItsBox(page)).toEqual([]);
  });
}

test('the first page of the gallery has nothing axe complains of, and fits 320 pixels', async ({ page, demo }) => {
  await page.goto(`${demo.site}/gallery`);
  expect(await complaints(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 640 });
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await complaints(page, looked)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
});
