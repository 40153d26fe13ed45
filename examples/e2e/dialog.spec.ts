import { dialog as anyDialog, chooseBank, linkButton } from '../../demo/e2e/bank.ts';
import { addresses, expect, test } from './test.ts';

test('a modal dialog takes the focus in, keeps it, and gives it back when Escape closes it', async ({ page, open }) => {
  await open('dialog');
  const opener = page.getByRole('button', { name: 'Bank account', exact: true });
  await opener.focus();
  await page.keyboard.press('Enter');
  const modal = page.getByRole('dialog', { name: 'Bank account' });
  await expect(linkButton(page)).toBeEnabled();

  const visited = new Set<string>();
  for (let press = 0; press < 8; press += 1) {
    await page.keyboard.press('Tab');
    visited.add(await page.evaluate(() => document.activeElement?.id || document.activeElement?.localName || 'none'));
  }
  // Between the last and the first a browser gives its own bar a turn, and the page then has the focus on its body.
  expect([...visited].sort()).toEqual(['body', 'button', 'link-bank-account']);

  await page.keyboard.press('Escape');
  await expect(modal).toBeHidden();
  await expect(opener).toBeFocused();
});

test("ours steps aside for Stripe's dialog, comes back when that is done, and shows what was linked", async ({
  page,
  open,
}) => {
  await open('dialog');
  await page.getByRole('button', { name: 'Bank account', exact: true }).click();
  const ours = page.getByRole('dialog', { name: 'Bank account' });
  await linkButton(page).click();
  await expect(ours).toBeHidden();
  await anyDialog(page).getByRole('button', { name: 'Agree and continue' }).click();
  await chooseBank(page, 'Test (Non-OAuth)');
  await anyDialog(page).getByRole('checkbox', { name: 'Success', exact: true }).check();
  await anyDialog(page).getByRole('button', { name: 'Connect account' }).click();
  await anyDialog(page).getByRole('button', { name: 'Done' }).click();

  await expect(ours).toContainText('1 account linked.');
  await expect(page.getByText(/^Linked: fca_\w+$/)).toBeVisible();
});

test("whoever closes Stripe's dialog is back in ours", async ({ page, open }) => {
  await open('dialog');
  await page.getByRole('button', { name: 'Bank account', exact: true }).click();
  await linkButton(page).click();
  await anyDialog(page).getByRole('button', { name: 'Agree and continue' }).waitFor();
  await anyDialog(page).getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('dialog', { name: 'Bank account' })).toBeVisible();
  await expect(linkButton(page)).toBeEnabled();
});

test.describe('with nobody signed in', () => {
  // The token route's answer, of which the browser and the element tell the developer.
  test.use({ mayBeSaid: /\b401\b/ });

  test('a dialog that nobody opened stays closed, and says what is wrong once it is opened', async ({ page }) => {
    // Heard after the page's own handlers, which are further in.
    await page.addInitScript(() => {
      document.addEventListener('inlay-error', () => document.documentElement.setAttribute('data-heard', ''));
    });
    await page.goto(`${addresses.apps.dialog}`);
    await expect(page.locator('html')).toHaveAttribute('data-heard');
    const ours = page.getByRole('dialog', { name: 'Bank account' });
    await expect(ours).toBeHidden();

    await page.getByRole('button', { name: 'Bank account', exact: true }).click();
    await expect(ours).toContainText('Your session could not be confirmed.');
  });
});
