import type { Locator, Page } from '@playwright/test';
import { expectWellToBeSeen } from './axe.ts';
import { qrCode, savingElement, startSaving } from './cash-app.ts';
import { finishOnboarding } from './stripe.ts';
import { expect, type Person, test } from './test.ts';
import { button, onboarding } from './widgets.ts';

const path = '/playground/connect-onboard-button';

function code(page: Page) {
  return page.getByRole('region', { name: 'Code' });
}

async function open(page: Page, person: Person, parameters = ''): Promise<void> {
  await page.goto(`${person.at(path)}${parameters}`);
}

test('an address brings the element, its looks, its account and its code back', async ({ page, person }) => {
  await open(page, person, '&scenario=account-rejected&lang=fr&color-primary=%23007755&width=320');
  await expect(onboarding(page)).toContainText('fermé');
  await expect(page.locator('#stage')).toHaveCSS('width', '320px');
  await expect(onboarding(page)).toHaveCSS('--inlay-color-primary', '#007755');
  await expect(code(page)).toContainText('<connect-onboard-button lang="fr"></connect-onboard-button>');
});

test('turning a control changes the element, the code and the address, which a reload keeps', async ({
  page,
  person,
}) => {
  await open(page, person);
  await expect(button(page, 'Set up payouts')).toBeEnabled();
  await page.getByLabel('lang', { exact: true }).selectOption('Français');
  await page.getByLabel('disabled').check();
  await page.getByText('Looks:').click();
  await page.getByLabel('color-primary', { exact: true }).fill('#aa0000');
  await expect(onboarding(page)).toHaveCSS('--inlay-color-primary', '#aa0000');
  await page.getByLabel('Begin with').selectOption('Account: Left onboarding early');
  await expect(button(page, 'Poursuivre la configuration')).toBeDisabled();
  await expect(page).toHaveURL(/lang=fr&disabled=true&color-primary=%23aa0000&scenario=account-incomplete$/);
  await expect(code(page)).toContainText('<connect-onboard-button lang="fr" disabled></connect-onboard-button>');
  await page.reload();
  await expect(button(page, 'Poursuivre la configuration')).toBeDisabled();
});

/** As somebody does who pastes it. */
async function copied(page: Page, title: string): Promise<string> {
  await page.getByRole('button', { name: 'Copy', description: title, exact: true }).click();
  await expect(page.getByRole('button', { name: 'Copied', description: title, exact: true })).toBeVisible();
  return page.evaluate(() => navigator.clipboard.readText());
}

test('what Copy gives works where it is pasted: the HTML in a page of a strict policy, the CSS in its style sheet', async ({
  page,
  context,
  demo,
  person,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write', 'local-network-access']);
  await page.goto(`${person.at('/playground/link-bank-account')}&lang=fr&color-primary=%23007755&theme=zzz`);
  const markup = await copied(page, 'Code');
  const sheet = await copied(page, 'In your style sheet');
  await page.route(`${demo.site}/pasted.css`, (route) => route.fulfill({ body: sheet, contentType: 'text/css' }));
  await page.route(`${demo.site}/pasted`, async (route) => {
    const response = await route.fetch({ url: person.at('/bank') });
    const head = '<!doctype html><title>Pasted</title><link rel="stylesheet" href="/pasted.css">';
    await route.fulfill({ response, body: `${head}\n${markup}` });
  });
  await page.goto(`${demo.site}/pasted`);
  await expect(page.locator('body')).toHaveText('');
  await expect(page.locator('link-bank-account')).toHaveCSS('--inlay-color-primary', '#007755');
  await page.getByRole('button', { name: 'Associer un compte' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
});

test('coming back from Stripe, the merchant is where they were, and not where the address began', async ({
  page,
  person,
}) => {
  await open(page, person, '&scenario=account-new');
  await page.getByRole('status').filter({ hasText: 'is now: new' }).waitFor();
  await button(page, 'Continue set-up').click();
  await finishOnboarding(page);
  await expect(onboarding(page)).toContainText('Payouts are set up');
  await expect(page).toHaveURL(/scenario=account-new$/);
});

test('a network or a Stripe that fails is an event and a sentence, and mended again it works', async ({
  page,
  person,
}) => {
  const log = page.getByRole('log');
  await open(page, person);
  await expect(button(page, 'Set up payouts')).toBeEnabled();
  for (const [way, code] of [
    ['Offline', 'offline'],
    ['Answers 429', 'rate_limited'],
    ['Answers 500', 'internal'],
  ] as const) {
    await page.getByLabel('The way to the Worker').selectOption({ label: await optionOf(page, way) });
    await expect(log).toContainText(code);
    await expect(onboarding(page).locator('[part=error]')).toBeVisible();
  }
  await page.getByLabel('The way to the Worker').selectOption({ label: await optionOf(page, 'Slow') });
  await expect(button(page, 'Set up payouts')).toBeEnabled();
  await page.getByLabel('Stripe', { exact: true }).selectOption('answers 429, too many requests');
  await page.getByRole('status').filter({ hasText: 'will go wrong (429), 99 times' }).waitFor();
  await page.getByLabel('Stripe', { exact: true }).selectOption('does what it should');
  await page.getByRole('status').filter({ hasText: 'Stripe does what it should' }).waitFor();
});

test('a page whose address asks for no fault ends that of the page before', async ({ page, person }) => {
  await open(page, person, '&fault=500');
  await page.getByRole('status').filter({ hasText: 'will go wrong (500), 99 times' }).waitFor();
  await open(page, person);
  await page.getByRole('status').filter({ hasText: 'Stripe does what it should' }).waitFor();
  await button(page, 'Set up payouts').click();
  await finishOnboarding(page);
  await expect(onboarding(page)).toContainText('Payouts are set up');
});

test('an attempt that Stripe’s dialog covers the page in is let run out from a tab beside it', async ({
  page,
  person,
}) => {
  await page.goto(person.at('/playground/cashapp-save-method'));
  const beside = page.waitForEvent('popup');
  await page.getByRole('link', { name: 'the same in a tab of its own' }).click();
  const tester = await beside;
  await startSaving(page);
  await expect(qrCode(page)).toBeVisible();
  await tester.getByLabel('In Cash App').selectOption('Let it run out');
  await tester
    .locator('form', { has: tester.getByLabel('In Cash App') })
    .getByRole('button')
    .click();
  await expect(tester.getByRole('status').filter({ hasText: 'Let it run out' })).toBeVisible();
  await expect(qrCode(page)).toHaveCount(0);
  await expect(savingElement(page).locator('[part~=error]')).toBeVisible();
});

test('what a page cannot do is said, until something else is chosen', async ({ page, person }) => {
  await open(page, person, '&fault=zzz&theme=plaid');
  const refused = page.getByRole('status').filter({ hasText: 'fault=zzz is left out: fault may be 500,' });
  await expect(refused).toBeVisible();
  await expect(page.getByLabel('theme', { exact: true }).locator('option:checked')).toHaveText('plaid (none of these)');
  await page.getByLabel('theme', { exact: true }).selectOption('dark');
  await expect(refused).toBeHidden();
  await expect(page).toHaveURL(/theme=dark$/);
});

async function optionOf(page: Page, beginning: string): Promise<string> {
  const options = page.getByLabel('The way to the Worker').getByRole('option');
  return (await options.filter({ hasText: beginning }).textContent()) ?? '';
}

test('the log hides a secret that no event should carry, announces names alone, and is cleared', async ({
  page,
  person,
}) => {
  await open(page, person);
  await expect(button(page, 'Set up payouts')).toBeEnabled();
  await onboarding(page).evaluate((element) => {
    const detail = { client_secret: 'seti_1_secret_2', token: 'eyJhbGciOi', account: { id: 'acct_1' } };
    element.dispatchEvent(new CustomEvent('inlay-change', { bubbles: true, composed: true, detail }));
  });
  const log = page.getByRole('log');
  await expect(log).toContainText('acct_1');
  await expect(log).not.toContainText(/_secret_|eyJ/);
  await expect(page.locator('#qa-event')).toHaveText('inlay-change from connect-onboard-button');
  await page.getByRole('button', { name: 'Clear' }).click();
  await expect(log.getByRole('listitem')).toHaveCount(0);
  await expect(log).toBeFocused();
});

for (const [tag, scenario, shown] of [
  ['linked-bank-accounts', 'bank-inactive', 'Everyday Card'],
  ['saved-payment-methods', 'cash-app-saved', 'Cash App'],
] as const) {
  test(`<${tag}> begins with what its address says that there is`, async ({ page, person }) => {
    await page.goto(`${person.at(`/playground/${tag}`)}&scenario=${scenario}`);
    await expect(page.locator(tag)).toContainText(shown);
  });
}

/** Both ask first whether it is meant: in the second press, the answer. */
const twice = (name: RegExp) => (element: Locator) => [
  element.getByRole('button', { name }).first(),
  element.getByRole('group').getByRole('button', { name }),
];
const once = (name: RegExp) => (element: Locator) => [element.getByRole('button', { name })];

for (const [tag, scenario, presses] of [
  ['connect-onboard-button', 'account-incomplete', once(/Continue/)],
  ['link-bank-account', '', once(/^Link/)],
  ['linked-bank-accounts', 'bank-linked', twice(/^Disconnect/)],
  ['cashapp-save-method', '', once(/^Save/)],
  ['saved-payment-methods', 'cash-app-saved', twice(/^Remove/)],
  ['connect-checkout-button', 'account-enabled', once(/Buy/)],
  ['connect-embedded', 'account-enabled', () => []],
] as const) {
  test(`a fault that names no request is one that <${tag}> meets when it is used`, async ({ page, person }) => {
    await page.goto(`${person.at(`/playground/${tag}`)}&scenario=${scenario}&fault=500`);
    await page.getByRole('status').filter({ hasText: 'will go wrong (500)' }).waitFor();
    for (const press of presses(page.locator(tag))) await press.click();
    await expect(page.getByRole('log')).toContainText(`inlay-error from ${tag}`);
  });
}

for (const wanted of ['/playground', `${path}`]) {
  test(`${wanted} has nothing axe complains of, and fits phones`, async ({ page, person }) => {
    await page.goto(person.at(wanted));
    await page.waitForLoadState('networkidle');
    for (const folded of await page.locator('details:not([open]) > summary').all()) await folded.click();
    await expectWellToBeSeen(page);
  });
}
