/** Cash App Pay, as a person saves it with a computer and a phone and reads the two elements. */
import { type Browser, devices, type Locator, type Page } from '@playwright/test';
import decodeQR from 'qr/decode.js';
import * as v from 'valibot';
import { PaymentMethodList, SetupOutcome } from '../../worker/contract.ts';
import { control } from '../site/qa/stand-in.ts';
import { standInKeys } from '../stripe-side.ts';
import { type Addresses, expect, type Person } from './test.ts';

const { defaultBrowserType: _, ...emulated } = devices['iPhone 13'];

/** A telephone, for `test.use` and for a context of its own. */
export const phone = { ...emulated };

export function savingElement(page: Page): Locator {
  return page.locator('cashapp-save-method').first();
}

export function methodsList(page: Page): Locator {
  return page.locator('saved-payment-methods');
}

export function dialog(page: Page): Locator {
  return page.getByRole('dialog');
}

export function qrCode(page: Page): Locator {
  return page.getByRole('img', { name: 'Cash App QR code' });
}

export function saveButton(page: Page, name: string | RegExp = /^(Save|Try again)/): Locator {
  return savingElement(page).getByRole('button', { name });
}

/** To the page, and the button is ready. */
export async function openCashApp(page: Page, person: Person, path = '/cash-app'): Promise<void> {
  await page.goto(person.at(path));
  await expect(saveButton(page)).toBeEnabled();
}

/** Presses the button. Answers with the attempt that this begins, as soon as Stripe has it confirmed. */
export async function startSaving(page: Page, press = () => saveButton(page).click()): Promise<string> {
  const confirmed = page.waitForResponse(
    (response) => confirmation.test(response.url()) && response.request().method() === 'POST',
  );
  await press();
  const [, id = ''] = confirmation.exec((await confirmed).url()) ?? [];
  return id;
}

/** Presses the button on a phone, and waits for the page of Cash App that asks. Answers with the attempt. */
export async function goToCashApp(page: Page): Promise<string> {
  const attempt = await startSaving(page, () => saveButton(page).tap());
  await expect(page.getByRole('heading', { name: 'Link your Cash App?' })).toBeVisible();
  return attempt;
}

const confirmation = /\/v1\/setup_intents\/(seti_\w+)\/confirm$/;

/** What the person does with this attempt on a phone that no test has in hand, or the clock in their place. */
export async function inCashApp(demo: Addresses, attempt: string, what: 'approve' | 'decline' | 'expire') {
  await control(demo.stripe, `cashapp/${attempt}`, { do: what });
}

export async function approve(demo: Addresses, attempt: string): Promise<void> {
  await inCashApp(demo, attempt, 'approve');
}

export async function decline(demo: Addresses, attempt: string): Promise<void> {
  await inCashApp(demo, attempt, 'decline');
}

/** How Stripe's script answers when the person closes the dialog of this attempt: which of the two it is, Stripe does not say. */
export async function closesWith(demo: Addresses, attempt: string, closing: 'intent' | 'error'): Promise<void> {
  await control(demo.stripe, `cashapp/${attempt}`, { do: 'confirm', closing });
}

/** From the button to the saved method. Answers with the attempt. */
export async function save(page: Page, demo: Addresses): Promise<string> {
  const attempt = await startSaving(page);
  await approve(demo, attempt);
  await expect(savingElement(page)).toContainText('Cash App Pay is saved.');
  return attempt;
}

/** What a camera reads off the screen. */
export async function scan(code: Locator): Promise<string> {
  await expect(code).toHaveJSProperty('complete', true);
  const png = await code.screenshot();
  const { width, height, data } = await code.evaluate(
    async (_, bytes) => {
      const bitmap = await createImageBitmap(new Blob([Uint8Array.from(bytes)]));
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
      if (!context) throw new Error('No canvas.');
      context.drawImage(bitmap, 0, 0);
      const { width, height, data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
      return { width, height, data: [...data] };
    },
    [...png],
  );
  return decodeQR({ width, height, data: Uint8Array.from(data) });
}

/**
 * The person decides in the app instead of on this page of Cash App's. Answers with the address that the app opens then: in
 * whichever tab, and as Stripe writes it.
 */
export async function decideInTheApp(cashAppPage: string, decision: 'approved' | 'declined'): Promise<string> {
  const body = new URLSearchParams({ decision });
  const response = await fetch(cashAppPage, { method: 'POST', body, redirect: 'manual' });
  return response.headers.get('Location') ?? '';
}

/** Another device, at the page that a code leads to. */
export async function onAPhone(browser: Browser, address: string, visit: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext(phone);
  try {
    const page = await context.newPage();
    await page.goto(address);
    await visit(page);
  } finally {
    await context.close();
  }
}

const Listed = v.object({ data: v.array(v.object({ id: v.string() })) });
const Customers = v.object({ data: v.array(v.object({ id: v.string(), email: v.nullable(v.string()) })) });

async function atStripe(demo: Addresses, path: string): Promise<unknown> {
  const response = await fetch(`${demo.stripe}/v1/${path}`, {
    headers: { Authorization: `Bearer ${standInKeys.secretKey}` },
  });
  return response.json();
}

/** Ids of all attempts that Stripe has of this person, newest first. */
export async function attemptsOf(demo: Addresses, person: Person): Promise<string[]> {
  const { data } = v.parse(Customers, await atStripe(demo, `customers?limit=100&email=${person.email}`));
  const lists = data.map(async ({ id }) =>
    v.parse(Listed, await atStripe(demo, `setup_intents?limit=100&customer=${id}`)),
  );
  return (await Promise.all(lists)).flatMap((list) => list.data.map(({ id }) => id));
}

/** As the person's browser would ask the Worker. */
async function ask(demo: Addresses, person: Person, route: string, body?: object): Promise<unknown> {
  const { token } = v.parse(v.object({ token: v.string() }), await (await fetch(person.at('/inlay/token'))).json());
  const response = await fetch(`${demo.worker}/v1/sites/site_rocket_rides/${route}`, {
    headers: { Authorization: `Bearer ${token}`, Origin: demo.site, 'Content-Type': 'application/json' },
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
  });
  return response.json();
}

/** What the Worker answers this person about what they have saved. */
export async function savedMethods(
  demo: Addresses,
  person: Person,
): Promise<v.InferOutput<typeof PaymentMethodList>['data']> {
  return v.parse(PaymentMethodList, await ask(demo, person, 'payment_methods?max_age=0')).data;
}

/** What the Worker says that became of an attempt. */
export async function outcomeOf(
  demo: Addresses,
  person: Person,
  attempt: string,
): Promise<v.InferOutput<typeof SetupOutcome>> {
  return v.parse(SetupOutcome, await ask(demo, person, `setup_intents/${attempt}/sync`, {}));
}
