import type { Page } from '@playwright/test';
import { button, onboarding } from '../../demo/e2e/widgets.ts';
import { expect, holdLinks, test } from './test.ts';

// Of React's development build, with which Lit comes in its own.
test.use({ mayBeSaid: /^Lit is in dev mode/ });

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

for (const app of ['react', 'vue', 'svelte'] as const) {
  test.describe(app, () => {
    test('however often the page is rendered, one press is one start and is heard once', async ({ page, open }) => {
      await open(app);
      await expect(button(page, 'Set up payouts')).toBeVisible();
      for (const theme of ['Dark', 'Light', 'Dark', 'Light']) await press(page, theme);
      const links = await holdLinks(page);
      await button(page, 'Set up payouts').dblclick();
      await expect(page.getByText('Times you started: 1')).toBeVisible();

      // Gone while it was on its way, and back: the same again.
      await press(page, 'Hide');
      await expect(onboarding(page)).toHaveCount(0);
      await press(page, 'Show');
      await button(page, 'Set up payouts').click();
      await expect(page.getByText('Times you started: 2')).toBeVisible();
      await expect.poll(links.asked).toBe(2);
    });

    test('an object reaches the element as a property, and a new one changes its looks', async ({ page, open }) => {
      await open(app);
      const scheme = () => onboarding(page).evaluate((element) => getComputedStyle(element).colorScheme);
      await expect.poll(scheme).toBe('light');
      await press(page, 'Dark');
      await expect.poll(scheme).toBe('dark');
    });

    test('an element that is gone leaves no listener and no frame behind', async ({ page, open }) => {
      await open(app);
      const round = async () => {
        await expect(button(page, 'Set up payouts')).toBeVisible();
        await button(page, 'Set up payouts').hover();
        await press(page, 'Hide');
        await expect(onboarding(page)).toHaveCount(0);
        const left = await listeners(page);
        await press(page, 'Show');
        return left;
      };
      const first = await round();
      expect(await round()).toEqual(first);
      expect(page.frames()).toHaveLength(1);
    });
  });
}

test('react: under strict mode, which does everything twice, one press is one start and is heard once', async ({
  page,
  open,
}) => {
  // The app is rendered under StrictMode, by React's development build, which alone does so (harness/apps.ts).
  await open('react');
  const links = await holdLinks(page);
  await button(page, 'Set up payouts').click();
  await expect(page.getByText('Times you started: 1')).toBeVisible();
  await expect.poll(links.asked).toBe(1);
});

/** How many listeners there are on what outlives an element, by kind. */
async function listeners(page: Page): Promise<Record<string, number>> {
  const devtools = await page.context().newCDPSession(page);
  const counts: Record<string, number> = {};
  for (const expression of ['window', 'document', 'globalThis[Symbol.for("inlay")]', 'navigation']) {
    const { result } = await devtools.send('Runtime.evaluate', { expression });
    const objectId = `${result.objectId}`;
    const found = await devtools.send('DOMDebugger.getEventListeners', { objectId });
    for (const { type } of found.listeners)
      counts[`${expression} ${type}`] = (counts[`${expression} ${type}`] ?? 0) + 1;
  }
  await devtools.detach();
  return counts;
}

test('vue: an element kept alive behind another tab comes back as it was', async ({ page, open }) => {
  await open('vue');
  await expect(button(page, 'Set up payouts')).toBeVisible();
  const kept = await onboarding(page).elementHandle();
  await press(page, 'Rides');
  await expect(page.getByRole('heading', { name: 'Rides' })).toBeVisible();
  await press(page, 'Payouts');
  await expect(button(page, 'Set up payouts')).toBeVisible();
  expect(await kept?.evaluate((element) => element.isConnected)).toBe(true);

  await holdLinks(page);
  await button(page, 'Set up payouts').click();
  await expect(page.getByText('Times you started: 1')).toBeVisible();
});
