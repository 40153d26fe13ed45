/** Finding the way from one page of the demo to the next. */
import type { Locator } from '@playwright/test';
import { pages, tools } from '../site/pages/index.ts';
import { expect, test } from './test.ts';

async function expectInSight(entry: Locator): Promise<void> {
  const isInSight = await entry.evaluate((link) => {
    const { left, right } = link.getBoundingClientRect();
    const nav = link.closest('nav')?.getBoundingClientRect();
    // A box may end between two pixels, and scrolling does not.
    return nav !== undefined && left >= nav.left - 1 && right <= nav.right + 1;
  });
  expect(isInSight).toBe(true);
}

test('on a phone the page that one is on is in sight in the navigation, and the page does not move', async ({
  page,
  person,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const inNavigation = [...pages, ...tools].filter(({ label }) => label !== null);
  for (const path of [...inNavigation.map(({ path }) => path), '/qa', '/shop-in-place']) {
    await page.goto(person.at(path));
    const here = page.getByRole('navigation', { name: 'Pages' }).locator('[aria-current]');
    await expect(here).toHaveCount(1);
    await expectInSight(here);
    expect(await page.evaluate(() => [scrollX, scrollY])).toEqual([0, 0]);
  }
});

test('on a phone a page of the playground shows which element it is about', async ({ page, person }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(person.at('/playground/saved-payment-methods'));
  await expectInSight(page.getByRole('navigation', { name: 'Elements' }).getByRole('link', { name: 'saved-payment' }));
  await expectInSight(page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Playground' }));
});

test('the gallery leads back to the rest of the demo', async ({ page, demo }) => {
  await page.goto(`${demo.site}/gallery?element=link-bank-account`);
  await page.getByRole('link', { name: 'Rocket Rides' }).click();
  await expect(page).toHaveURL(`${demo.site}/`);
});
