/** Pages that the browser's own button brings back as they were left. */
import type { Page } from '@playwright/test';
import { chromiumFlags, ensureChromium } from '../../scripts/chromium.ts';
import { expect } from './test.ts';

/** Playwright switches the back-forward cache off, unless told not to. */
export const backForwardCache = {
  launchOptions: {
    executablePath: ensureChromium(),
    args: [...chromiumFlags],
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  },
};

/** Lets every page tell whether it came from the back-forward cache; before the first is opened. */
export async function tellReturns(page: Page): Promise<void> {
  await page.addInitScript(() => {
    addEventListener('pageshow', (event) =>
      document.documentElement.setAttribute('data-persisted', `${event.persisted}`),
    );
  });
}

export async function goBackToWhatWasLeft(page: Page): Promise<void> {
  await page.goBack({ waitUntil: 'commit' });
  await expect(page.locator('html')).toHaveAttribute('data-persisted', 'true');
}
