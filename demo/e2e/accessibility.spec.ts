import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { pages } from '../site/pages/index.ts';
import { atTheBank, card, consent, dialog, link, list, openBank } from './bank.ts';
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

test('linked accounts, unfolded and asking to be confirmed, have nothing axe complains of', async ({
  page,
  person,
}) => {
  await openBank(page, person);
  await link(page, ['Success', 'Everyday Card']);
  const account = card(page, 'Success ••6789');
  await account.getByRole('button', { name: 'Transactions' }).click();
  await expect(account.getByRole('region', { name: 'Transactions' }).getByRole('listitem').first()).toBeVisible();
  await account.getByRole('button', { name: 'Owners' }).click();
  await card(page, 'Everyday Card ••0042').getByRole('button', { name: 'Disconnect' }).click();
  await expectNoComplaints(page);
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
});

for (const change of ['relink', 'inactive', 'disconnected']) {
  test(`an account that is ${change} has nothing axe complains of`, async ({ page, person }) => {
    await openBank(page, person);
    await link(page, ['Success']);
    await expect(card(page, 'Success ••6789')).toBeVisible();
    await atTheBank(person, change);
    await page.reload();
    await expect(list(page).getByRole('article')).toHaveCount(1);
    await expectNoComplaints(page);
  });
}

test('a bank account is linked with the keyboard alone, and the focus comes back', async ({ page, person }) => {
  await openBank(page, person);
  const button = page.locator('link-bank-account').getByRole('button');
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
  await expect(button).toBeFocused();
  await consent(page);
  const bank = dialog(page).getByRole('button', { name: 'Test (Non-OAuth)', exact: true });
  await bank.focus();
  await page.keyboard.press('Enter');
  await dialog(page).getByRole('checkbox', { name: 'Success', exact: true }).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await dialog(page).getByRole('button', { name: 'Done' }).focus();
  await page.keyboard.press('Enter');
  await expect(card(page, 'Success ••6789')).toBeVisible();
  await expect(button).toBeFocused();
});

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
