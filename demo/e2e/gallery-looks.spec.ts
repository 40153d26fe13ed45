/**
 * Every state of every element looks as it did. Screenshots, at half the size, tell of what has moved; their tolerance is for
 * how another browser smooths letters. Of colours and measures a list tells, without any. New ones: `npm run screenshots`.
 */
import { shown } from '../site/gallery/scenes/index.ts';
import { openGallery, settled, turnTo } from './gallery.ts';
import { stylesOf } from './gallery-styles.ts';
import { expect, test } from './test.ts';

test.use({ deviceScaleFactor: 0.5, viewport: { width: 1240, height: 900 }, timezoneId: 'UTC' });

/** The doctor's words name the addresses of this very run. */
const steady = shown.filter(({ tag }) => tag !== 'inlay-doctor');

for (const { tag } of steady) {
  test(`every state of ${tag} looks as it did: light, dark from right to left, and in colours of the person’s own`, async ({
    page,
    demo,
  }) => {
    await openGallery(page, demo, tag);
    // It stays in sight, and so in the way.
    await page.locator('.top').evaluate((top) => top.remove());
    // All of it at once: what is far out of sight is not painted.
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ width: 1240, height: height + 400 });
    await settled(page);
    const states = page.locator('.states');
    const how = { scale: 'device', animations: 'disabled', threshold: 0.15, maxDiffPixelRatio: 0.004 } as const;
    await expect(states).toHaveScreenshot(`${tag}-light.png`, how);
    expect(await stylesOf(page)).toMatchSnapshot(`${tag}-light.txt`);
    await page.emulateMedia({ forcedColors: 'active' });
    await settled(page);
    await expect(states).toHaveScreenshot(`${tag}-forced-colors.png`, how);
    await page.emulateMedia({ forcedColors: 'none' });
    await turnTo(page, { theme: 'dark', dir: 'rtl', lang: 'ar' });
    await expect(states).toHaveScreenshot(`${tag}-dark-rtl.png`, how);
    expect(await stylesOf(page)).toMatchSnapshot(`${tag}-dark-rtl.txt`);
  });
}
