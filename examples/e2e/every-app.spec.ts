import { finishOnboarding } from '../../demo/e2e/stripe.ts';
import { button, onboarding } from '../../demo/e2e/widgets.ts';
import type { AppName } from '../harness/apps.ts';
import { addresses, expect, test } from './test.ts';

const apps: readonly AppName[] = [
  'plain-html',
  'token-route-express',
  'htmx',
  'react',
  'vue',
  'svelte',
  'astro',
  'next',
  'nuxt',
];

// Of React's development build, with which Lit comes in its own.
test.use({ mayBeSaid: /^Lit is in dev mode/ });

for (const app of apps) {
  test(`${app}: a merchant is onboarded, and the app's own handler hears of it`, async ({ page, open }) => {
    await open(app);
    await expect(page).toHaveTitle('Payouts');
    await button(page, 'Set up payouts').click();
    await finishOnboarding(page);

    await expect(page).toHaveURL(`${addresses.apps[app]}/`);
    await expect(onboarding(page)).toContainText('Payouts are set up');
    await expect(page.getByText(/^Ready to be paid: acct_\w+$/)).toBeVisible();
  });
}

for (const app of ['next', 'nuxt', 'astro'] as const) {
  test(`${app}: the tag is in the HTML that the server sends`, async ({ request }) => {
    const html = await (await request.get(`${addresses.apps[app]}/`)).text();
    expect(html).toMatch(/<connect-onboard-button[^>]*><\/connect-onboard-button>/);
  });
}
