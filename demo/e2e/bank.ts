/** Bank accounts, as a person walks Stripe's dialog and reads the two elements. */
import type { Locator, Page } from '@playwright/test';
import * as v from 'valibot';
import { BankAccountList } from '../../worker/contract.ts';
import { type Addresses, expect, type Person } from './test.ts';

export function linking(page: Page): Locator {
  return page.locator('link-bank-account');
}

export function list(page: Page): Locator {
  return page.locator('linked-bank-accounts');
}

/** One account of the list, by what people call it. */
export function card(page: Page, name: string): Locator {
  return list(page).getByRole('article', { name });
}

export function dialog(page: Page): Locator {
  return page.getByRole('dialog');
}

/** To the page, and the button is ready. */
export async function openBank(page: Page, person: Person): Promise<void> {
  await page.goto(person.at('/bank'));
  await expect(linkButton(page)).toBeEnabled();
}

export function linkButton(page: Page, name: string | RegExp = /^Link a/): Locator {
  return linking(page).getByRole('button', { name });
}

/** Up to the choice of a bank. */
export async function consent(page: Page): Promise<void> {
  await linkButton(page).click();
  await dialog(page).getByRole('button', { name: 'Agree and continue' }).click();
}

export async function chooseBank(page: Page, name: string): Promise<void> {
  await dialog(page).getByRole('button', { name, exact: true }).click();
}

/** From the choice of accounts to the end. */
export async function connect(page: Page, accounts: readonly string[]): Promise<void> {
  for (const name of accounts) await dialog(page).getByRole('checkbox', { name, exact: true }).check();
  await dialog(page).getByRole('button', { name: 'Connect account' }).click();
  await dialog(page).getByRole('button', { name: 'Done' }).click();
  await expect(dialog(page)).toHaveCount(0);
}

export async function link(page: Page, accounts: readonly string[], bank = 'Test (Non-OAuth)'): Promise<void> {
  await consent(page);
  await chooseBank(page, bank);
  await connect(page, accounts);
}

/** What happens to this person's accounts at their bank, as the tester's panel has it. */
export async function atTheBank(person: Person, change: string): Promise<void> {
  const response = await fetch(person.at('/qa/bank'), {
    method: 'POST',
    headers: { Accept: 'application/json', Origin: new URL(person.at('/')).origin },
    body: new URLSearchParams({ change }),
  });
  expect(await response.json()).toEqual({ message: expect.stringContaining('fca_') });
}

/** What the Worker answers this person about their accounts. */
export async function linkedAccounts(
  demo: Addresses,
  person: Person,
): Promise<v.InferOutput<typeof BankAccountList>['data']> {
  const { token } = v.parse(v.object({ token: v.string() }), await (await fetch(person.at('/inlay/token'))).json());
  const response = await fetch(`${demo.worker}/v1/sites/site_rocket_rides/financial_connections/accounts?max_age=0`, {
    headers: { Authorization: `Bearer ${token}`, Origin: demo.site },
  });
  return v.parse(BankAccountList, await response.json()).data;
}

const Requests = v.array(v.object({ method: v.string(), path: v.string(), body: v.unknown() }));

/** The sessions that were opened with Stripe since a moment ago, newest first. */
export async function sessions(demo: Addresses): Promise<v.InferOutput<typeof Requests>> {
  const all = v.parse(Requests, await (await fetch(`${demo.stripe}/_test/requests`)).json());
  return all.filter(({ method, path }) => method === 'POST' && path === '/v1/financial_connections/sessions');
}
