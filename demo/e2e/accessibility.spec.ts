import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { pages } from '../site/pages/index.ts';
import { expect, type Person, test } from './test.ts';
import { onboarding } from './widgets.ts';

const everyPath = ['/', ...pages.map(({ path }) => path), '/qa'];

const looks = [
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'dark', width: 1280 },
  { colorScheme: 'light', width: 390 },
  { colorScheme: 'dark', width: 390 },
] as const;

async function open(page: Page, person: Person, path: string): Promise<void> {
  await page.goto(person.at(path));
  await page.waitForFunction(() => document.querySelectorAll(':not(:defined)').length === 0);
  await expect(page.locator('[part=skeleton]')).toHaveCount(0);
}

/** In light and dark, on a screen and on a phone. */
async function expectNoComplaints(page: Page): Promise<void> {
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

for (const path of everyPath) {
  test(`${path} has nothing axe complains of, light or dark, wide or narrow`, async ({ page, person }) => {
    await open(page, person, path);
    await expectNoComplaints(page);
  });

  test(`${path} fits a screen of 320 pixels`, async ({ page, person }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await open(page, person, path);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
}

for (const scenario of ['incomplete', 'due_later', 'past_due', 'rejected']) {
  test(`an account that is ${scenario} has nothing axe complains of`, async ({ page, person }) => {
    await person.becomes(scenario);
    await open(page, person, '/overview');
    await expectNoComplaints(page);
  });
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
