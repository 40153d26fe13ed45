import { accountAtStripe, asked, complete, finishOnboarding, heading, saveForLater, steps, submit } from './stripe.ts';
import { expect, test } from './test.ts';
import { button, listen, onboarding } from './widgets.ts';

test('a driver finishes onboarding, comes back, and the button has become a status', async ({ page, demo, person }) => {
  await page.goto(person.at('/onboard'));
  await button(page, 'Set up payouts').click();
  await finishOnboarding(page);

  await expect(page).toHaveURL(person.at('/onboard'));
  await expect(onboarding(page)).toContainText('Payouts are set up');
  await expect(button(page, 'Set up payouts')).toHaveCount(0);

  const known = await person.account();
  expect(known).toMatchObject({ status: 'enabled', details_submitted: true, payouts_enabled: true });
  expect(await accountAtStripe(demo, known.id)).toMatchObject({
    id: known.id,
    details_submitted: true,
    charges_enabled: known.charges_enabled,
    payouts_enabled: known.payouts_enabled,
  });
});

test('inlay-success tells of the account that the Worker confirmed', async ({ page, person }) => {
  const events = await listen(page);
  await page.goto(person.at('/onboard'));
  await button(page, 'Set up payouts').click();
  await finishOnboarding(page);

  await expect.poll(events.named('inlay-success')).toHaveLength(1);
  const { id } = await person.account();
  await expect.poll(events.named('inlay-success')).toMatchObject([{ detail: { account: { id, status: 'enabled' } } }]);
});

test('what is saved for later is named in words, and is still there when the driver continues', async ({
  page,
  person,
}) => {
  const events = await listen(page);
  await page.goto(person.at('/onboard'));
  await button(page, 'Set up payouts').click();
  await complete(page, steps.slice(0, 2));
  await expect(heading(page, 'Your details')).toBeVisible();
  await page.getByLabel('First name').fill('Grace');
  await saveForLater(page);

  await expect(button(page, 'Continue set-up')).toBeVisible();
  await expect(onboarding(page)).toContainText('Your bank account');
  await expect(onboarding(page)).not.toContainText('external_account');
  await expect.poll(events.named('inlay-success')).toEqual([]);

  await button(page, 'Continue set-up').click();
  await expect(heading(page, 'Your details')).toBeVisible();
  await expect(page.getByLabel('First name')).toHaveValue('Grace');
  await complete(page, steps.slice(2));
  await submit(page);
  await expect(onboarding(page)).toContainText('Payouts are set up');
});

test("what the site's token says of the driver is filled in on Stripe's pages", async ({ page, person }) => {
  await page.goto(person.at('/onboard'));
  await button(page, 'Set up payouts').click();

  await expect(page.getByRole('radio', { name: /Individual/ })).toBeChecked();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByLabel('What you sell')).toHaveValue(/e-scooter/);
  await page.getByRole('button', { name: 'Use test data' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByLabel('First name')).toHaveValue(new RegExp(person.name, 'i'));
  await expect(page.getByLabel('Last name')).toHaveValue('Rivera');
  await expect(page.getByLabel('Email')).toHaveValue(`${person.name}@rocketrides.example`);
});

test('nothing is asked of Stripe until the driver presses', async ({ page, demo, person }) => {
  await page.goto(person.at('/onboard'));
  await expect(button(page, 'Set up payouts')).toBeEnabled();
  expect(await asked(demo, person, 'POST /v1/accounts')).toEqual([]);
});
