import {
  approve,
  attemptsOf,
  decideInTheApp,
  goToCashApp,
  methodsList,
  openCashApp,
  outcomeOf,
  phone,
  saveButton,
  savedMethods,
  savingElement,
} from './cash-app.ts';
import { advance } from './stripe.ts';
import { createPerson, expect, type Person, test } from './test.ts';
import { listen } from './widgets.ts';

test.use(phone);

/** An address to come back to, as Stripe or somebody else may write it. */
function returnOf(person: Person, attempt: string, status = 'succeeded', secret = 'secretOfNobody'): string {
  const back = new URL(person.at('/cash-app'));
  back.searchParams.set('inlay', 'save-return');
  back.searchParams.set('setup_intent', attempt);
  back.searchParams.set('setup_intent_client_secret', `${attempt}_secret_${secret}`);
  back.searchParams.set('redirect_pm_type', 'cashapp');
  back.searchParams.set('redirect_status', status);
  return back.href;
}

test('a press leads to Cash App, and back to the page with the method saved and the address clean', async ({
  page,
  demo,
  person,
}) => {
  const events = await listen(page);
  await page.goto(`${person.at('/cash-app')}&plan=gold#save`);
  await expect(savingElement(page)).toContainText('By continuing, you authorize Rocket Rides');
  await goToCashApp(page);
  await page.getByRole('button', { name: 'Authorize' }).tap();

  await expect(savingElement(page)).toContainText('Cash App Pay is saved.');
  await expect(page).toHaveURL(`${person.at('/cash-app')}&plan=gold#save`);
  await expect(savingElement(page)).not.toContainText('By continuing');
  const [method, ...more] = await savedMethods(demo, person);
  expect(more).toEqual([]);
  await expect(savingElement(page)).toContainText(method?.cashapp.cashtag ?? 'no $cashtag');
  await expect(methodsList(page)).toContainText(method?.cashapp.cashtag ?? 'no $cashtag');
  await expect.poll(events.details('inlay-success')).toEqual([{ paymentMethod: method }]);
  await expect.poll(events.named('inlay-error')).toEqual([]);
});

test('a page loaded again after the return does not tell of the success again', async ({ page, demo, person }) => {
  const events = await listen(page);
  await openCashApp(page, person);
  await goToCashApp(page);
  await page.getByRole('button', { name: 'Authorize' }).tap();
  await expect(savingElement(page)).toContainText('Cash App Pay is saved.');
  await page.reload();
  await expect(methodsList(page)).toContainText('$');
  await expect(savingElement(page)).not.toContainText(/By continuing|is saved/);
  await expect.poll(events.named('inlay-success')).toHaveLength(1);
  expect(await attemptsOf(demo, person)).toHaveLength(1);
});

test('who declines comes back to a sentence, and saves with a new attempt', async ({ page, demo, person }) => {
  const events = await listen(page);
  await openCashApp(page, person);
  const declined = await goToCashApp(page);
  await page.getByRole('button', { name: 'Decline' }).tap();
  await expect(savingElement(page)).toContainText('Cash App did not authorize this. You can try again.');
  await expect(page).toHaveURL(person.at('/cash-app'));
  await expect(savingElement(page)).toContainText('By continuing');
  await expect.poll(events.details('inlay-error')).toMatchObject([{ code: 'setup_declined' }]);
  expect(await savedMethods(demo, person)).toEqual([]);

  const saved = await goToCashApp(page);
  expect(saved).not.toBe(declined);
  await page.getByRole('button', { name: 'Authorize' }).tap();
  await expect(savingElement(page)).toContainText('Cash App Pay is saved.');
  await expect.poll(events.named('inlay-success')).toHaveLength(1);
});

test('the app opens another tab: the element there knows from the address alone', async ({
  page,
  context,
  demo,
  person,
}) => {
  await openCashApp(page, person);
  await goToCashApp(page);
  const back = await decideInTheApp(page.url(), 'approved');
  expect(back).toContain('setup_intent_client_secret=');

  const tab = await context.newPage();
  const events = await listen(tab);
  await tab.goto(back);
  await expect(savingElement(tab)).toContainText('Cash App Pay is saved.');
  await expect(tab).toHaveURL(person.at('/cash-app'));
  await expect
    .poll(events.details('inlay-success'))
    .toEqual([{ paymentMethod: (await savedMethods(demo, person))[0] }]);

  await page.goBack();
  await expect(saveButton(page)).toHaveAttribute('aria-disabled', 'false');
  await expect(methodsList(page)).toContainText('$');
  await expect(savingElement(page)).not.toContainText('By continuing');
});

test('who comes back by the browser’s button finds the button ready, and begins anew', async ({
  page,
  demo,
  person,
}) => {
  const events = await listen(page);
  await openCashApp(page, person);
  const left = await goToCashApp(page);
  await page.goBack();
  await expect(saveButton(page, 'Save Cash App Pay')).toHaveAttribute('aria-disabled', 'false');
  await expect(savingElement(page)).toContainText('By continuing');
  await expect.poll(events.named('inlay-error')).toEqual([]);

  expect(await goToCashApp(page)).not.toBe(left);
  await page.getByRole('button', { name: 'Authorize' }).tap();
  await expect(savingElement(page)).toContainText('Cash App Pay is saved.');
  expect(await savedMethods(demo, person)).toHaveLength(1);
});

test('who took longer than ten minutes finds the link dead, and the page ready to begin anew', async ({
  page,
  demo,
  person,
}) => {
  await openCashApp(page, person);
  const expired = await goToCashApp(page);
  await advance(demo, 601);
  await page.getByRole('button', { name: 'Authorize' }).tap();
  await expect(page.getByRole('heading', { name: 'This link no longer works' })).toBeVisible();
  expect((await outcomeOf(demo, person, expired)).last_setup_error?.code).toBe('setup_intent_setup_attempt_expired');
  await openCashApp(page, person);
  expect(await goToCashApp(page)).not.toBe(expired);
});

test('a return whose outcome cannot be read says so, and reads it again rather than begin anew', async ({
  page,
  demo,
  person,
}) => {
  const events = await listen(page);
  await openCashApp(page, person);
  await goToCashApp(page);
  await page.route(/\/setup_intents\/seti_\w+\/sync$/, (route) => route.abort('connectionreset'), { times: 1 });
  await page.getByRole('button', { name: 'Authorize' }).tap();
  await expect(savingElement(page)).toContainText(/again/);
  await expect(page).toHaveURL(person.at('/cash-app'));
  await expect.poll(events.named('inlay-success')).toEqual([]);
  await saveButton(page, 'Try again').tap();
  await expect(savingElement(page)).toContainText('Cash App Pay is saved.');
  expect(await attemptsOf(demo, person)).toHaveLength(1);
});

test.describe('an address that somebody wrote', () => {
  test('with an attempt that does not exist is nothing', async ({ page, demo, person }) => {
    const events = await listen(page);
    await page.goto(returnOf(person, 'seti_1Forged0000000000000000'));
    await expect(saveButton(page, 'Save Cash App Pay')).toHaveAttribute('aria-disabled', 'false');
    await expect(savingElement(page)).toContainText('By continuing');
    await expect(page).toHaveURL(person.at('/cash-app'));
    expect(events.all.map(({ type }) => type)).not.toContain('inlay-success');
    await expect.poll(events.named('inlay-error')).toEqual([]);
    expect(await attemptsOf(demo, person)).toEqual([]);
  });

  for (const forged of ['../customers', 'seti_1?expand=customer', '"><img src=x>', 'pi_1Payment']) {
    test(`with ${forged} is nothing`, async ({ page, person }) => {
      const events = await listen(page);
      await page.goto(returnOf(person, forged));
      await expect(saveButton(page, 'Save Cash App Pay')).toHaveAttribute('aria-disabled', 'false');
      await expect(savingElement(page)).toContainText('By continuing');
      await expect(page).toHaveURL(person.at('/cash-app'));
      await expect.poll(events.named('inlay-success')).toEqual([]);
    });
  }

  test('with what somebody else has saved saves nothing here', async ({ page, demo, person }) => {
    const other = createPerson(demo, `${person.name}-b`);
    await openCashApp(page, other);
    await goToCashApp(page);
    const back = await decideInTheApp(page.url(), 'approved');
    await expect.poll(async () => (await savedMethods(demo, other)).length).toBe(1);

    // Stripe's own address, in the hands of another person of the same site.
    const events = await listen(page);
    await page.goto(back.replace(`user=${other.name}`, `user=${person.name}`));
    await expect(saveButton(page, 'Save Cash App Pay')).toHaveAttribute('aria-disabled', 'false');
    await expect(savingElement(page)).toContainText('By continuing');
    await expect(page).toHaveURL(person.at('/cash-app'));
    await expect(methodsList(page)).toContainText('No payment method is saved yet.');
    await expect.poll(events.named('inlay-success')).toEqual([]);
    await expect.poll(events.named('inlay-error')).toEqual([]);
    expect(await savedMethods(demo, person)).toEqual([]);
    expect(await savedMethods(demo, other)).toHaveLength(1);
  });

  test('that says succeeded of an attempt nobody has approved is no success', async ({ page, demo, person }) => {
    const events = await listen(page);
    await openCashApp(page, person);
    const open = await goToCashApp(page);
    await page.goto(returnOf(person, open));
    await expect(saveButton(page, 'Save Cash App Pay')).toHaveAttribute('aria-disabled', 'false');
    await expect(savingElement(page)).toContainText('By continuing');
    await expect(page).toHaveURL(person.at('/cash-app'));
    await expect.poll(events.named('inlay-success')).toEqual([]);
    expect(await savedMethods(demo, person)).toEqual([]);
  });

  test('that says succeeded of an attempt the person has declined tells of the refusal', async ({ page, person }) => {
    const events = await listen(page);
    await openCashApp(page, person);
    await goToCashApp(page);
    const back = await decideInTheApp(page.url(), 'declined');
    await page.goto(back.replace('redirect_status=failed', 'redirect_status=succeeded'));
    await expect(savingElement(page)).toContainText('Cash App did not authorize this.');
    await expect.poll(events.named('inlay-success')).toEqual([]);
  });

  test('that says failed of an attempt the person has approved shows what is saved', async ({ page, person }) => {
    await openCashApp(page, person);
    await goToCashApp(page);
    const back = await decideInTheApp(page.url(), 'approved');
    await page.goto(back.replace('redirect_status=succeeded', 'redirect_status=failed'));
    await expect(savingElement(page)).toContainText('Cash App Pay is saved.');
  });

  test('with another attempt of the same person tells of that attempt, and of no other', async ({
    page,
    demo,
    person,
  }) => {
    const events = await listen(page);
    await openCashApp(page, person);
    const open = await goToCashApp(page);
    await openCashApp(page, person);
    const approved = await goToCashApp(page);
    const back = await decideInTheApp(page.url(), 'approved');

    await page.goto(back.replaceAll(approved, open));
    await expect(saveButton(page)).toHaveAttribute('aria-disabled', 'false');
    await expect(page).toHaveURL(person.at('/cash-app'));
    await expect(savingElement(page)).not.toContainText('is saved');
    await expect.poll(events.named('inlay-success')).toEqual([]);

    await approve(demo, open);
    await page.goto(returnOf(person, open));
    await expect(savingElement(page)).toContainText('Cash App Pay is saved.');
    const { payment_method: method } = await outcomeOf(demo, person, open);
    await expect.poll(events.details('inlay-success')).toEqual([{ paymentMethod: method }]);
  });
});
