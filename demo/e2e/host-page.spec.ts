import { pages } from '../site/pages/index.ts';
import { finishOnboarding } from './stripe.ts';
import { expect, test } from './test.ts';
import { button, onboarding } from './widgets.ts';

test('the whole flow works under a strict policy, which reports nothing', async ({ page, person }) => {
  const violations: unknown[] = [];
  await page.exposeFunction('violated', (what: string) => violations.push(what));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      const violated: unknown = Reflect.get(window, 'violated');
      if (typeof violated === 'function') violated(`${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  const response = await page.goto(person.at('/onboard'));
  expect(response?.headers()['content-security-policy']).not.toMatch(/unsafe|\*/);
  await button(page, 'Set up payouts').click();
  await finishOnboarding(page);
  await expect(onboarding(page)).toContainText('Payouts are set up');
  expect(violations).toEqual([]);
});

test('the whole flow works where Trusted Types are enforced', async ({ page, context, person, demo }) => {
  // A page that a test serves has no address on this machine, from which Chromium lets no page reach others of it.
  await context.grantPermissions(['local-network-access']);
  await page.route(`${demo.site}/onboard*`, async (route) => {
    const response = await route.fetch();
    const policy = `${response.headers()['content-security-policy']}; require-trusted-types-for 'script'`;
    await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': policy } });
  });
  await page.goto(person.at('/onboard'));
  await button(page, 'Set up payouts').click();
  await finishOnboarding(page);
  await expect(onboarding(page)).toContainText('Payouts are set up');
});

test('a page that loads the bundle twice works as with one copy, and is told once', async ({ page, person, demo }) => {
  const told: string[] = [];
  page.on('console', (message) => message.text().includes('[inlay]') && told.push(message.text()));
  await page.goto(person.at('/onboard'));
  // Under another address, as from a second supplier: under the same one it would be the same module.
  await page.addScriptTag({ url: `${demo.worker}/1/inlay.js`, type: 'module' });
  await expect(button(page, 'Set up payouts')).toBeEnabled();
  expect(told).toHaveLength(1);
  await button(page, 'Set up payouts').click();
  await finishOnboarding(page);
  await expect(onboarding(page)).toContainText('Payouts are set up');
});

test("coming back takes Inlay's parameter off the address and leaves the page's own", async ({ page, person }) => {
  await page.goto(`${person.at('/onboard')}&plan=gold`);
  await button(page, 'Set up payouts').click();
  await finishOnboarding(page);
  await expect(onboarding(page)).toContainText('Payouts are set up');
  await expect(page).toHaveURL(`${person.at('/onboard')}&plan=gold`);
});

for (const width of [1280, 390]) {
  test(`nothing moves when the widgets arrive on a page ${width} pixels wide`, async ({ page, person }) => {
    await page.setViewportSize({ width, height: 1200 });
    await page.addInitScript(() => {
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          const { dataset } = document.documentElement;
          dataset.shift = String(Number(dataset.shift ?? 0) + Number(Reflect.get(entry, 'value')));
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    for (const { path } of pages) {
      await page.goto(person.at(path));
      await expect(page.getByRole('button', { name: /^(Set up payouts|Link a bank account)$/ }).first()).toBeEnabled();
      await page.waitForLoadState('networkidle');
      const shift = await page.evaluate(() => document.documentElement.dataset.shift ?? '0');
      expect({ path, shift }).toEqual({ path, shift: '0' });
    }
  });
}

test('before a driver shows intent, only this site, the Worker and the Stripe script are asked', async ({
  page,
  demo,
  person,
}) => {
  const stripe: string[] = [];
  page.on('request', (request) => request.url().startsWith(demo.stripe) && stripe.push(request.url()));
  await page.goto(person.at('/onboard'));
  await expect(button(page, 'Set up payouts')).toBeEnabled();
  expect(stripe).toEqual([`${demo.stripe}/js/stripe.js`]);
});

test('a click is one request to the Worker, and then the page leaves', async ({ page, demo, person }) => {
  await page.goto(person.at('/onboard'));
  // Reaching for the button gets the browser's preflight out of the way.
  let prepared = false;
  page.on('response', (response) => {
    prepared ||= response.url().endsWith('/account_links');
  });
  const reach = async () => {
    await page.mouse.move(0, 0);
    await button(page, 'Set up payouts').hover();
    return prepared;
  };
  await expect.poll(reach).toBe(true);
  const requests: string[] = [];
  page.on('request', (request) => requests.push(`${request.method()} ${new URL(request.url()).pathname}`));
  await button(page, 'Set up payouts').click();
  await page.waitForURL(`${demo.stripe}/setup/**`);
  expect(requests[0]).toBe('POST /v1/sites/site_rocket_rides/account_links');
  expect(requests[1]).toMatch(/^GET \/setup\//);
});
