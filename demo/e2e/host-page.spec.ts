import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { build } from 'vite';
import { pages } from '../site/pages/index.ts';
import {
  approve,
  dialog,
  methodsList,
  openCashApp,
  qrCode,
  save,
  saveButton,
  savedMethods,
  savingElement,
  startSaving,
} from './cash-app.ts';
import { openList, remove, removeButton, rows, saved } from './saved-methods.ts';
import { finishOnboarding } from './stripe.ts';
import { expect, test } from './test.ts';
import { button, listen, onboarding } from './widgets.ts';

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

test('a page whose own words cannot be taken in still leads to Stripe, in Inlay’s words', async ({
  page,
  person,
  demo,
}) => {
  await page.addInitScript(() => {
    const settings = { messages: { en: { onboard: { setUp: 'Get paid' } } } };
    Object.assign(globalThis, { [Symbol.for('inlay')]: Object.assign(new EventTarget(), { settings, sessions: {} }) });
  });
  await page.route('**/own-words.js', (route) => route.abort());
  await page.goto(person.at('/onboard'));
  await button(page, 'Set up payouts').click();
  await page.waitForURL((url) => url.origin === demo.stripe);
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

test('a page that has a Lit of its own gets its elements where Trusted Types are enforced', async ({
  page,
  context,
  person,
  demo,
}) => {
  await context.grantPermissions(['local-network-access']);
  const failed: string[] = [];
  page.on('console', (message) => message.type() === 'error' && failed.push(message.text()));
  await page.addInitScript(() => {
    // As Lit does as soon as it is imported. A second policy of a name is refused.
    Reflect.get(window, 'trustedTypes').createPolicy('lit-html', { createHTML: (text: string) => text });
  });
  await page.route(`${demo.site}/onboard*`, async (route) => {
    const response = await route.fetch();
    const trusted = "require-trusted-types-for 'script'; trusted-types lit-html inlay-html inlay";
    const policy = `${response.headers()['content-security-policy']}; ${trusted}`;
    await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': policy } });
  });
  await page.goto(person.at('/onboard'));
  await expect(button(page, 'Set up payouts')).toBeVisible();
  expect(failed).toEqual([]);
});

/** An element as an app has it that takes it from npm: in a file of its own, with a copy of all that it needs. */
async function npmCopy(): Promise<string> {
  const entry = fileURLToPath(
    new URL('../../widgets/connect-onboard-button/connect-onboard-button.ts', import.meta.url),
  );
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      lib: { entry, formats: ['es'] },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  const [{ output } = { output: [] }] = Array.isArray(built) ? built : 'output' in built ? [built] : [];
  return output.flatMap((file) => ('code' in file ? file.code : [])).join('\n');
}

test('a page with a second, a third and a fourth copy of the bundle works as with one, and is told once', async ({
  page,
  person,
  demo,
}) => {
  const told: string[] = [];
  page.on('console', (message) => message.text().includes('[inlay]') && told.push(message.text()));
  await page.goto(person.at('/onboard'));
  // Under another address, as from a second supplier: under the same one it would be the same module.
  await page.addScriptTag({ url: `${demo.worker}/1/inlay.js`, type: 'module' });
  await page.addScriptTag({ url: `${demo.worker}/inlay.iife.js` });
  await page.route(`${demo.site}/app.js`, async (route) =>
    route.fulfill({ body: await npmCopy(), contentType: 'text/javascript' }),
  );
  await page.addScriptTag({ url: `${demo.site}/app.js`, type: 'module' });
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

/** What there is to see of an element in the end: something to press, or how things stand. */
const shown = '[part=button], [part=status]';

/** What moves on the page by itself, in words that tell where to look. */
async function watchMoves(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const heights = (rect: unknown) => (rect instanceof DOMRectReadOnly ? `${rect.y}+${rect.height}` : '');
    const told = (source: unknown) => {
      if (typeof source !== 'object' || source === null) return '';
      const node: unknown = Reflect.get(source, 'node');
      const what = node instanceof Element ? node.outerHTML.slice(0, 80) : String(node);
      return `${what}: ${heights(Reflect.get(source, 'previousRect'))} to ${heights(Reflect.get(source, 'currentRect'))}`;
    };
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const [value, sources]: unknown[] = [Reflect.get(entry, 'value'), Reflect.get(entry, 'sources')];
        const nodes = Array.isArray(sources) ? sources.map(told) : [];
        const { dataset } = document.documentElement;
        if (value !== 0) dataset.moves = `${dataset.moves ?? ''}${String(value)} ${nodes.join(', ')}\n`;
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

function movesOn(page: Page): Promise<string> {
  return page.evaluate(() => document.documentElement.dataset.moves ?? '');
}

for (const width of [1280, 390]) {
  test.describe(`on a page ${width} pixels wide`, () => {
    test.use({ viewport: { width, height: 1200 } });

    test('nothing moves when the widgets arrive', async ({ page, person }) => {
      await watchMoves(page);
      // On one page Stripe's own components are there for anybody, and how high they become is for Stripe to say.
      for (const { path } of pages.filter(({ path }) => path !== '/business')) {
        await page.goto(person.at(path));
        await expect(page.locator(shown).first()).toBeVisible();
        await page.waitForLoadState('networkidle');
        expect(await movesOn(page), path).toBe('');
      }
    });

    test('nothing moves when a saved method arrives', async ({ page, demo, person }) => {
      await saved(demo, person);
      await watchMoves(page);
      await openList(page, person);
      await expect(rows(page)).toHaveCount(1);
      expect(await movesOn(page)).toBe('');
    });
  });
}

test('Cash App Pay is saved under a strict policy, where Trusted Types are enforced, in both ways', async ({
  page,
  context,
  demo,
  person,
}) => {
  await context.grantPermissions(['local-network-access']);
  await page.route(/\/cash-app(-in-place)?\?/, async (route) => {
    const response = await route.fetch();
    const policy = `${response.headers()['content-security-policy']}; require-trusted-types-for 'script'`;
    await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': policy } });
  });
  for (const path of ['/cash-app', '/cash-app-in-place']) {
    await openCashApp(page, person, path);
    await save(page, demo);
  }
  await openList(page, person);
  await remove(page);
  await expect(rows(page)).toHaveCount(1);
});

test('the elements work where a script makes them, and twice on a page', async ({ page, demo, person }) => {
  await page.goto(person.at('/terms'));
  await page.evaluate(() => {
    const tags = ['cashapp-save-method', 'saved-payment-methods', 'saved-payment-methods'];
    document.querySelector('main')?.replaceChildren(...tags.map((tag) => document.createElement(tag)));
  });
  await expect(saveButton(page)).toBeEnabled();
  await save(page, demo);
  const [first, second] = [methodsList(page).first(), methodsList(page).last()];
  for (const list of [first, second]) await expect(list.getByRole('listitem')).toHaveCount(1);
  await removeButton(first).click();
  await removeButton(first.getByRole('group')).click();
  for (const list of [first, second]) await expect(list).toContainText('No payment method is saved yet.');
  expect(await savedMethods(demo, person)).toEqual([]);
});

for (const path of ['/cash-app', '/cash-app-in-place']) {
  test(`on ${path} an attempt goes on in an element that is moved, and hidden`, async ({ page, demo, person }) => {
    const events = await listen(page);
    await openCashApp(page, person, path);
    const attempt = await startSaving(page);
    await expect(qrCode(page)).toBeVisible();
    await savingElement(page).evaluate((element: HTMLElement) => {
      document.querySelector('main')?.prepend(element);
      element.hidden = true;
    });
    await approve(demo, attempt);
    await expect.poll(events.named('inlay-success')).toHaveLength(1);
    await savingElement(page).evaluate((element: HTMLElement) => {
      element.hidden = false;
    });
    await expect(savingElement(page)).toContainText('Cash App Pay is saved.');
    expect(await savedMethods(demo, person)).toHaveLength(1);
  });
}

for (const { path, leave } of [
  // Stripe's dialog is Stripe's to close, and so the person's.
  { path: '/cash-app', leave: (page: Page) => dialog(page).getByRole('button', { name: 'Close' }).click() },
  { path: '/cash-app-in-place', leave: async () => undefined },
]) {
  test(`on ${path} an element that is taken away in the middle begins anew when it comes back`, async ({
    page,
    demo,
    person,
  }) => {
    const events = await listen(page);
    await openCashApp(page, person, path);
    const left = await startSaving(page);
    await expect(qrCode(page)).toBeVisible();
    const element = await savingElement(page).elementHandle();
    await savingElement(page).evaluate((removed) => removed.remove());
    await leave(page);
    await expect(qrCode(page)).toHaveCount(0);
    await page.evaluate((back) => back && document.querySelector('main')?.append(back), element);
    await expect(saveButton(page, 'Save Cash App Pay')).toHaveAttribute('aria-disabled', 'false');
    expect(await save(page, demo)).not.toBe(left);
    await expect.poll(events.named('inlay-success')).toHaveLength(1);
    await expect.poll(events.named('inlay-error')).toEqual([]);
  });
}

test('a list asks on in a row while it is moved, and shows what is so when it comes back', async ({
  page,
  demo,
  person,
}) => {
  await saved(demo, person);
  await openList(page, person);
  await removeButton(rows(page)).click();
  await methodsList(page).evaluate((list) => document.querySelector('main')?.prepend(list));
  await expect(rows(page)).toContainText('It can no longer be charged.');
  const list = await methodsList(page).elementHandle();
  await methodsList(page).evaluate((removed) => removed.remove());
  await page.evaluate((back) => back && document.querySelector('main')?.append(back), list);
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).not.toContainText('It can no longer be charged.');
  await remove(page);
  await expect(methodsList(page)).toContainText('No payment method is saved yet.');
});

test('before a person shows intent, a page to save Cash App Pay asks Stripe for nothing but its script', async ({
  page,
  demo,
  person,
}) => {
  const stripe: string[] = [];
  page.on('request', (request) => request.url().startsWith(demo.stripe) && stripe.push(request.url()));
  await openList(page, person);
  await expect(saveButton(page)).toBeEnabled();
  expect(stripe).toEqual([`${demo.stripe}/js/stripe.js`]);
});

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
