/** A press of the button that begins before the rest of an element's code is there, and ends after it has come. */
import { sells } from './checkout.ts';
import { expect, test } from './test.ts';
import { listen } from './widgets.ts';

const pages = [
  ['connect-onboard-button', '/onboard'],
  ['link-bank-account', '/bank'],
  ['cashapp-save-method', '/cash-app'],
  ['connect-checkout-button', '/shop'],
] as const;

for (const [tag, path] of pages) {
  test(`a press of ${tag} is not lost while the rest of its code arrives`, async ({ page, person }) => {
    if (path === '/shop') await sells(person);
    const events = await listen(page);
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    await page.route(/\/later\d*\.js$/, async (route) => {
      await released;
      await route.continue();
    });
    await page.goto(person.at(path));
    const button = page.locator(tag).first().getByRole('button');
    await expect(button).toBeVisible();
    await button.hover();
    await page.mouse.down();
    release();
    // The element says which language it speaks once it has all of its words.
    await expect(page.locator(tag).first().locator('button[lang]')).toBeVisible();
    await page.mouse.up();
    await expect.poll(events.named('inlay-start')).toHaveLength(1);
  });
}
