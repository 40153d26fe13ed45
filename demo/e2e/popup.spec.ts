import { asked, complete, finishOnboarding, heading, saveForLater, steps } from './stripe.ts';
import { expect, test } from './test.ts';
import { button, listen, onboarding } from './widgets.ts';

test('onboarding in a window ends with its closing, and the page that opened it shows the outcome', async ({
  page,
  person,
}) => {
  const events = await listen(page);
  await page.goto(person.at('/popup'));
  await page.getByLabel('Call sign').fill('Comet 7');
  const [window] = await Promise.all([page.waitForEvent('popup'), button(page, 'Set up payouts').click()]);
  const closed = window.waitForEvent('close');
  await finishOnboarding(window);
  await closed;

  await expect(onboarding(page)).toContainText('Payouts are set up');
  await expect(page.getByLabel('Call sign')).toHaveValue('Comet 7');
  const { id } = await person.account();
  await expect.poll(events.named('inlay-success')).toMatchObject([{ detail: { account: { id } } }]);
});

test('what was saved for later in the window is named on the page', async ({ page, person }) => {
  await page.goto(person.at('/popup'));
  const [window] = await Promise.all([page.waitForEvent('popup'), button(page, 'Set up payouts').click()]);
  await complete(window, steps.slice(0, 2));
  await expect(heading(window, steps[2])).toBeVisible();
  await saveForLater(window);

  await expect(button(page, 'Continue set-up')).toBeEnabled();
  await expect(onboarding(page)).toContainText('Your bank account');
});

test('a blocked window falls back to going there with this page', async ({ page, person }) => {
  await page.addInitScript(() => {
    window.open = () => null;
  });
  await page.goto(person.at('/popup'));
  await button(page, 'Set up payouts').click();
  await finishOnboarding(page);

  await expect(page).toHaveURL(person.at('/popup'));
  await expect(onboarding(page)).toContainText('Payouts are set up');
});

test('a window closed half-way is a cancellation, and the button is ready again', async ({ page, demo, person }) => {
  const events = await listen(page);
  await page.goto(person.at('/popup'));
  const [window] = await Promise.all([page.waitForEvent('popup'), button(page, 'Set up payouts').click()]);
  await expect(heading(window, steps[0])).toBeVisible();
  await window.close();

  await expect.poll(events.named('inlay-cancel')).toHaveLength(1);
  await expect.poll(events.named('inlay-success')).toEqual([]);
  const again = onboarding(page).getByRole('button');
  await expect(again).toBeEnabled();
  const [second] = await Promise.all([page.waitForEvent('popup'), again.click()]);
  await expect(heading(second, steps[0])).toBeVisible();
  expect(await asked(demo, person, 'POST /v1/accounts')).toHaveLength(1);
});

test('a used link inside the window continues in the window', async ({ page, person }) => {
  await page.goto(person.at('/popup'));
  const [window] = await Promise.all([page.waitForEvent('popup'), button(page, 'Set up payouts').click()]);
  await expect(heading(window, steps[0])).toBeVisible();
  const used = window.url();
  await window.goto(used);
  await window.waitForURL((url) => url.pathname.startsWith('/setup/') && url.href !== used);
  await finishOnboarding(window);

  await expect(onboarding(page)).toContainText('Payouts are set up');
});
