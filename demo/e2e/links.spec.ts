import type { Page } from '@playwright/test';
import { advance, asked, complete, finishOnboarding, heading, steps, submit } from './stripe.ts';
import { expect, test } from './test.ts';
import { button, onboarding } from './widgets.ts';

/** A link that has been visited leads back to the host page, whose widget fetches another and goes there. */
async function visitUsedLinkAgain(page: Page): Promise<void> {
  const used = page.url();
  await page.goto(used);
  await page.waitForURL((url) => url.pathname.startsWith('/setup/') && url.href !== used);
}

test('a used link comes back through the page and continues without a click', async ({ page, demo, person }) => {
  await page.goto(person.at('/onboard'));
  await button(page, 'Set up payouts').click();
  await expect(heading(page, steps[0])).toBeVisible();
  await visitUsedLinkAgain(page);

  expect(await asked(demo, person, 'POST /v1/account_links')).toHaveLength(2);
  expect(await asked(demo, person, 'POST /v1/accounts')).toHaveLength(1);
  await finishOnboarding(page);
  await expect(page).toHaveURL(person.at('/onboard'));
  await expect(onboarding(page)).toContainText('Payouts are set up');
});

test('a link that ran out on the way continues with a new one', async ({ page, demo, person }) => {
  await page.goto(person.at('/onboard'));
  let delayed = 0;
  await page.route(`${demo.stripe}/setup/**`, async (route) => {
    // The first visit is held up until the link has outlived its 300 seconds.
    if (delayed === 0) await advance(demo, 301);
    delayed += 1;
    await route.continue();
  });
  await button(page, 'Set up payouts').click();

  await expect(heading(page, steps[0])).toBeVisible();
  expect(await asked(demo, person, 'POST /v1/account_links')).toHaveLength(2);
});

test('what was entered before the link was used up is kept', async ({ page, person }) => {
  await page.goto(person.at('/onboard'));
  await button(page, 'Set up payouts').click();
  await expect(heading(page, steps[0])).toBeVisible();
  const link = page.url();
  await complete(page, steps.slice(0, 2));
  await page.goto(link);

  await complete(page, steps.slice(2));
  await submit(page);
  await expect(onboarding(page)).toContainText('Payouts are set up');
});

test('the fourth refresh in ten minutes stops with an explanation, and the button goes on', async ({
  page,
  demo,
  person,
}) => {
  await page.goto(person.at('/onboard'));
  await button(page, 'Set up payouts').click();
  await expect(heading(page, steps[0])).toBeVisible();
  for (const _ of [1, 2, 3]) await visitUsedLinkAgain(page);
  await page.goto(page.url());

  await expect(onboarding(page)).toContainText('The link to Stripe ran out several times');
  await expect(page).toHaveURL(person.at('/onboard'));
  expect(await asked(demo, person, 'POST /v1/account_links')).toHaveLength(4);

  await onboarding(page).getByRole('button').click();
  await expect(heading(page, steps[0])).toBeVisible();
});

test('a marker that somebody wrote into the address opens no link without a token', async ({ page, demo, person }) => {
  await page.route('**/inlay/token*', (route) => route.fulfill({ status: 401, body: 'Sign in first.' }));
  await page.goto(`${person.at('/onboard')}&inlay=onboard-refresh`);

  await expect(onboarding(page)).toContainText('Your session could not be confirmed');
  expect(await asked(demo, person, 'POST /v1/account_links')).toEqual([]);
});
