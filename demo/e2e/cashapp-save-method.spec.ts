import {
  approve,
  attemptsOf,
  closesWith,
  dialog,
  methodsList,
  onAPhone,
  openCashApp,
  outcomeOf,
  qrCode,
  save,
  saveButton,
  savedMethods,
  savingElement,
  scan,
  startSaving,
} from './cash-app.ts';
import { advance, failOnce } from './stripe.ts';
import { expect, test } from './test.ts';
import { listen } from './widgets.ts';

test('a person reads what they authorise, scans the code with a phone, and sees whom it was saved for', async ({
  page,
  browser,
  demo,
  person,
}) => {
  const events = await listen(page);
  await openCashApp(page, person);
  await expect(savingElement(page)).toContainText(
    'By continuing, you authorize Rocket Rides to debit your Cash App account for future payments',
  );
  await expect(savingElement(page)).toContainText('You can revoke it any time in your Cash App settings.');
  await expect(savingElement(page).getByRole('link', { name: 'Rocket Rides’s terms' })).toHaveAttribute(
    'href',
    `${demo.site}/terms`,
  );

  await startSaving(page);
  await expect(savingElement(page)).toContainText('Scan the code with your phone to continue in Cash App.');
  await onAPhone(browser, await scan(qrCode(page)), async (phone) => {
    await expect(phone.getByRole('heading', { name: 'Link your Cash App?' })).toBeVisible();
    await expect.poll(events.named('inlay-success')).toEqual([]);
    await phone.getByRole('button', { name: 'Authorize' }).click();
    await expect(phone.getByRole('heading', { name: 'Authorized' })).toBeVisible();
  });

  await expect(savingElement(page)).toContainText('Cash App Pay is saved.');
  await expect(dialog(page)).toHaveCount(0);
  const [method, ...more] = await savedMethods(demo, person);
  expect(more).toEqual([]);
  await expect(savingElement(page)).toContainText(method?.cashapp.cashtag ?? 'no $cashtag');
  await expect(methodsList(page)).toContainText(method?.cashapp.cashtag ?? 'no $cashtag');
  await expect.poll(events.details('inlay-success')).toEqual([{ paymentMethod: method }]);
  await expect.poll(events.named('inlay-error')).toEqual([]);
});

test('who has saved once is not shown the terms again, neither at once nor on the next visit', async ({
  page,
  demo,
  person,
}) => {
  await openCashApp(page, person);
  await save(page, demo);
  await expect(savingElement(page)).not.toContainText('By continuing');
  await openCashApp(page, person);
  await expect(methodsList(page)).toContainText('$');
  await expect(savingElement(page)).not.toContainText('By continuing');
  await save(page, demo);
  expect(await savedMethods(demo, person)).toHaveLength(2);
});

test('the outcome is said once, in a line that screen readers follow', async ({ page, demo, person }) => {
  await openCashApp(page, person);
  const said: string[] = [];
  await page.exposeFunction('saidByTheElement', (text: string) => said.push(text));
  await savingElement(page).evaluate(({ shadowRoot }) => {
    let last: string | undefined;
    const hear = () => {
      const lines = [...(shadowRoot?.querySelectorAll('[role=status][aria-live=polite]') ?? [])];
      const text = lines.map(({ textContent }) => textContent?.trim()).join('|');
      const tell: unknown = Reflect.get(window, 'saidByTheElement');
      if (text !== last && typeof tell === 'function') tell(text);
      last = text;
    };
    if (shadowRoot)
      new MutationObserver(hear).observe(shadowRoot, { subtree: true, childList: true, characterData: true });
  });
  await save(page, demo);
  await page.waitForLoadState('networkidle');
  await expect.poll(() => said.filter((text) => text.includes('Cash App Pay is saved.'))).toHaveLength(1);
  expect(said.at(-1)).toBe('Cash App Pay is saved.');
});

test('a double click makes one attempt and one dialog', async ({ page, demo, person }) => {
  await openCashApp(page, person);
  const attempt = await startSaving(page, () => saveButton(page).dblclick());
  await expect(dialog(page)).toHaveCount(1);
  expect(await attemptsOf(demo, person)).toEqual([attempt]);
});

test('who declines on the phone is told so, and saves with a new attempt', async ({ page, browser, demo, person }) => {
  const events = await listen(page);
  await openCashApp(page, person);
  const declined = await startSaving(page);
  await onAPhone(browser, await scan(qrCode(page)), async (phone) => {
    await phone.getByRole('button', { name: 'Decline' }).click();
    await expect(phone.getByRole('heading', { name: 'Declined' })).toBeVisible();
  });
  await expect(savingElement(page)).toContainText('Cash App did not authorize this. You can try again.');
  await expect
    .poll(events.details('inlay-error'))
    .toMatchObject([{ type: 'stripe_error', code: 'setup_declined', recoverable: true }]);
  await expect(savingElement(page)).toContainText('By continuing');
  expect(await savedMethods(demo, person)).toEqual([]);

  const saved = await save(page, demo);
  expect((await attemptsOf(demo, person)).toSorted()).toEqual([declined, saved].toSorted());
  expect(declined).not.toBe(saved);
  await expect.poll(events.named('inlay-success')).toHaveLength(1);
});

for (const closing of ['intent', 'error'] as const) {
  test(`who closes the dialog finds the button ready and no word of an error, where Stripe answers with an ${closing}`, async ({
    page,
    demo,
    person,
  }) => {
    const events = await listen(page);
    await openCashApp(page, person);
    const closed = await startSaving(page);
    await closesWith(demo, closed, closing);
    await dialog(page).getByRole('button', { name: 'Close' }).click();
    await expect(saveButton(page, 'Save Cash App Pay')).toHaveAttribute('aria-disabled', 'false');
    await expect(savingElement(page)).not.toContainText(/wrong|error|fail|sorry/i);
    await expect.poll(events.named('inlay-cancel')).toHaveLength(1);
    await expect.poll(events.named('inlay-error')).toEqual([]);

    const saved = await save(page, demo);
    expect(saved).not.toBe(closed);
    expect(await savedMethods(demo, person)).toHaveLength(1);
  });
}

test('an attempt that nobody decides runs out after ten minutes, and the next one is another', async ({
  page,
  demo,
  person,
}) => {
  const events = await listen(page);
  await openCashApp(page, person);
  const expired = await startSaving(page);
  // Stripe's clock runs by itself, too: a minute for a slow machine.
  await advance(demo, 540);
  await expect(qrCode(page)).toBeVisible();
  expect((await outcomeOf(demo, person, expired)).status).toBe('requires_action');
  await advance(demo, 61);
  await expect(savingElement(page)).toContainText('The time to authorize this in Cash App ran out.');
  await expect(dialog(page)).toHaveCount(0);
  await expect.poll(events.details('inlay-error')).toMatchObject([{ code: 'setup_expired' }]);
  expect(await save(page, demo)).not.toBe(expired);
});

test('the code in the dialog is replaced when it runs out, and the old one approves nothing', async ({
  page,
  browser,
  demo,
  person,
}) => {
  await openCashApp(page, person);
  await startSaving(page);
  const first = await qrCode(page).getAttribute('src');
  const old = await scan(qrCode(page));
  await advance(demo, 31);
  await expect(qrCode(page)).not.toHaveAttribute('src', first ?? '');
  expect((await fetch(old)).status).toBe(410);
  await onAPhone(browser, old, async (phone) => {
    await expect(phone.getByRole('heading', { name: 'This link no longer works' })).toBeVisible();
  });
  await onAPhone(browser, await scan(qrCode(page)), (phone) =>
    phone.getByRole('button', { name: 'Authorize' }).click(),
  );
  await expect(savingElement(page)).toContainText('Cash App Pay is saved.');
});

test('offline, a sentence says so; back online the same button saves', async ({ page, context, demo, person }) => {
  const events = await listen(page);
  await openCashApp(page, person);
  await saveButton(page).hover();
  await page.waitForLoadState('networkidle');
  await context.setOffline(true);
  await saveButton(page).click();
  await expect(savingElement(page)).toContainText('There is no connection.');
  await expect.poll(events.named('inlay-error')).toMatchObject([{ detail: { code: 'offline', recoverable: true } }]);
  await context.setOffline(false);
  await save(page, demo);
  await expect.poll(events.named('inlay-success')).toHaveLength(1);
});

test('offline while the dialog is open is no end: the phone approves, and the page finds out', async ({
  page,
  context,
  demo,
  person,
}) => {
  const events = await listen(page);
  await openCashApp(page, person);
  const attempt = await startSaving(page);
  await context.setOffline(true);
  await approve(demo, attempt);
  await expect(dialog(page)).toBeVisible();
  await expect.poll(events.named('inlay-success')).toEqual([]);
  await context.setOffline(false);
  await expect(savingElement(page)).toContainText('Cash App Pay is saved.');
  await expect.poll(events.named('inlay-error')).toEqual([]);
});

test('when Stripe’s script cannot confirm, a sentence says so, and the next press is a new attempt', async ({
  page,
  demo,
  person,
}) => {
  const events = await listen(page);
  await openCashApp(page, person);
  await page.route(/\/confirm$/, (route) => route.abort('connectionrefused'), { times: 1 });
  await saveButton(page).click();
  await expect(saveButton(page, 'Try again')).toHaveAttribute('aria-disabled', 'false');
  await expect.poll(events.details('inlay-error')).toMatchObject([{ recoverable: true }]);
  await expect.poll(events.named('inlay-success')).toEqual([]);
  const [broken] = await attemptsOf(demo, person);
  expect(await save(page, demo)).not.toBe(broken);
  expect(await savedMethods(demo, person)).toHaveLength(1);
});

test('what Stripe’s script says is no proof: nothing is saved that the Worker has not read from Stripe', async ({
  page,
  demo,
  person,
}) => {
  const events = await listen(page);
  await openCashApp(page, person);
  await page.evaluate(() => {
    const setupIntent = { id: 'seti_1', object: 'setup_intent', status: 'succeeded', payment_method: 'pm_1' };
    Reflect.set(window, 'Stripe', () => ({ confirmCashappSetup: async () => ({ setupIntent }) }));
  });
  await saveButton(page).click();
  await expect.poll(events.named('inlay-cancel')).toHaveLength(1);
  await expect(saveButton(page, 'Save Cash App Pay')).toHaveAttribute('aria-disabled', 'false');
  await expect.poll(events.named('inlay-success')).toEqual([]);
  expect(await savedMethods(demo, person)).toEqual([]);
});

test('a connection of the Worker to Stripe that breaks at the press is not the person’s trouble', async ({
  page,
  demo,
  person,
}) => {
  const events = await listen(page);
  await openCashApp(page, person);
  await failOnce(demo, 'POST /v1/setup_intents', 'reset');
  const saved = await save(page, demo);
  expect(await attemptsOf(demo, person)).toEqual([saved]);
  await expect.poll(events.named('inlay-error')).toEqual([]);
});
