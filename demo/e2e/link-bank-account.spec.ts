import {
  card,
  chooseBank,
  connect,
  consent,
  dialog,
  link,
  linkButton,
  linkedAccounts,
  linking,
  list,
  openBank,
  sessions,
} from './bank.ts';
import { failOnce } from './stripe.ts';
import { createPerson, expect, test } from './test.ts';
import { listen } from './widgets.ts';

test('a person reads what is asked for, links two accounts, and sees them where they linked and in the list', async ({
  page,
  demo,
  person,
}) => {
  const events = await listen(page);
  await openBank(page, person);
  await expect(linking(page)).toContainText('Rocket Rides asks to see');
  for (const data of ['Balances', 'Owners', 'Transactions']) await expect(linking(page)).toContainText(data);

  await link(page, ['Success', 'Everyday Card']);
  await expect(linking(page)).toContainText('2 accounts linked.');
  await expect(linking(page)).toContainText('••6789');
  await expect(card(page, 'Success ••6789')).toContainText('$1,000.00');
  await expect(card(page, 'Everyday Card ••0042')).toContainText('$482.15 owed');

  const accounts = await linkedAccounts(demo, person);
  await expect
    .poll(events.details('inlay-success'))
    .toMatchObject([{ accounts: expect.arrayContaining(accounts.map(({ id }) => expect.objectContaining({ id }))) }]);
  await expect.poll(events.named('inlay-error')).toEqual([]);
});

test('who closes the dialog early finds the button ready, and no word of an error', async ({ page, demo, person }) => {
  const events = await listen(page);
  await openBank(page, person);
  await consent(page);
  await dialog(page).getByRole('button', { name: 'Close' }).click();
  await expect(linkButton(page)).toBeEnabled();
  await expect.poll(events.named('inlay-cancel')).toHaveLength(1);
  await expect.poll(events.named('inlay-error')).toEqual([]);
  await expect(linking(page)).not.toContainText(/wrong|error|fail|sorry/i);
  expect(await linkedAccounts(demo, person)).toEqual([]);
  await link(page, ['Success']);
  await expect(card(page, 'Success ••6789')).toBeVisible();
});

test('a wrong password can be tried again, and a bank that fails be left for another', async ({ page, person }) => {
  await openBank(page, person);
  await consent(page);
  await chooseBank(page, 'Bank (Non-OAuth)');
  const logIn = async (password: string) => {
    await dialog(page).getByLabel('Username').fill('ada');
    await dialog(page).getByLabel('Password').fill(password);
    await dialog(page).getByRole('button', { name: 'Log in' }).click();
  };
  await logIn('incorrect');
  await expect(dialog(page).getByRole('alert')).toBeVisible();
  await logIn('error');
  await dialog(page).getByRole('button', { name: 'Select another bank' }).click();
  await chooseBank(page, 'Bank (Non-OAuth)');
  await logIn('anything');
  await connect(page, ['Home Mortgage']);
  await expect(card(page, 'Home Mortgage ••7700')).toContainText('$243,500.00 owed');
});

for (const bank of ['Down (Scheduled)', 'Down (Unscheduled)', 'Down (Error)']) {
  test(`${bank} leads to another bank`, async ({ page, person }) => {
    await openBank(page, person);
    await consent(page);
    await chooseBank(page, bank);
    await dialog(page).getByRole('button', { name: 'Select another bank' }).click();
    await chooseBank(page, 'Test (Non-OAuth)');
    await connect(page, ['Success']);
    await expect(card(page, 'Success ••6789')).toBeVisible();
  });
}

test('a bank with a window of its own is authorised there', async ({ page, person }) => {
  await openBank(page, person);
  await consent(page);
  const opened = page.waitForEvent('popup');
  await chooseBank(page, 'Bank (OAuth)');
  const popup = await opened;
  await popup.getByRole('button', { name: 'Authorize' }).click();
  await connect(page, ['Yen Savings', 'Dinar Savings']);
  await expect(card(page, 'Yen Savings ••5005')).toContainText('¥845,200');
  await expect(card(page, 'Dinar Savings ••9630')).toContainText(/KWD\s1,234\.567/);
});

test('a bank whose window was blocked is opened by hand', async ({ page, person }) => {
  await page.addInitScript(() => {
    window.open = () => null;
  });
  await openBank(page, person);
  await consent(page);
  await chooseBank(page, 'Test (OAuth)');
  await expect(dialog(page).getByRole('alert')).toContainText('blocked');
  const opened = page.context().waitForEvent('page');
  await dialog(page).getByRole('link', { name: 'Open Test (OAuth)' }).click();
  await (await opened).getByRole('button', { name: 'Authorize' }).click();
  await connect(page, ['Success']);
  await expect(card(page, 'Success ••6789')).toBeVisible();
});

test('who declines at the bank can choose another', async ({ page, person }) => {
  await openBank(page, person);
  await consent(page);
  const opened = page.waitForEvent('popup');
  await chooseBank(page, 'Test (OAuth)');
  await (await opened).getByRole('button', { name: 'Decline' }).click();
  await dialog(page).getByRole('button', { name: 'Select another bank' }).click();
  await chooseBank(page, 'Test (Non-OAuth)');
  await connect(page, ['Success']);
  await expect(card(page, 'Success ••6789')).toBeVisible();
});

test('an account is entered by its numbers', async ({ page, person }) => {
  await openBank(page, person);
  await consent(page);
  await dialog(page).getByRole('button', { name: 'Enter bank details manually' }).click();
  await dialog(page).getByLabel('Routing number').fill('110000000');
  await dialog(page).getByLabel('Account number').fill('000123456789');
  await dialog(page).getByRole('button', { name: 'Connect account' }).click();
  await dialog(page).getByRole('button', { name: 'Done' }).click();
  await expect(list(page).getByRole('article')).toHaveCount(1);
});

test('a double click opens one session and one dialog', async ({ page, demo, person }) => {
  await openBank(page, person);
  const before = (await sessions(demo)).length;
  await linkButton(page).dblclick();
  await expect(dialog(page)).toHaveCount(1);
  await dialog(page).getByRole('button', { name: 'Agree and continue' }).click();
  expect((await sessions(demo)).length - before).toBe(1);
});

test('an element removed while the dialog is open says nothing more, and what was linked is not lost', async ({
  page,
  demo,
  person,
}) => {
  const events = await listen(page);
  await openBank(page, person);
  await consent(page);
  await linking(page).evaluate((element) => element.remove());
  await chooseBank(page, 'Test (Non-OAuth)');
  await connect(page, ['Success']);
  await expect.poll(async () => (await linkedAccounts(demo, person)).length).toBe(1);
  await expect.poll(events.named('inlay-success')).toEqual([]);
  await page.reload();
  await expect(card(page, 'Success ••6789')).toBeVisible();
});

test('an attribute asks for less, and cannot ask for more', async ({ page, demo, person }) => {
  await openBank(page, person);
  await linking(page).evaluate((element) => element.setAttribute('permissions', 'balances payment_method'));
  await expect(linking(page)).not.toContainText('Transactions');
  await link(page, ['Success']);
  await expect(card(page, 'Success ••6789')).toBeVisible();
  const [session] = await sessions(demo);
  expect(session?.body).toMatchObject({ permissions: ['balances'] });
  const [account] = await linkedAccounts(demo, person);
  expect(account?.permissions).toEqual(['balances']);
});

test('when Stripe refuses a session, a sentence says so and trying again works', async ({ page, demo, person }) => {
  const events = await listen(page);
  await openBank(page, person);
  await failOnce(demo, 'POST /v1/customers', 'timeout_after_commit');
  await linkButton(page).click();
  // The Worker gives Stripe ten seconds before it asks again with the same key.
  await expect(dialog(page)).toBeVisible({ timeout: 40_000 });
  await expect.poll(events.named('inlay-error')).toEqual([]);
});

test('offline, a sentence says so; back online the same button links', async ({ page, context, person }) => {
  const events = await listen(page);
  await openBank(page, person);
  await linkButton(page).hover();
  await page.waitForLoadState('networkidle');
  await context.setOffline(true);
  await linkButton(page).click();
  await expect(linking(page)).toContainText('There is no connection.');
  await expect.poll(events.named('inlay-error')).toMatchObject([{ detail: { code: 'offline', recoverable: true } }]);
  await context.setOffline(false);
  await linkButton(page, /^(Try again|Link a)/).click();
  await dialog(page).getByRole('button', { name: 'Agree and continue' }).click();
  await chooseBank(page, 'Test (Non-OAuth)');
  await connect(page, ['Success']);
  await expect(card(page, 'Success ••6789')).toBeVisible();
});

test('two people see only their own accounts', async ({ page, demo, person }) => {
  await openBank(page, person);
  await link(page, ['Success']);
  await expect(card(page, 'Success ••6789')).toBeVisible();
  const other = createPerson(demo, `${person.name}-b`);
  await page.goto(other.at('/bank'));
  await expect(list(page)).toContainText('No bank account is linked yet.');
  expect(await linkedAccounts(demo, other)).toEqual([]);
});

test("headers that keep a bank's window from working are named on the console, with what to put instead", async ({
  page,
  context,
  demo,
  person,
}) => {
  // A page that a test serves has no address on this machine, from which Chromium lets no page reach others of it.
  await context.grantPermissions(['local-network-access']);
  await page.route(`${demo.site}/bank*`, async (route) => {
    const response = await route.fetch();
    const headers = {
      ...response.headers(),
      'cross-origin-opener-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
    };
    await route.fulfill({ response, headers });
  });
  const told: string[] = [];
  page.on('console', (message) => told.push(message.text()));
  await openBank(page, person);
  await linkButton(page).click();
  await expect(dialog(page)).toBeVisible();
  await expect.poll(() => told.join('\n')).toContain('Cross-Origin-Opener-Policy: same-origin');
  await expect.poll(() => told.join('\n')).toContain('Referrer-Policy: no-referrer');
  expect(told.join('\n')).toContain('same-origin-allow-popups');
});
