import type { Page } from '@playwright/test';
import { elements } from '../site/playground/elements.ts';
import { expectWellToBeSeen } from './axe.ts';
import { card, link } from './bank.ts';
import { approve, qrCode, savingElement, startSaving } from './cash-app.ts';
import { element, framed, payByCard, sells } from './checkout.ts';
import { stripes } from './embedded.ts';
import { finishOnboarding } from './stripe.ts';
import { expect, type Person, test } from './test.ts';
import { button, listen, onboarding } from './widgets.ts';

const tags = elements().map(({ tag }) => tag);
const every = tags.map((tag) => `&element=${tag}`).join('');
const strictest = `${every}&in-place=yes&nonce=yes&trusted-types=yes`;

/** A page made of what the generator writes, sent with the headers that it writes. */
async function tryOut(page: Page, person: Person, parameters: string) {
  return page.goto(`${person.at('/snippet/page')}${parameters}`);
}

/** All that the console complains of; a violated policy fails every test anyway. */
function complaints(page: Page): string[] {
  const all: string[] = [];
  page.on('console', (message) => message.type() === 'error' && all.push(message.text()));
  return all;
}

test('pinned, by nonce and with Trusted Types, every element works under the policy that is written for it', async ({
  page,
  person,
  demo,
}) => {
  const errors = complaints(page);
  const events = await listen(page);
  await sells(person);
  await page.setViewportSize({ width: 1280, height: 3000 });
  const response = await tryOut(page, person, strictest);
  expect(response?.headers()['content-security-policy']).toMatch(
    /'nonce-\w+' 'strict-dynamic'.*trusted-types inlay-html inlay/,
  );
  expect(response?.headers()['content-security-policy']).not.toMatch(/unsafe|data:/);
  await expect.poll(events.named('inlay-ready')).toHaveLength(tags.length);

  await expect(stripes(page, 'payouts')).toContainText('Available');
  await link(page, ['Success']);
  await expect(card(page, 'Success ••6789')).toBeVisible();
  const attempt = await startSaving(page);
  // Once it is approved there is no code to show any more.
  await expect(qrCode(page)).toBeVisible();
  await expect(qrCode(page)).toHaveJSProperty('complete', true);
  await approve(demo, attempt);
  await expect(savingElement(page)).toContainText('Cash App Pay is saved.');
  await element(page).getByRole('button', { name: 'Buy' }).click();
  await payByCard(framed(page));
  await expect.poll(events.named('inlay-success')).toHaveLength(3);
  expect(errors).toEqual([]);
});

test('without a nonce the hash of the import map lets it in, and a merchant goes to Stripe and comes back', async ({
  page,
  person,
}) => {
  const errors = complaints(page);
  await tryOut(page, person, '&trusted-types=yes');
  await button(page, 'Set up payouts').click();
  await finishOnboarding(page);
  await expect(onboarding(page)).toContainText('Payouts are set up');
  expect(errors).toEqual([]);
});

for (const [what, pattern] of [
  ['loader', /\/v\/[^/]+\/inlay\.js$/],
  ['file of an element', /\/connect-onboard-button\.js$/],
  ['file that an element loads later', /\/errors\.js$/],
] as const) {
  test(`a ${what} that was changed on its way does not run`, async ({ page, person }) => {
    const errors = complaints(page);
    let changed = 0;
    await page.route(pattern, async (route) => {
      const response = await route.fetch();
      changed += 1;
      await route.fulfill({ response, body: `${await response.text()}\ndocument.body.dataset.harmed = '';` });
    });
    await page.route(/\/account$/, (route) => route.abort());
    await tryOut(page, person, '');
    await expect.poll(() => errors.filter((error) => error.includes('integrity')).length).toBeGreaterThan(0);
    expect(changed).toBeGreaterThan(0);
    await expect(page.locator('body')).not.toHaveAttribute('data-harmed');
  });
}

test('the generator writes for the stack and the elements that are chosen, and its address brings them back', async ({
  page,
  person,
}) => {
  await page.goto(person.at('/snippet'));
  const route = page.getByRole('region', { name: 'The token route of your backend' });
  await expect(route).toContainText("scope: ['onboard']");
  await page.getByLabel('link-bank-account').check();
  await page.getByLabel('Backend', { exact: true }).selectOption('Anything else: ask the Worker');
  await page.getByLabel('My policy goes by nonces').check();
  await expect(route).toContainText('"scope": ["onboard", "bank"]');
  await expect(page.getByRole('region', { name: 'Response headers of the page' })).toContainText(
    'https://js.stripe.com',
  );
  await expect(page).toHaveURL(/element=link-bank-account&backend=http&nonce=yes$/);
  await page.reload();
  await expect(page.getByRole('region', { name: 'In the page' })).toContainText('nonce="{NONCE}"');
  await page.getByLabel('Version').selectOption('The newest of version 1: /1/');
  await expect(page.getByRole('region', { name: 'In the page' })).toContainText('/1/inlay.js');
  await page.getByRole('link', { name: 'See it work' }).click();
  await expect(page.locator('link-bank-account').getByRole('button', { name: /^Link a/ })).toBeEnabled();
});

for (const frontend of ['React', 'Next', 'Vue', 'Svelte']) {
  test(`what ${frontend} is given for a nonce is, in a page, that of its response`, async ({ page, person }) => {
    await page.goto(`${person.at('/snippet')}&nonce=yes`);
    await page.getByLabel('Page', { exact: true }).selectOption(frontend);
    const code = page.getByRole('region', { name: 'In your framework' });
    await expect(code).toContainText('cspNonce');
    const [, expression = ''] = /const cspNonce = (.*);/.exec(await code.innerText()) ?? [];
    const response = await tryOut(page, person, '&nonce=yes');
    const [, nonce] = /'nonce-(\w+)'/.exec(response?.headers()['content-security-policy'] ?? '') ?? [];
    expect(await page.evaluate(expression)).toBe(nonce);
  });
}

test('/snippet has nothing axe complains of, and fits phones', async ({ page, person }) => {
  await page.goto(`${person.at('/snippet')}${every}`);
  await expectWellToBeSeen(page);
});
