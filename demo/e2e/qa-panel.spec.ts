import { expect, test } from './test.ts';
import { button } from './widgets.ts';

test("a tester puts the driver's account into a state, and the widgets follow without a reload", async ({
  page,
  person,
}) => {
  await page.goto(person.at('/overview'));
  await expect(button(page, 'Set up payouts')).toBeEnabled();
  await page.getByText('For testers').last().click();
  await page.getByLabel('Make it').selectOption('Rejected');
  await page.getByRole('button', { name: 'Set', exact: true }).click();

  await expect(page.getByText(/acct_\w+ is now: rejected\./)).toBeVisible();
  for (const tag of ['connect-onboard-button', 'connect-account-status']) {
    await expect(page.locator(tag)).toContainText('Account closed by Stripe');
  }
});

test('a tester becomes somebody else, on the same page', async ({ page, person }) => {
  await page.goto(person.at('/status'));
  await page.getByText('For testers').last().click();
  await page.getByLabel('Signed in as').fill(`${person.name}-b`);
  await page.getByRole('button', { name: 'Switch' }).click();
  await expect(page).toHaveURL(`${person.at('/status')}-b`);
  await expect(page.getByRole('banner')).toContainText(`${person.name}-b Rivera`, { ignoreCase: true });
});

test('a tester makes Stripe fail, sees the event of it, and ends it', async ({ page, demo, person }) => {
  await person.becomes('incomplete');
  await page.goto(person.at('/onboard'));
  await expect(button(page, 'Continue set-up')).toBeEnabled();
  await page.getByText('For testers').last().click();
  await page.getByLabel('this many times').fill('40');
  await page.getByLabel('Stripe', { exact: true }).selectOption('answers with a web page');
  await page.getByRole('button', { name: 'Arm' }).click();
  await expect(page.getByText('POST /v1/account_links will go wrong')).toBeVisible();

  await button(page, 'Continue set-up').click();
  await expect(page.getByRole('log')).toContainText('inlay-error from connect-onboard-button', {
    timeout: 20_000,
  });
  await page.getByRole('button', { name: 'End all faults' }).click();
  await expect(page.getByText('Stripe does what it should.')).toBeVisible();
  await button(page, 'Try again').click();
  await page.waitForURL((url) => url.origin === demo.stripe);
});

test('markup in an event is shown as text', async ({ page, person }) => {
  await page.goto(person.at('/onboard'));
  await page.getByText('For testers').last().click();
  await page.evaluate(() => {
    const detail = { message: '"><img src=x onerror=alert(1)>' };
    document
      .querySelector('connect-onboard-button')
      ?.dispatchEvent(new CustomEvent('inlay-error', { bubbles: true, composed: true, detail }));
  });
  await expect(page.getByRole('log')).toContainText('<img src=x onerror=alert(1)>');
  await expect(page.getByRole('log').locator('img')).toHaveCount(0);
});

test('the page for testers lists what was asked of Stripe', async ({ page, person }) => {
  await person.becomes('enabled');
  await page.goto(person.at('/qa'));
  await expect(page.getByRole('region', { name: 'Asked of Stripe' }).last()).toContainText('POST /v1/accounts');
});
