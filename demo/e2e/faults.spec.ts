import { accountsOf, asked, breakStripe, failOnce, finishOnboarding, heading, steps } from './stripe.ts';
import { expect, test } from './test.ts';
import { button, listen, onboarding } from './widgets.ts';

for (const how of ['500', '429', 'html', 'reset', 'timeout']) {
  test(`when Stripe's answer is ${how}, a sentence says so and trying again works`, async ({ page, demo, person }) => {
    const events = await listen(page);
    await page.goto(person.at('/onboard'));
    await expect(button(page, 'Set up payouts')).toBeEnabled();
    const { mend } = await breakStripe(demo, 'POST /v1/account_links', how);
    await button(page, 'Set up payouts').click();

    // The Worker gives Stripe ten seconds, and the widget asks a second time.
    await expect(button(page, 'Try again')).toBeEnabled({ timeout: 40_000 });
    await mend();
    await expect(onboarding(page)).toContainText('Please try again in a minute.');
    await expect
      .poll(events.named('inlay-error'))
      .toMatchObject([{ detail: { type: 'stripe_error', recoverable: true } }]);

    await button(page, 'Try again').click();
    await expect(heading(page, steps[0])).toBeVisible();
    expect(await asked(demo, person, 'POST /v1/accounts')).toHaveLength(1);
  });
}

test('an account that Stripe made without saying so is the one that is used', async ({ page, demo, person }) => {
  await page.goto(person.at('/onboard'));
  await expect(button(page, 'Set up payouts')).toBeEnabled();
  await failOnce(demo, 'POST /v1/accounts', 'timeout_after_commit');
  await button(page, 'Set up payouts').click();
  await expect(heading(page, steps[0])).toBeVisible({ timeout: 40_000 });

  const tries = await asked(demo, person, 'POST /v1/accounts');
  expect(tries.length).toBeGreaterThan(1);
  expect(new Set(tries.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
  const { id } = await person.account();
  expect(page.url()).toContain(`/${id}/`);
  expect(await accountsOf(demo, person)).toEqual([id]);
  await finishOnboarding(page);
  await expect(onboarding(page)).toContainText('Payouts are set up');
});

test('an account whose owner left the platform is said to be disconnected, once', async ({ page, demo, person }) => {
  const events = await listen(page);
  await person.becomes('deauthorized');
  await page.goto(person.at('/onboard'));

  await expect(onboarding(page)).toContainText('Account no longer connected');
  await expect(onboarding(page).getByRole('button')).toHaveCount(0);
  await expect.poll(events.named('inlay-error')).toEqual([]);
  const before = (await asked(demo, person, 'POST /v1/account_links')).length;
  await page.reload();
  await expect(onboarding(page)).toContainText('Account no longer connected');
  expect(await asked(demo, person, 'POST /v1/account_links')).toHaveLength(before);
});

test('a Worker that cannot be reached is said to be unreachable, and trying again works', async ({
  page,
  demo,
  person,
}) => {
  await page.route(`${demo.worker}/v1/**`, (route) => route.abort());
  await page.goto(person.at('/onboard'));
  await expect(onboarding(page)).toContainText('There is no connection.');

  await page.unroute(`${demo.worker}/v1/**`);
  await button(page, 'Try again').click();
  await expect(button(page, 'Set up payouts')).toBeEnabled();
});
