import { chromiumFlags, ensureChromium } from '../../scripts/chromium.ts';
import { heading, steps } from './stripe.ts';
import { expect, test } from './test.ts';
import { button } from './widgets.ts';

// Playwright switches the back-forward cache off, unless told not to.
test.use({
  launchOptions: {
    executablePath: ensureChromium(),
    args: [...chromiumFlags],
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  },
});

test('the back button brings the page from the back-forward cache, and its button works again', async ({
  page,
  person,
}) => {
  await page.addInitScript(() => {
    addEventListener('pageshow', (event) =>
      document.documentElement.setAttribute('data-persisted', `${event.persisted}`),
    );
  });
  await page.goto(person.at('/onboard'));
  await button(page, 'Set up payouts').click();
  await expect(heading(page, steps[0])).toBeVisible();
  await page.goBack({ waitUntil: 'commit' });

  await expect(page.locator('html')).toHaveAttribute('data-persisted', 'true');
  // Back without a reload: the driver has an account by now, and the widget asked.
  await expect(button(page, 'Continue set-up')).toBeEnabled();
  await button(page, 'Continue set-up').click();
  await expect(heading(page, steps[0])).toBeVisible();
});
