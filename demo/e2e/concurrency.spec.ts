import { asked, finishOnboarding, heading, steps } from './stripe.ts';
import { expect, test } from './test.ts';
import { button, onboarding } from './widgets.ts';

test('two tabs of one driver lead to one account', async ({ context, demo, person }) => {
  const tabs = [await context.newPage(), await context.newPage()];
  for (const tab of tabs) {
    await tab.goto(person.at('/onboard'));
    await expect(button(tab, 'Set up payouts')).toBeEnabled();
  }
  await Promise.all(tabs.map((tab) => button(tab, 'Set up payouts').click()));
  for (const tab of tabs) await expect(heading(tab, steps[0])).toBeVisible();

  const { id } = await person.account();
  for (const tab of tabs) expect(tab.url()).toContain(`/${id}/`);
  expect(await asked(demo, person, 'POST /v1/accounts')).toHaveLength(1);
});

test('what one tab finishes, the other knows when the driver turns to it', async ({ context, person }) => {
  const [left, right] = [await context.newPage(), await context.newPage()];
  await right.goto(person.at('/onboard'));
  await left.goto(person.at('/onboard'));
  await button(left, 'Set up payouts').click();
  await finishOnboarding(left);
  await expect(onboarding(left)).toContainText('Payouts are set up');

  await right.reload();
  await expect(onboarding(right)).toContainText('Payouts are set up');
});

test('a double click makes one account and one link', async ({ page, demo, person }) => {
  await page.goto(person.at('/onboard'));
  await button(page, 'Set up payouts').dblclick();
  await expect(heading(page, steps[0])).toBeVisible();

  expect(await asked(demo, person, 'POST /v1/accounts')).toHaveLength(1);
  expect(await asked(demo, person, 'POST /v1/account_links')).toHaveLength(1);
});

test('both widgets of a page agree once onboarding is finished from one of them', async ({ page, person }) => {
  await page.goto(person.at('/overview'));
  await button(page, 'Set up payouts').click();
  await finishOnboarding(page);

  for (const tag of ['connect-onboard-button', 'connect-account-status']) {
    await expect(page.locator(tag)).toContainText('Payouts are set up');
  }
});
