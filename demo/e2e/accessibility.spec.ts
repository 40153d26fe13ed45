import type { Page } from '@playwright/test';
import { pages } from '../site/pages/index.ts';
import { expectNoComplaints, expectWellToBeSeen } from './axe.ts';
import { atTheBank, card, consent, dialog, link, list, openBank } from './bank.ts';
import {
  dialog as cashAppDialog,
  decline,
  methodsList,
  openCashApp,
  qrCode,
  save,
  saveButton,
  savingElement,
  scan,
  startSaving,
} from './cash-app.ts';
import { openList, removeButton, rows, saved } from './saved-methods.ts';
import { breakStripe } from './stripe.ts';
import { expect, type Person, test } from './test.ts';
import { onboarding } from './widgets.ts';

const everyPath = ['/', ...pages.map(({ path }) => path), '/qa'];

async function open(page: Page, person: Person, path: string): Promise<void> {
  await page.goto(person.at(path));
  await page.waitForFunction(() => document.querySelectorAll(':not(:defined)').length === 0);
  // Those that nobody has come to see yet, too.
  await page.locator('connect-embedded').evaluateAll((elements) => {
    for (const element of elements) {
      const start: unknown = Reflect.get(element, 'start');
      if (typeof start === 'function') start.call(element);
    }
  });
  await expect(page.locator('[part=skeleton]')).toHaveCount(0);
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

for (const path of ['/cash-app', '/cash-app-in-place']) {
  test(`${path} has nothing axe complains of when Cash App Pay is saved, and none where it was declined`, async ({
    page,
    demo,
    person,
  }) => {
    await openCashApp(page, person, path);
    await decline(demo, await startSaving(page));
    await expect(savingElement(page)).toContainText('Cash App did not authorize this.');
    await expectWellToBeSeen(page);
    await page.emulateMedia({ forcedColors: 'none' });
    await save(page, demo);
    await expectWellToBeSeen(page);
  });
}

test('Cash App’s dialog that was closed leaves nothing axe complains of', async ({ page, person }) => {
  await openCashApp(page, person);
  await startSaving(page);
  await cashAppDialog(page).getByRole('button', { name: 'Close' }).click();
  await expect(saveButton(page, 'Save Cash App Pay')).toHaveAttribute('aria-disabled', 'false');
  await expectWellToBeSeen(page);
});

test('a code on the page has nothing axe complains of, and can be scanned whatever the colours', async ({
  page,
  demo,
  person,
}) => {
  await openCashApp(page, person, '/cash-app-in-place');
  await startSaving(page);
  await expect(qrCode(page)).toBeVisible();
  await expectWellToBeSeen(page);
  expect(await scan(qrCode(page))).toContain(`${demo.stripe}/cashapp/scan/`);
  await page.emulateMedia({ forcedColors: 'none', colorScheme: 'dark' });
  expect(await scan(qrCode(page))).toContain(`${demo.stripe}/cashapp/scan/`);
});

test('saved methods, one asking to be confirmed, another failed, have nothing axe complains of', async ({
  page,
  demo,
  person,
}) => {
  await saved(demo, person);
  const older = await saved(demo, person);
  await openList(page, person);
  await removeButton(rows(page).nth(0)).click();
  await expect(rows(page).nth(0)).toContainText('It can no longer be charged.');
  await expectWellToBeSeen(page);
  await page.emulateMedia({ forcedColors: 'none' });
  const { mend } = await breakStripe(demo, 'POST /v1/payment_methods', '500');
  await removeButton(rows(page).nth(0)).click();
  await expect(rows(page).locator('[part=error]')).toBeVisible();
  await mend();
  await removeButton(rows(page).nth(1)).click();
  await expect(rows(page).nth(1)).toContainText(`Remove ${older.cashapp.cashtag}?`);
  await expectWellToBeSeen(page);
});

test('a list of saved methods that could not be had has nothing axe complains of', async ({ page, demo, person }) => {
  await page.route(`${demo.worker}/v1/**`, (route) => route.abort());
  await openList(page, person);
  await expect(methodsList(page)).toContainText('There is no connection.');
  await expectWellToBeSeen(page);
});

test('Cash App Pay is begun and left with the keyboard alone, and the focus comes back', async ({ page, person }) => {
  await openCashApp(page, person);
  await saveButton(page).focus();
  await startSaving(page, () => page.keyboard.press('Enter'));
  await expect(qrCode(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(cashAppDialog(page)).toHaveCount(0);
  await expect(saveButton(page)).toBeFocused();

  await openCashApp(page, person, '/cash-app-in-place');
  await saveButton(page).focus();
  await startSaving(page, () => page.keyboard.press('Enter'));
  await expect(qrCode(page)).toBeVisible();
  const cancel = savingElement(page).getByRole('button', { name: 'Cancel' });
  const onCancel = async () => {
    await page.keyboard.press('Tab');
    return cancel.evaluate((element) => element.matches(':focus'));
  };
  await expect.poll(onCancel).toBe(true);
  await page.keyboard.press('Enter');
  await expect(qrCode(page)).toHaveCount(0);
  await expect(saveButton(page)).toBeFocused();
});

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
