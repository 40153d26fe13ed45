import { expectWellToBeSeen } from './axe.ts';
import {
  buyButton,
  element,
  framed,
  goToCheckout,
  inCheckout,
  openShop,
  payButton,
  payByDebit,
  sells,
} from './checkout.ts';
import { asked, breakStripe } from './stripe.ts';
import { expect, test } from './test.ts';

test('a shop where something is on its way, failed, or was not completed has nothing axe complains of', async ({
  page,
  person,
  demo,
}) => {
  const account = await sells(person);
  await openShop(page, person);
  await goToCheckout(page);
  await payByDebit(page);
  await expect(element(page)).toContainText('Payment on its way');
  await expectWellToBeSeen(page);
  await inCheckout(demo, account, 'settle');
  await expect(element(page)).toContainText('Paid: $12.00');
  await page.emulateMedia({ forcedColors: 'none' });
  const { mend } = await breakStripe(demo, 'POST /v1/checkout/sessions', '500');
  await buyButton(page, 'city_tour').click();
  await expect(element(page, 'city_tour').locator('[part=error]')).toBeVisible();
  await mend();
  await expectWellToBeSeen(page);
});

test('a shop that cannot sell yet has nothing axe complains of', async ({ page, person }) => {
  await openShop(page, person);
  await expect(element(page)).toContainText('Not available yet');
  await expectWellToBeSeen(page);
});

test('Checkout in the page, open and closed, has nothing axe complains of', async ({ page, person }) => {
  await sells(person);
  await openShop(page, person, '/shop-in-place');
  await buyButton(page).click();
  await expect(payButton(framed(page))).toBeVisible();
  await expectWellToBeSeen(page);
  await page.emulateMedia({ forcedColors: 'none' });
  await element(page).getByRole('button', { name: 'Close' }).click();
  await expect(element(page)).toContainText('Not completed.');
  await expectWellToBeSeen(page);
});

test('something is bought with the keyboard alone', async ({ page, person }) => {
  await sells(person);
  await openShop(page, person);
  await buyButton(page).focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('Email').fill('jenny@example.test');
  await page.getByLabel('Full name').fill('Jenny Rosen');
  await page.getByRole('button', { name: 'Use test card' }).press('Enter');
  await payButton(page).press('Enter');
  await expect(element(page)).toContainText('Paid: $12.00');
});

test('Checkout in the page is opened and closed with the keyboard alone, and the focus comes back', async ({
  page,
  person,
}) => {
  await sells(person);
  await openShop(page, person, '/shop-in-place');
  await buyButton(page).focus();
  await page.keyboard.press('Enter');
  await expect(payButton(framed(page))).toBeVisible();
  await element(page).getByRole('button', { name: 'Close' }).press('Enter');
  await expect(element(page)).toContainText('Not completed.');
  await expect(element(page).getByRole('button')).toBeFocused();
});

test('the buyer is told in the language of the page, and Stripe is asked to speak it, too', async ({
  page,
  person,
  demo,
}) => {
  await sells(person);
  await page.addInitScript(() => {
    document.addEventListener('DOMContentLoaded', () => document.documentElement.setAttribute('lang', 'fr'));
  });
  await openShop(page, person);
  await element(page).getByRole('button', { name: 'Acheter' }).click();
  await expect(payButton(page)).toBeVisible();
  await page.getByRole('link', { name: 'Back' }).click();
  await expect(element(page)).toContainText('Achat non terminé. Vous pouvez réessayer.');
  expect(await asked(demo, person, 'POST /v1/checkout/sessions')).toMatchObject([{ body: { locale: 'fr' } }]);
});
