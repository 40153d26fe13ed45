import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { pages } from '../site/pages/index.ts';
import { expect, type Person, test } from './test.ts';
import { onboarding } from './widgets.ts';

const everyPath = ['/', ...pages.map(({ path }) => path), '/qa'];

const looks = [
  { name: 'light', colorScheme: 'light', width: 1280 },
  { name: 'dark', colorScheme: 'dark', width: 1280 },
  { name: 'light on a phone', colorScheme: 'light', width: 390 },
  { name: 'dark on a phone', colorScheme: 'dark', width: 390 },
] as const;

async function open(page: Page, person: Person, path: string): Promise<void> {
  await page.goto(person.at(path));
  await page.waitForFunction(() => document.querySelectorAll(':not(:defined)').length === 0);
  await expect(page.locator('[part=skeleton]')).toHaveCount(0);
}

async function complaints(page: Page): Promise<unknown[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => ({
    id,
    nodes: nodes.map(({ html, failureSummary }) => `${html}: ${failureSummary}`),
  }));
}

for (const path of everyPath) {
  for (const { name, colorScheme, width } of looks) {
    test(`${path} has nothing axe complains of, ${name}`, async ({ page, person }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      await open(page, person, path);
      expect(await complaints(page)).toEqual([]);
    });
  }

  test(`${path} fits a screen of 320 pixels`, async ({ page, person }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await open(page, person, path);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
}

for (const scenario of ['incomplete', 'due_later', 'past_due', 'rejected']) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`an account that is ${scenario} has nothing axe complains of, ${colorScheme}`, async ({ page, person }) => {
      await person.becomes(scenario);
      await page.emulateMedia({ colorScheme });
      await open(page, person, '/overview');
      expect(await complaints(page)).toEqual([]);
    });
  }
}

test('onboarding is started with the keyboard alone', async ({ page, demo, person }) => {
  await open(page, person, '/onboard');
  const button = onboarding(page).getByRole('button');
  await page.getByRole('link', { name: 'Skip to content' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(button).toBeFocused();
  await page.keyboard.press('Enter');
  await page.waitForURL(`${demo.stripe}/setup/**`);
});
