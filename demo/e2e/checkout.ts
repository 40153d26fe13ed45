/** Checkout: a driver's shop, Stripe's page as a buyer walks it, and what Stripe and the host's backend know of it. */
import type { FrameLocator, Locator, Page } from '@playwright/test';
import * as v from 'valibot';
import { control, newestSession } from '../site/qa/stand-in.ts';
import { standInKeys } from '../stripe-side.ts';
import { type Addresses, expect, type Person } from './test.ts';

export type Item = 'day_pass' | 'city_tour' | (string & {});

/** Test cards by what becomes of them (STRIPE.md 6.6). */
export const cards = { pays: '4242424242424242', insufficient: '4000000000009995', asks: '4000000000003220' } as const;

/** A driver who can take payments, and their account at Stripe. */
export async function sells(merchant: Person): Promise<string> {
  await merchant.becomes('enabled');
  const { id } = await merchant.account();
  if (id === null) throw new Error('The merchant has no account.');
  return id;
}

export function element(page: Page, item: Item = 'day_pass'): Locator {
  return page.locator(`connect-checkout-button[price="${item}"]`);
}

export function buyButton(page: Page, item: Item = 'day_pass', name = 'Buy'): Locator {
  return element(page, item).getByRole('button', { name });
}

/** Opens the shop of `merchant`. @param more further parameters of its address, from `&` on */
export async function openShop(page: Page, merchant: Person, path = '/shop', more = ''): Promise<void> {
  await page.goto(`${merchant.at(path)}${more}`);
}

/** What stands on Stripe's page, of its own or in a frame. */
export type Checkout = Page | FrameLocator;

export function payButton(checkout: Checkout): Locator {
  return checkout.getByRole('button', { name: 'Pay', exact: true });
}

export async function goToCheckout(page: Page, item: Item = 'day_pass'): Promise<void> {
  await buyButton(page, item).click();
  await expect(payButton(page)).toBeVisible();
}

export function framed(page: Page): FrameLocator {
  return page.frameLocator('connect-checkout-button iframe');
}

/** Says who buys. */
async function introduce(checkout: Checkout): Promise<void> {
  await checkout.getByLabel('Email').fill('jenny@example.test');
  await checkout.getByLabel('Full name').fill('Jenny Rosen');
}

export async function payByCard(checkout: Checkout, number?: string): Promise<void> {
  await introduce(checkout);
  await checkout.getByRole('radio', { name: 'Card' }).check();
  await checkout.getByRole('button', { name: 'Use test card' }).click();
  if (number !== undefined) await checkout.getByLabel('Card number').fill(number);
  await payButton(checkout).click();
}

/** By a debit that takes days. */
export async function payByDebit(checkout: Checkout, account?: string): Promise<void> {
  await introduce(checkout);
  await checkout.getByRole('radio', { name: 'US bank account' }).check();
  await checkout.getByRole('button', { name: 'Use test account' }).last().click();
  if (account !== undefined) await checkout.getByLabel('Account number').fill(account);
  await payButton(checkout).click();
}

export async function payByCashApp(checkout: Checkout): Promise<void> {
  await introduce(checkout);
  await checkout.getByRole('radio', { name: 'Cash App Pay' }).check();
  await payButton(checkout).click();
}

const List = v.object({ data: v.array(v.looseObject({ id: v.string() })) });

/** A list of what Stripe has on an account. */
export async function atStripe(
  demo: Addresses,
  account: string,
  path: string,
): Promise<v.InferOutput<typeof List>['data']> {
  const response = await fetch(`${demo.stripe}/v1/${path}`, {
    headers: { Authorization: `Bearer ${standInKeys.secretKey}`, 'Stripe-Account': account },
  });
  return v.parse(List, await response.json()).data;
}

/** Does with the newest session what a buyer, their bank or the clock would. */
export async function inCheckout(demo: Addresses, account: string, what: string): Promise<void> {
  await control(demo.stripe, `checkout/${await newestSession(demo.stripe, account)}`, { do: what });
}

/** A price of the merchant's own. @param unitAmount cents */
export async function ownPrice(demo: Addresses, account: string, unitAmount: number): Promise<string> {
  const response = await fetch(`${demo.stripe}/v1/prices`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${standInKeys.secretKey}`, 'Stripe-Account': account },
    body: new URLSearchParams({
      currency: 'usd',
      unit_amount: String(unitAmount),
      'product_data[name]': 'Ride by arrangement',
    }),
  });
  return v.parse(v.object({ id: v.string() }), await response.json()).id;
}

/** What the host's backend reads of a merchant on their page, in words. */
export function salesCard(page: Page): Locator {
  return page.getByRole('region', { name: 'Latest sales' });
}
