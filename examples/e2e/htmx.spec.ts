import { heading, steps } from '../../demo/e2e/stripe.ts';
import { button, onboarding } from '../../demo/e2e/widgets.ts';
import { expect, holdLinks, test } from './test.ts';

test('an element swapped out on the way to Stripe comes back as if nothing had been pressed', async ({
  page,
  open,
}) => {
  await open('htmx');
  const links = await holdLinks(page);
  await button(page, 'Set up payouts').click();
  await expect.poll(links.asked).toBe(1);
  await page.getByRole('button', { name: 'Rides' }).click();
  await expect(page.getByRole('heading', { name: 'Rides' })).toBeVisible();
  await expect(onboarding(page)).toHaveCount(0);
  await links.letGo();

  await page.getByRole('button', { name: 'Payouts', exact: true }).click();
  await button(page, 'Set up payouts').click();
  await expect(heading(page, steps[0])).toBeVisible();
});

test('two elements that arrived by different swaps know of the same account', async ({ page, open }) => {
  await open('htmx');
  await expect(button(page, 'Set up payouts')).toBeVisible();
  await page.getByRole('button', { name: 'Show my status' }).click();
  const status = page.locator('connect-account-status');
  await expect(status.getByRole('button', { name: 'Set up payouts' })).toBeVisible();

  await button(page, 'Set up payouts').click();
  await page.getByRole('button', { name: 'Save for later' }).click();
  await expect(button(page, 'Continue set-up')).toBeVisible();
  await page.getByRole('button', { name: 'Show my status' }).click();
  await expect(status.getByRole('button', { name: 'Continue set-up' })).toBeVisible();
});
