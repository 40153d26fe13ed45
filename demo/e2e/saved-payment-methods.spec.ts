import { methodsList, openCashApp, phone, save, savedMethods } from './cash-app.ts';
import {
  announced,
  chargeRide,
  chargeSaid,
  isAttached,
  lookLater,
  openList,
  remove,
  removeButton,
  revoke,
  rows,
  saved,
} from './saved-methods.ts';
import { advance, breakStripe } from './stripe.ts';
import { expect, test } from './test.ts';
import { listen } from './widgets.ts';

/** Seconds. */
const DAY = 86_400;

const longDate = (seconds: number) =>
  new Intl.DateTimeFormat('en-US', { dateStyle: 'long' }).format(new Date(seconds * 1000));

test('who has saved nothing reads so, and is not asked to remove anything', async ({ page, person }) => {
  await openList(page, person);
  await expect(methodsList(page)).toContainText('No payment method is saved yet.');
  await expect(methodsList(page).getByRole('button')).toHaveCount(0);
});

test('what is saved on the page is on its list at once, with its $cashtag and since when', async ({
  page,
  demo,
  person,
}) => {
  const events = await listen(page);
  await openCashApp(page, person);
  await expect(methodsList(page)).toContainText('No payment method is saved yet.');
  await save(page, demo);
  await expect(rows(page)).toHaveCount(1);
  const [method] = await savedMethods(demo, person);
  await expect(rows(page)).toContainText(`Cash App Pay ${method?.cashapp.cashtag}`);
  await expect(rows(page)).toContainText(`Saved on ${longDate(method?.created ?? 0)}`);
  await expect(rows(page)).toContainText('Not used yet');
  await expect.poll(events.details('inlay-change')).toContainEqual({ paymentMethods: [method] });
});

test('a charge is the last use, and how long ago that was is told in days, then by its date', async ({
  page,
  demo,
  person,
}) => {
  await saved(demo, person);
  await openList(page, person);
  await expect(rows(page)).toContainText('Not used yet');
  await chargeRide(page);
  await expect(chargeSaid(page)).toContainText('paid');
  const [method] = await savedMethods(demo, person);
  const used = method?.last_used_at ?? 0;
  await expect(rows(page)).toContainText(/Last used (today|on)/);

  for (const [days, words] of [
    [0, 'Last used today'],
    [1, 'Last used yesterday'],
    [2, 'Last used 2 days ago'],
    [7, `Last used on ${longDate(used)}`],
  ] as const) {
    await page.clock.setFixedTime((used + days * DAY) * 1000);
    await openList(page, person);
    await expect(rows(page)).toContainText(words);
  }
});

test('removing asks first; who keeps it keeps it, and the focus returns to the button', async ({
  page,
  demo,
  person,
}) => {
  const method = await saved(demo, person);
  await openList(page, person);
  await removeButton(rows(page)).click();
  await expect(rows(page)).toContainText(`Remove ${method.cashapp.cashtag}?`);
  await rows(page).getByRole('button', { name: 'Keep' }).click();
  await expect(rows(page)).not.toContainText('It can no longer be charged.');
  await expect(removeButton(rows(page))).toBeFocused();
  expect(await savedMethods(demo, person)).toEqual([method]);
  expect(await isAttached(demo, method)).toBe(true);
});

test('removing takes the one that was pressed off the list, off the customer at Stripe, and no other', async ({
  page,
  demo,
  person,
}) => {
  const events = await listen(page);
  const older = await saved(demo, person);
  await advance(demo, 1);
  const newer = await saved(demo, person);
  await openList(page, person);
  await expect(rows(page)).toHaveCount(2);
  await remove(page, 1);
  await expect(rows(page)).toHaveCount(1);
  await expect(announced(page)).toHaveText(`${older.cashapp.cashtag} is removed.`);
  expect(await savedMethods(demo, person)).toEqual([newer]);
  expect([await isAttached(demo, older), await isAttached(demo, newer)]).toEqual([false, true]);
  await expect.poll(events.details('inlay-change')).toEqual([{ paymentMethods: [newer] }]);
  await expect.poll(events.named('inlay-error')).toEqual([]);

  await remove(page);
  await expect(methodsList(page)).toContainText('No payment method is saved yet.');
  await page.reload();
  await expect(methodsList(page)).toContainText('No payment method is saved yet.');
});

test('what is removed in another tab goes from this one by itself', async ({ page, context, demo, person }) => {
  const method = await saved(demo, person);
  await page.clock.install();
  await openList(page, person);
  await expect(rows(page)).toHaveCount(1);
  const tab = await context.newPage();
  await openList(tab, person);
  await remove(tab);
  await expect(methodsList(tab)).toContainText('No payment method is saved yet.');

  await expect.poll(() => lookLater(page)).toBe(0);
  await expect(announced(page)).toHaveText(`${method.cashapp.cashtag} is no longer saved.`);
  await expect(methodsList(page)).toContainText('No payment method is saved yet.');
});

test('what is revoked in Cash App goes by itself, and the person and the page are told', async ({
  page,
  demo,
  person,
}) => {
  const events = await listen(page);
  const method = await saved(demo, person);
  const kept = await saved(demo, person);
  await page.clock.install();
  await openList(page, person);
  await expect(rows(page)).toHaveCount(2);
  await revoke(demo, method);
  await expect.poll(() => lookLater(page)).toBe(1);
  expect([await isAttached(demo, method), await isAttached(demo, kept)]).toEqual([false, true]);
  await expect(announced(page)).toHaveText(`${method.cashapp.cashtag} is no longer saved.`);
  await expect.poll(events.details('inlay-change')).toEqual([{ paymentMethods: [kept] }]);
  await expect.poll(events.named('inlay-error')).toEqual([]);
});

test('what is revoked while its removal is asked about takes the question with it', async ({ page, demo, person }) => {
  const method = await saved(demo, person);
  await page.clock.install();
  await openList(page, person);
  await removeButton(rows(page)).click();
  await expect(rows(page)).toContainText(`Remove ${method.cashapp.cashtag}?`);
  await revoke(demo, method);
  await expect.poll(() => lookLater(page)).toBe(0);
  await expect(announced(page)).toHaveText(`${method.cashapp.cashtag} is no longer saved.`);
  await expect(methodsList(page).getByRole('button')).toHaveCount(0);
  await expect(methodsList(page).getByText('No payment method is saved yet.')).toBeVisible();
});

test('who removes what was revoked a moment ago is told that it is removed', async ({ page, demo, person }) => {
  const events = await listen(page);
  const method = await saved(demo, person);
  await openList(page, person);
  await removeButton(rows(page)).click();
  await revoke(demo, method);
  await removeButton(rows(page)).click();
  await expect(rows(page)).toHaveCount(0);
  await expect(announced(page)).toHaveText(/is (removed|no longer saved)\.$/);
  await expect.poll(events.named('inlay-error')).toEqual([]);
});

test('offline, a removal fails in its row and says why; back online it is done there', async ({
  page,
  context,
  demo,
  person,
}) => {
  const events = await listen(page);
  const method = await saved(demo, person);
  await openList(page, person);
  await context.setOffline(true);
  await remove(page);
  await expect(rows(page)).toContainText('There is no connection.');
  await expect.poll(events.named('inlay-error')).toMatchObject([{ detail: { code: 'offline', recoverable: true } }]);
  await context.setOffline(false);
  expect(await isAttached(demo, method)).toBe(true);
  await rows(page).getByRole('button', { name: 'Try again' }).click();
  await expect(methodsList(page)).toContainText('No payment method is saved yet.');
  expect(await isAttached(demo, method)).toBe(false);
});

test('offline, a list that is asked for keeps what it has and says so; back online it is well by itself', async ({
  page,
  context,
  demo,
  person,
}) => {
  await saved(demo, person);
  await openList(page, person);
  await expect(rows(page)).toHaveCount(1);
  await context.setOffline(true);
  await methodsList(page).evaluate(async (element) => {
    const refresh: unknown = Reflect.get(element, 'refresh');
    if (typeof refresh === 'function') await refresh.call(element);
  });
  await expect(methodsList(page)).toContainText('There is no connection.');
  await expect(rows(page)).toHaveCount(1);
  await context.setOffline(false);
  await expect(methodsList(page)).not.toContainText('There is no connection.');
  await expect(rows(page)).toHaveCount(1);
});

test('while Stripe cannot detach, the row says so and keeps the method; trying again removes it', async ({
  page,
  demo,
  person,
}) => {
  const events = await listen(page);
  const method = await saved(demo, person);
  await openList(page, person);
  const { mend } = await breakStripe(demo, `POST /v1/payment_methods/${method.id}/detach`, '500');
  await remove(page);
  await expect(rows(page).locator('[part=error]')).toHaveText(/try again/i);
  await mend();
  await expect
    .poll(events.named('inlay-error'))
    .toMatchObject([{ detail: { type: 'stripe_error', recoverable: true } }]);
  expect(await savedMethods(demo, person)).toEqual([method]);
  await rows(page).getByRole('button', { name: 'Try again' }).click();
  await expect(rows(page)).toHaveCount(0);
  expect(await isAttached(demo, method)).toBe(false);
});

test('a list that could not be had says so, and has it when it is asked again', async ({ page, demo, person }) => {
  await saved(demo, person);
  await page.route(`${demo.worker}/v1/**`, (route) => route.abort());
  await openList(page, person);
  await expect(methodsList(page)).toContainText('There is no connection.');
  await page.unroute(`${demo.worker}/v1/**`);
  await methodsList(page).getByRole('button', { name: 'Try again' }).click();
  await expect(rows(page)).toHaveCount(1);
});

test('a method is kept, and then removed, with the keyboard alone', async ({ page, demo, person }) => {
  const method = await saved(demo, person);
  await openList(page, person);
  const button = removeButton(rows(page));
  await expect(button).toBeVisible();
  await page.getByRole('link', { name: 'Skip to content' }).focus();
  await page.keyboard.press('Enter');
  const onTheButton = async () => {
    await page.keyboard.press('Tab');
    return button.evaluate((element) => {
      const root = element.getRootNode();
      return root instanceof ShadowRoot && root.activeElement === element;
    });
  };
  await expect.poll(onTheButton).toBe(true);
  await page.keyboard.press('Enter');
  await expect(rows(page).getByRole('group', { name: `Remove ${method.cashapp.cashtag}?` })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(button).toBeFocused();
  expect(await savedMethods(demo, person)).toEqual([method]);

  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(button).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(methodsList(page).getByText('No payment method is saved yet.')).toBeVisible();
  expect(await savedMethods(demo, person)).toEqual([]);
});

test.describe('on a phone', () => {
  test.use(phone);

  test('the list fits the screen, and a method is removed with two taps', async ({ page, demo, person }) => {
    await saved(demo, person);
    await openList(page, person);
    await expect(rows(page)).toHaveCount(1);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(page.viewportSize()?.width);
    await removeButton(rows(page)).tap();
    await expect(rows(page)).toContainText('It can no longer be charged.');
    for (const button of await rows(page).getByRole('button').all()) {
      expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(24);
    }
    await removeButton(rows(page)).tap();
    await expect(rows(page)).toHaveCount(0);
    expect(await savedMethods(demo, person)).toEqual([]);
  });
});

test('a list that is asked to look again before all of its code has come says so, and can be tried again', async ({
  page,
  person,
}) => {
  const code = /\/v\/[^/]+\/[^/]+\/later\d*\.js$/;
  await page.route(code, (route) => route.abort());
  await page.goto(person.at('/cash-app'));
  await expect(methodsList(page)).toContainText('No payment method is saved yet.');
  await page.evaluate(() => {
    const list = document.querySelector('saved-payment-methods');
    const refresh: unknown = list && Reflect.get(list, 'refresh');
    // A promise that rejected would be an error of this page.
    if (typeof refresh === 'function') refresh.call(list);
  });
  const again = methodsList(page).getByRole('button', { name: 'Try again' });
  await expect(again).toBeVisible();
  await page.unroute(code);
});
