/** The Stripe stand-in, as a person walks its pages and as a tester turns its switches. */
import type { Locator, Page } from '@playwright/test';
import * as v from 'valibot';
import { control } from '../site/qa/stand-in.ts';
import { standInKeys } from '../stripe-side.ts';
import { type Addresses, expect, type Person } from './test.ts';

/** The headings of hosted onboarding for a driver on their own, in order. */
export const steps = ['Type of business', 'Business details', 'Your details', 'Bank account'] as const;

type Step = (typeof steps)[number];

export function heading(page: Page, name: string): Locator {
  return page.getByRole('heading', { level: 1, name });
}

/** Fills and leaves the given steps, which must come in this order. */
export async function complete(page: Page, wanted: readonly Step[]): Promise<void> {
  for (const step of wanted) {
    await expect(heading(page, step)).toBeVisible();
    await page.getByRole('button', { name: 'Use test data' }).click();
    await page.getByRole('button', { name: 'Continue' }).click();
  }
}

export async function submit(page: Page): Promise<void> {
  await expect(heading(page, 'Review and submit')).toBeVisible();
  await page.getByRole('button', { name: 'Agree and submit' }).click();
}

export async function finishOnboarding(page: Page): Promise<void> {
  await complete(page, steps);
  await submit(page);
}

export async function saveForLater(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save for later' }).click();
}

/** The next request of this kind, such as `POST /v1/accounts`, goes wrong. */
export async function failOnce(demo: Addresses, match: string, how: string): Promise<void> {
  await control(demo.stripe, 'faults', { match, do: how, times: 1 });
}

/** Every request of this kind goes wrong until `mend`, however often the Worker and the widget try. */
export async function breakStripe(demo: Addresses, match: string, how: string): Promise<{ mend: () => Promise<void> }> {
  const times = 40;
  await control(demo.stripe, 'faults', { match, do: how, times });
  return { mend: () => useUp(demo, match, times) };
}

/** There is no control to take a fault back: what is left of it is spent on requests without a key. */
export async function useUp(demo: Addresses, match: string, times: number): Promise<void> {
  const [method = '', path] = match.split(' ');
  for (let left = times; left > 0; left -= 1) await fetch(`${demo.stripe}${path}`, { method }).catch(() => undefined);
}

export async function advance(demo: Addresses, seconds: number): Promise<void> {
  await control(demo.stripe, 'clock', { advance: seconds });
}

/** What Stripe itself says of an account. */
export async function accountAtStripe(demo: Addresses, id: string | null): Promise<unknown> {
  const response = await fetch(`${demo.stripe}/v1/accounts/${id}`, {
    headers: { Authorization: `Bearer ${standInKeys.secretKey}` },
  });
  return response.json();
}

const Accounts = v.object({ data: v.array(v.object({ id: v.string(), email: v.nullable(v.string()) })) });

/** Ids of all the accounts that Stripe has of this person. */
export async function accountsOf(demo: Addresses, person: Person): Promise<string[]> {
  const response = await fetch(`${demo.stripe}/v1/accounts?limit=100`, {
    headers: { Authorization: `Bearer ${standInKeys.secretKey}` },
  });
  const { data } = v.parse(Accounts, await response.json());
  return data.filter(({ email }) => email === person.email).map(({ id }) => id);
}

const Request = v.object({
  method: v.string(),
  path: v.string(),
  body: v.record(v.string(), v.unknown()),
  headers: v.record(v.string(), v.string()),
});

export type Asked = v.InferOutput<typeof Request>;

/**
 * What the Worker asked of Stripe for this person, oldest first: the account is asked for by e-mail, what is on it in its name,
 * all else by its id.
 */
export async function asked(demo: Addresses, person: Person, what: string): Promise<Asked[]> {
  const all = v.parse(v.array(Request), await (await fetch(`${demo.stripe}/_test/requests`)).json());
  const { id } = await person.account();
  return all
    .filter(({ method, path }) => `${method} ${path}` === what)
    .filter(
      ({ body, headers }) => body.account === id || body.email === person.email || headers['stripe-account'] === id,
    )
    .toReversed();
}
