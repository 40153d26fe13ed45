import type { Locator, Page } from '@playwright/test';
import { atTheBank, card, chooseBank, connect, dialog, link, linkedAccounts, linking, list, openBank } from './bank.ts';
import { advance } from './stripe.ts';
import { expect, test } from './test.ts';
import { listen } from './widgets.ts';

const name = 'Success ••6789';

function question(page: Page): Locator {
  return card(page, name).getByRole('group', { name: `Disconnect ${name}?` });
}

test('transactions unfold by day, pending ones apart, with the months in a picture and in words', async ({
  page,
  person,
}) => {
  await openBank(page, person);
  await link(page, ['Success']);
  await card(page, name).getByRole('button', { name: 'Transactions' }).click();
  await expect(card(page, name)).toContainText('Pending');
  await expect(card(page, name)).toContainText(/\$\d/);
  await expect(card(page, name).locator('svg[role=img], figure')).not.toHaveCount(0);
});

test('what was not shared is said to be not shared, and is shared by a new consent', async ({ page, demo, person }) => {
  await openBank(page, person);
  await linking(page).evaluate((element) => element.setAttribute('permissions', 'balances'));
  await link(page, ['Success']);
  await card(page, name).getByRole('button', { name: 'Transactions: not shared' }).click();
  await card(page, name).getByRole('button', { name: 'Share transactions too' }).click();
  await expect(dialog(page)).toContainText('Transactions');
  await dialog(page).getByRole('button', { name: 'Agree and continue' }).click();
  await chooseBank(page, 'Test (Non-OAuth)');
  await connect(page, ['Success']);
  await expect(card(page, name).getByRole('button', { name: 'Transactions', exact: true })).toBeVisible();
  await expect(list(page).getByRole('article')).toHaveCount(1);
  const [account] = await linkedAccounts(demo, person);
  expect(account?.permissions).toEqual(expect.arrayContaining(['balances', 'transactions']));
});

test('a refresh is said to go on, then to be done, and is not offered before the bank allows the next', async ({
  page,
  demo,
  person,
}) => {
  await openBank(page, person);
  await link(page, ['Success']);
  await expect(card(page, name)).toBeVisible();
  await advance(demo, 86_400);
  await page.reload();
  const refresh = card(page, name).getByRole('button', { name: 'Refresh' });
  await refresh.click();
  await expect(card(page, name)).toContainText(/Being refreshed|Up to date/);
  await expect(card(page, name)).toContainText('Up to date', { timeout: 30_000 });
});

test('a refresh that failed is said to have failed, and the old balance stays', async ({ page, demo, person }) => {
  await openBank(page, person);
  await link(page, ['Success']);
  await expect(card(page, name)).toContainText('$1,000.00');
  await atTheBank(person, 'failing');
  await advance(demo, 86_400);
  await page.reload();
  await card(page, name).getByRole('button', { name: 'Refresh' }).click();
  await expect(card(page, name)).toContainText('The last refresh failed.', { timeout: 30_000 });
  await expect(card(page, name)).toContainText('$1,000.00');
});

test('disconnecting asks first, then ends the access at Stripe and takes the account off the list', async ({
  page,
  demo,
  person,
}) => {
  const events = await listen(page);
  await openBank(page, person);
  await link(page, ['Success', 'Rainy Day Savings']);
  await expect(list(page).getByRole('article')).toHaveCount(2);
  await card(page, name).getByRole('button', { name: 'Disconnect' }).click();
  await expect(card(page, name)).toContainText(`Disconnect ${name}?`);
  await card(page, name).getByRole('button', { name: 'Keep' }).click();
  await expect(list(page).getByRole('article')).toHaveCount(2);
  // A double-click asks, and does not answer what it has asked.
  await card(page, name).getByRole('button', { name: 'Disconnect' }).dblclick();
  await expect(question(page)).toBeVisible();
  await question(page).getByRole('button', { name: 'Disconnect' }).click();
  await expect(card(page, name)).toHaveCount(0);
  expect((await linkedAccounts(demo, person)).map(({ display_name }) => display_name)).toEqual(['Rainy Day Savings']);
  await expect
    .poll(() => events.details('inlay-change')().at(-1))
    .toMatchObject({ accounts: [{ display_name: 'Rainy Day Savings' }] });
});

test('an account that somebody else disconnected is said to be so when the person looks again', async ({
  page,
  person,
}) => {
  await openBank(page, person);
  await link(page, ['Success']);
  await expect(card(page, name)).toBeVisible();
  await atTheBank(person, 'disconnected');
  await list(page).evaluate(async (element) => {
    const refresh: unknown = Reflect.get(element, 'refresh');
    if (typeof refresh === 'function') await refresh.call(element);
  });
  await expect(card(page, name)).toContainText('This account was disconnected.');
  await card(page, name).getByRole('button', { name: 'Remove' }).click();
  await expect(card(page, name)).toHaveCount(0);
});

test('an account that needs a new login says so and is linked again', async ({ page, person }) => {
  await openBank(page, person);
  await link(page, ['Success']);
  await expect(card(page, name)).toBeVisible();
  await atTheBank(person, 'inactive');
  await page.reload();
  await expect(card(page, name)).toContainText('The bank no longer gives access to this account.');
  await card(page, name).getByRole('button', { name: 'Link again' }).click();
  await dialog(page).getByRole('button', { name: 'Agree and continue' }).click();
  await chooseBank(page, 'Test (Non-OAuth)');
  await connect(page, ['Success']);
  await expect(card(page, name)).not.toContainText('no longer gives access');
  await expect(list(page).getByRole('article')).toHaveCount(1);
});

test('five thousand transactions come page by page, down to the last', async ({ page, person }) => {
  test.slow();
  await openBank(page, person);
  await link(page, ['Success']);
  await expect(card(page, name)).toBeVisible();
  await atTheBank(person, 'many');
  await page.reload();
  await list(page).evaluate((element) => element.setAttribute('days', '180'));
  await card(page, name).getByRole('button', { name: 'Transactions' }).click();
  const rows = card(page, name).getByRole('region', { name: 'Transactions' }).getByRole('listitem');
  await expect(rows.first()).toBeVisible();
  const first = await rows.count();
  expect(first).toBeLessThan(500);
  await page.mouse.move(640, 500);
  await expect
    .poll(
      async () => {
        await page.mouse.wheel(0, 4_000);
        return rows.count();
      },
      { timeout: 60_000 },
    )
    .toBeGreaterThan(first + 200);
});
