import { asked, fault, finishOnboarding, heading, steps } from './stripe.ts';
import { expect, test } from './test.ts';
import { button, listen, onboarding } from './widgets.ts';

/** How Stripe fails, and how often the Worker tries within one click before it says so. */
const failures = [
  { does: '500', tries: 4 },
  { does: '429', tries: 4 },
  { does: 'html', tries: 4 },
  { does: 'reset', tries: 4 },
  { does: 'timeout', tries: 1 },
] as const;

for (const { does, tries } of failures) {
  test(`when Stripe's answer is ${does}, a sentence says so and trying again works`, async ({ page, demo, person }) => {
    const events = await listen(page);
    await page.goto(person.at('/onboard'));
    await expect(button(page, 'Set up payouts')).toBeEnabled();
    await fault(demo, { match: 'POST /v1/account_links', do: does, times: tries });
    await button(page, 'Set up payouts').click();

    await expect(button(page, 'Try again')).toBeEnabled({ timeout: 25_000 });
    await expect(onboarding(page)).toContainText('Please try again in a minute.');
    expect(events.named('inlay-error')).toMatchObject([{ detail: { type: 'stripe_error', recoverable: true } }]);

    await button(page, 'Try again').click();
    await expect(heading(page, steps[0])).toBeVisible();
    expect(await asked(demo, person, 'POST /v1/accounts')).toHaveLength(1);
  });
}

test('an account that Stripe made without saying so is the one that is used', async ({ page, demo, person }) => {
  await page.goto(person.at('/onboard'));
  await expect(button(page, 'Set up payouts')).toBeEnabled();
  await fault(demo, { match: 'POST /v1/accounts', do: 'timeout_after_commit', times: 1 });
  await button(page, 'Set up payouts').click();
  await expect(button(page, 'Try again')).toBeEnabled({ timeout: 25_000 });
  await button(page, 'Try again').click();
  await finishOnboarding(page);

  const tries = await asked(demo, person, 'POST /v1/accounts');
  expect(tries.length).toBeGreaterThan(1);
  expect(new Set(tries.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
  await expect(onboarding(page)).toContainText('Payouts are set up');
});

test('an account whose owner left the platform is said to be disconnected, once', async ({ page, demo, person }) => {
  const events = await listen(page);
  await person.becomes('deauthorized');
  await page.goto(person.at('/onboard'));

  await expect(onboarding(page)).toContainText('Account no longer connected');
  await expect(onboarding(page).getByRole('button')).toHaveCount(0);
  expect(events.named('inlay-error')).toEqual([]);
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
