import {
  approve,
  attemptsOf,
  decline,
  dialog,
  methodsList,
  onAPhone,
  openCashApp,
  phone,
  qrCode,
  save,
  saveButton,
  savedMethods,
  savingElement,
  scan,
  startSaving,
} from './cash-app.ts';
import { createPerson, expect, test } from './test.ts';
import { listen } from './widgets.ts';

test.describe('a page loaded again', () => {
  test('before the press begins as before', async ({ page, demo, person }) => {
    await openCashApp(page, person);
    await page.reload();
    await expect(savingElement(page)).toContainText('By continuing');
    await save(page, demo);
    expect(await attemptsOf(demo, person)).toHaveLength(1);
  });

  test('while the dialog is open shows the button and the terms; the next press is a new attempt', async ({
    page,
    demo,
    person,
  }) => {
    await openCashApp(page, person);
    const left = await startSaving(page);
    await expect(qrCode(page)).toBeVisible();
    await page.reload();
    await expect(saveButton(page, 'Save Cash App Pay')).toBeEnabled();
    await expect(savingElement(page)).toContainText('By continuing');
    await expect(dialog(page)).toHaveCount(0);
    const saved = await save(page, demo);
    expect((await attemptsOf(demo, person)).toSorted()).toEqual([left, saved].toSorted());
    expect(await savedMethods(demo, person)).toHaveLength(1);
  });

  test('after the phone has approved shows what was saved, and no terms', async ({ page, browser, demo, person }) => {
    await openCashApp(page, person);
    await startSaving(page);
    const code = await scan(qrCode(page));
    await page.goto('about:blank');
    await onAPhone(browser, code, async (phone) => {
      await phone.getByRole('button', { name: 'Authorize' }).click();
      await expect(phone.getByRole('heading', { name: 'Authorized' })).toBeVisible();
    });
    await expect.poll(async () => (await savedMethods(demo, person)).length).toBe(1);
    await openCashApp(page, person);
    await expect(methodsList(page)).toContainText('$');
    await expect(savingElement(page)).not.toContainText('By continuing');
  });
});

test('two elements of a page do not disturb each other', async ({ page, demo, person }) => {
  const events = await listen(page);
  await openCashApp(page, person);
  await savingElement(page).evaluate((element) => element.after(document.createElement(element.localName)));
  const other = page.locator('cashapp-save-method').nth(1);
  const otherButton = other.getByRole('button');
  await expect(other).toContainText('By continuing');

  const attempt = await startSaving(page);
  await expect(otherButton).toHaveText('Save Cash App Pay');
  // The dialog is in front of it; a script of the page's may still press.
  await other.evaluate((element) => {
    const start: unknown = Reflect.get(element, 'start');
    if (typeof start === 'function') start.call(element);
  });
  await approve(demo, attempt);
  await expect(savingElement(page)).toContainText('Cash App Pay is saved.');
  await expect(other).not.toContainText('By continuing');
  await expect(other).not.toContainText('is saved');
  await expect.poll(events.named('inlay-success')).toHaveLength(1);
  expect(await attemptsOf(demo, person)).toEqual([attempt]);

  const declined = await startSaving(page, () => otherButton.click());
  await decline(demo, declined);
  await expect(other).toContainText('Cash App did not authorize this.');
  await expect(savingElement(page)).toContainText('Cash App Pay is saved.');
  await approve(demo, await startSaving(page, () => otherButton.click()));
  await expect(other).toContainText('Cash App Pay is saved.');
  expect(await savedMethods(demo, person)).toHaveLength(2);
});

test('two people save their own, and see only that', async ({ page, demo, person }) => {
  await openCashApp(page, person);
  const attempt = await save(page, demo);
  const other = createPerson(demo, `${person.name}-b`);
  await openCashApp(page, other);
  await expect(savingElement(page)).toContainText('By continuing');
  await save(page, demo);
  expect(await attemptsOf(demo, person)).toEqual([attempt]);
  expect(await savedMethods(demo, person)).toHaveLength(1);
  expect(await savedMethods(demo, other)).toHaveLength(1);
});

test.describe('on a device that Stripe takes for a computer and the element for a phone', () => {
  test.use({ userAgent: phone.userAgent });

  test('what is approved is told of however long the dialog stood open', async ({ page, demo, person }) => {
    const events = await listen(page);
    await page.clock.install();
    await openCashApp(page, person);
    const attempt = await startSaving(page);
    await expect(qrCode(page)).toBeVisible();
    // By then the element takes it that the browser has not gone to Cash App, and asks.
    const asked = page.waitForResponse(new RegExp(`${attempt}/sync$`));
    await page.clock.runFor(20_000);
    await (await asked).finished();
    await approve(demo, attempt);
    await page.clock.runFor(5_000);
    await expect(savingElement(page)).toContainText('Cash App Pay is saved.');
    await expect.poll(events.named('inlay-success')).toHaveLength(1);
  });
});
