import { chromiumFlags, ensureChromium } from '../../scripts/chromium.ts';
import { sells } from './checkout.ts';
import { confirm, embedded, openAll, sessionsOf, stripes, windowOf } from './embedded.ts';
import { expect, test } from './test.ts';

// Playwright switches the back-forward cache off, unless told not to.
test.use({
  launchOptions: {
    executablePath: ensureChromium(),
    args: [...chromiumFlags],
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  },
});

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    addEventListener('pageshow', (event) =>
      document.documentElement.setAttribute('data-persisted', `${event.persisted}`),
    );
  });
});

test('components are there, and work, when the browser’s button brings their page back', async ({ page, person }) => {
  await sells(person);
  const sessions = sessionsOf(page);
  await openAll(page, person, '/sales');
  const klarna = stripes(page, 'payment-method-settings').getByRole('switch', { name: 'Klarna' });
  await expect(klarna).not.toBeChecked();
  await page.getByRole('link', { name: 'your shop' }).click();
  await expect(page).toHaveURL(person.at('/shop'));
  await page.goBack({ waitUntil: 'commit' });
  await expect(page.locator('html')).toHaveAttribute('data-persisted', 'true');
  await confirm(await windowOf(page, klarna));
  await expect(klarna).toBeChecked();
  expect(sessions).toHaveLength(1);
});

test('components that were on their way when the page was left come after all when it is back', async ({
  page,
  person,
  demo,
}) => {
  await sells(person);
  let held = 0;
  await page.route(`${demo.worker}/**/account_sessions`, () => {
    held += 1;
  });
  await openAll(page, person, '/sales');
  await expect.poll(() => held).toBe(1);
  await expect(embedded(page, 'payouts').locator('[part=skeleton]')).toBeVisible();
  await page.getByRole('link', { name: 'your shop' }).click();
  await expect(page).toHaveURL(person.at('/shop'));
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.goBack({ waitUntil: 'commit' });
  await expect(page.locator('html')).toHaveAttribute('data-persisted', 'true');
  await expect(stripes(page, 'payouts')).toContainText('No payouts yet');
  await expect(stripes(page, 'payment-method-settings')).toContainText('Klarna');
});
