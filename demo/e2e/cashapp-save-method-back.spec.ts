import type { Page } from '@playwright/test';
import { backForwardCache, goBackToWhatWasLeft, tellReturns } from './back.ts';
import {
  approve,
  decline,
  goToCashApp,
  inCashApp,
  methodsList,
  openCashApp,
  phone,
  saveButton,
  savedMethods,
  savingElement,
  startSaving,
} from './cash-app.ts';
import { type Addresses, expect, test } from './test.ts';

test.use({ ...phone, ...backForwardCache });

test.beforeEach(async ({ page, person }) => {
  await tellReturns(page);
  await openCashApp(page, person);
});

/** To Cash App and, after what happens there, back by the browser's button, to the page as it was left. */
async function goAndComeBack(
  page: Page,
  demo: Addresses,
  meanwhile?: (demo: Addresses, attempt: string) => Promise<void>,
): Promise<string> {
  const attempt = await goToCashApp(page);
  await meanwhile?.(demo, attempt);
  await goBackToWhatWasLeft(page);
  return attempt;
}

test('who comes back undecided finds the button ready, and the next press is a new attempt', async ({ page, demo }) => {
  const left = await goAndComeBack(page, demo);
  await expect(saveButton(page, 'Save Cash App Pay')).toHaveAttribute('aria-disabled', 'false');
  await expect(savingElement(page)).toContainText('By continuing');
  // Playwright's touch screen does not come back with the page, so that Stripe's script would show a dialog now.
  expect(await startSaving(page)).not.toBe(left);
});

test('who approved and comes back by hand finds it saved', async ({ page, demo, person }) => {
  await goAndComeBack(page, demo, approve);
  await expect(savingElement(page)).toContainText('Cash App Pay is saved.');
  await expect(savingElement(page)).not.toContainText('By continuing');
  await expect(methodsList(page)).toContainText('$');
  expect(await savedMethods(demo, person)).toHaveLength(1);
});

test('who declined and comes back by hand is told so', async ({ page, demo }) => {
  await goAndComeBack(page, demo, decline);
  await expect(savingElement(page)).toContainText('Cash App did not authorize this. You can try again.');
});

test('who waited too long and comes back by hand is told so', async ({ page, demo }) => {
  await goAndComeBack(page, demo, (demo, attempt) => inCashApp(demo, attempt, 'expire'));
  await expect(savingElement(page)).toContainText('The time to authorize this in Cash App ran out.');
});
