import {
  approve,
  attemptsOf,
  decline,
  dialog,
  onAPhone,
  openCashApp,
  phone,
  qrCode,
  saveButton,
  savedMethods,
  savingElement,
  scan,
  startSaving,
} from './cash-app.ts';
import { advance } from './stripe.ts';
import { expect, test } from './test.ts';
import { listen } from './widgets.ts';

const path = '/cash-app-in-place';
/** So often does the element ask, in milliseconds. */
const look = 2_000;

test('the code appears in the element, a phone approves it, and no dialog is opened', async ({
  page,
  browser,
  demo,
  person,
}) => {
  const events = await listen(page);
  await openCashApp(page, person, path);
  await expect(savingElement(page)).toContainText('By continuing, you authorize Rocket Rides');
  await startSaving(page);
  await expect(savingElement(page)).toContainText('Scan the code with your phone’s camera or with Cash App.');
  await expect(savingElement(page).getByRole('timer')).toHaveText(/^New code in \d+ s$/);
  await expect(dialog(page)).toHaveCount(0);
  await onAPhone(browser, await scan(qrCode(page)), async (phone) => {
    await phone.getByRole('button', { name: 'Authorize' }).click();
    await expect(phone.getByRole('heading', { name: 'Authorized' })).toBeVisible();
  });
  await expect(savingElement(page)).toContainText('Cash App Pay is saved.');
  await expect(qrCode(page)).toHaveCount(0);
  const [method] = await savedMethods(demo, person);
  await expect(savingElement(page)).toContainText(method?.cashapp.cashtag ?? 'no $cashtag');
  await expect.poll(events.details('inlay-success')).toEqual([{ paymentMethod: method }]);
});

test('a code that runs out is replaced by one that works, and the old one approves nothing', async ({
  page,
  browser,
  demo,
  person,
}) => {
  await openCashApp(page, person, path);
  const attempt = await startSaving(page);
  const first = await qrCode(page).getAttribute('src');
  const old = await scan(qrCode(page));
  await advance(demo, 31);
  await expect(qrCode(page)).not.toHaveAttribute('src', first ?? '');
  expect((await fetch(old)).status).toBe(410);
  expect((await fetch(first ?? '')).status).toBe(410);
  await onAPhone(browser, await scan(qrCode(page)), (phone) =>
    phone.getByRole('button', { name: 'Authorize' }).click(),
  );
  await expect(savingElement(page)).toContainText('Cash App Pay is saved.');
  expect(await attemptsOf(demo, person)).toEqual([attempt]);
});

test('the seconds are counted for the eye alone: a screen reader hears nothing of them', async ({
  page,
  demo,
  person,
}) => {
  await openCashApp(page, person, path);
  const attempt = await startSaving(page);
  const timer = savingElement(page).getByRole('timer');
  await expect(timer).toHaveAttribute('aria-live', 'off');
  const status = savingElement(page).getByRole('status');
  const before = await status.textContent();
  const at = await timer.textContent();
  await expect(timer).not.toHaveText(at ?? '');
  expect(await status.textContent()).toBe(before);
  expect(await timer.evaluate((element) => element.closest('[role=status], [aria-live=polite]'))).toBeNull();
  await approve(demo, attempt);
  await expect(status).toHaveText('Cash App Pay is saved.');
});

test('codes follow each other until ten minutes are over, and then a sentence says so', async ({
  page,
  demo,
  person,
}) => {
  const events = await listen(page);
  await page.clock.install();
  await openCashApp(page, person, path);
  const expired = await startSaving(page);
  const codes = new Set<string | null>([await qrCode(page).getAttribute('src')]);
  for (let replaced = 1; replaced <= 19; replaced += 1) {
    const last = await qrCode(page).getAttribute('src');
    await advance(demo, 30);
    await page.clock.runFor(look);
    await expect(qrCode(page)).not.toHaveAttribute('src', last ?? '');
    codes.add(await qrCode(page).getAttribute('src'));
  }
  expect(codes.size).toBe(20);
  await advance(demo, 31);
  await page.clock.runFor(look);
  await expect(savingElement(page)).toContainText('The time to authorize this in Cash App ran out.');
  await expect(qrCode(page)).toHaveCount(0);
  await expect.poll(events.details('inlay-error')).toMatchObject([{ code: 'setup_expired' }]);
  const next = await startSaving(page);
  expect(next).not.toBe(expired);
  await expect(qrCode(page)).toBeVisible();
});

test('who declines on the phone is told so, and saves with a new attempt', async ({ page, browser, demo, person }) => {
  await openCashApp(page, person, path);
  const declined = await startSaving(page);
  await onAPhone(browser, await scan(qrCode(page)), (phone) => phone.getByRole('button', { name: 'Decline' }).click());
  await expect(savingElement(page)).toContainText('Cash App did not authorize this. You can try again.');
  await expect(qrCode(page)).toHaveCount(0);
  const saved = await startSaving(page);
  expect(saved).not.toBe(declined);
  await approve(demo, saved);
  await expect(savingElement(page)).toContainText('Cash App Pay is saved.');
  expect(await savedMethods(demo, person)).toHaveLength(1);
});

test('who cancels has the button back, under the keyboard too, and no word of an error', async ({
  page,
  demo,
  person,
}) => {
  const events = await listen(page);
  await openCashApp(page, person, path);
  const canceled = await startSaving(page);
  await savingElement(page).getByRole('button', { name: 'Cancel' }).press('Enter');
  await expect(saveButton(page, 'Save Cash App Pay')).toHaveAttribute('aria-disabled', 'false');
  await expect(saveButton(page, 'Save Cash App Pay')).toBeFocused();
  await expect(qrCode(page)).toHaveCount(0);
  await expect.poll(events.named('inlay-cancel')).toHaveLength(1);
  await expect.poll(events.named('inlay-error')).toEqual([]);
  const saved = await startSaving(page, () => page.keyboard.press('Enter'));
  expect(saved).not.toBe(canceled);
  await approve(demo, saved);
  await expect(savingElement(page)).toContainText('Cash App Pay is saved.');
});

test('a phone that is faster than the Cancel button wins', async ({ page, demo, person }) => {
  const events = await listen(page);
  await openCashApp(page, person, path);
  const attempt = await startSaving(page);
  await page.route(/\/v1\/setup_intents\/seti_\w+\?/, (route) => route.abort('connectionreset'));
  await approve(demo, attempt);
  await savingElement(page).getByRole('button', { name: 'Cancel' }).click();
  await expect(savingElement(page)).toContainText('Cash App Pay is saved.');
  await expect.poll(events.named('inlay-cancel')).toEqual([]);
  await expect.poll(events.named('inlay-success')).toHaveLength(1);
});

test('a page that cannot show the picture says so, and leads to one that can', async ({ page, context, person }) => {
  await page.route(/\/cashapp\/qr\//, (route) => route.abort('blockedbyclient'));
  await openCashApp(page, person, path);
  await startSaving(page);
  await expect(savingElement(page)).toContainText('The code cannot be shown here.');
  const opened = context.waitForEvent('page');
  await savingElement(page).getByRole('link', { name: 'Open Cash App on this device' }).click();
  await expect((await opened).getByRole('img', { name: 'Cash App QR code' })).toBeVisible();
});

test('offline while the code is shown is no end: it goes on when the connection is back', async ({
  page,
  context,
  demo,
  person,
}) => {
  const events = await listen(page);
  await openCashApp(page, person, path);
  const attempt = await startSaving(page);
  await expect(qrCode(page)).toBeVisible();
  await context.setOffline(true);
  await approve(demo, attempt);
  await context.setOffline(false);
  await expect(savingElement(page)).toContainText('Cash App Pay is saved.');
  await expect.poll(events.named('inlay-error')).toEqual([]);
});

test('a page loaded again while the code is shown begins anew', async ({ page, demo, person }) => {
  await openCashApp(page, person, path);
  const left = await startSaving(page);
  await expect(qrCode(page)).toBeVisible();
  await page.reload();
  await expect(saveButton(page, 'Save Cash App Pay')).toBeEnabled();
  await expect(qrCode(page)).toHaveCount(0);
  const saved = await startSaving(page);
  expect(saved).not.toBe(left);
  await approve(demo, saved);
  await expect(savingElement(page)).toContainText('Cash App Pay is saved.');
  expect(await savedMethods(demo, person)).toHaveLength(1);
});

test('one attempt a page: while one element shows its code, the other starts none', async ({ page, demo, person }) => {
  await openCashApp(page, person, path);
  await savingElement(page).evaluate((element) => {
    const other = document.createElement(element.localName);
    other.setAttribute('presentation', 'inline');
    element.after(other);
  });
  const other = page.locator('cashapp-save-method').nth(1);
  await expect(other).toContainText('By continuing');
  const attempt = await startSaving(page);
  await expect(qrCode(page)).toBeVisible();
  await other.getByRole('button').click();
  await expect(qrCode(page)).toHaveCount(1);
  await decline(demo, attempt);
  await expect(savingElement(page)).toContainText('Cash App did not authorize this.');
  await expect(other).not.toContainText('Cash App did not authorize this.');
  expect(await attemptsOf(demo, person)).toEqual([attempt]);
  const second = await startSaving(page, () => other.getByRole('button').click());
  await approve(demo, second);
  await expect(other).toContainText('Cash App Pay is saved.');
});

test.describe('on a phone', () => {
  test.use(phone);

  test('there is nothing to scan with: the press leads to Cash App, and back', async ({ page, demo, person }) => {
    await openCashApp(page, person, path);
    await startSaving(page, () => saveButton(page).tap());
    await page.getByRole('button', { name: 'Authorize' }).tap();
    await expect(savingElement(page)).toContainText('Cash App Pay is saved.');
    await expect(page).toHaveURL(person.at(path));
    expect(await savedMethods(demo, person)).toHaveLength(1);
  });

  test('who declines comes back to a sentence', async ({ page, person }) => {
    await openCashApp(page, person, path);
    await startSaving(page, () => saveButton(page).tap());
    await page.getByRole('button', { name: 'Decline' }).tap();
    await expect(savingElement(page)).toContainText('Cash App did not authorize this. You can try again.');
  });
});

test.describe('on a narrow window of a computer', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('the code is shown whole, and nothing is cut off', async ({ page, person }) => {
    await openCashApp(page, person, path);
    await startSaving(page);
    expect(await scan(qrCode(page))).toContain('/cashapp/scan/');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });
});
