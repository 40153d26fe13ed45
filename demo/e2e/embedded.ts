/** Connect's embedded components as a merchant finds them, the windows they open, and sales to show in them. */
import type { Locator, Page } from '@playwright/test';
import * as v from 'valibot';
import { type Item, inCheckout } from './checkout.ts';
import { heading } from './stripe.ts';
import { type Addresses, expect, type Person } from './test.ts';

/** On which page each is. */
export const componentsOf = {
  '/sales': ['notification-banner', 'payouts', 'payment-method-settings'],
  '/business': ['account-onboarding', 'account-management', 'balances', 'payments', 'documents'],
} as const;

export type Path = keyof typeof componentsOf;
export type Component = (typeof componentsOf)[Path][number];

/** The kit's element. */
export function embedded(page: Page, component: Component): Locator {
  return page.locator(`connect-embedded[component="${component}"]`);
}

/** What Stripe's script shows in it. */
export function stripes(page: Page, component: Component): Locator {
  return embedded(page, component).locator(`stripe-connect-${component}`);
}

/** A page of which all is in sight, so that no component waits to be scrolled to. */
export async function openAll(page: Page, person: Person, path: Path): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 3000 });
  await page.goto(person.at(path));
}

/** The components of each session that this page asks the Worker for. */
export function sessionsOf(page: Page): string[][] {
  const sessions: string[][] = [];
  page.on('request', (request) => {
    if (request.method() !== 'POST' || !request.url().endsWith('/account_sessions')) return;
    sessions.push(v.parse(v.object({ components: v.array(v.string()) }), request.postDataJSON()).components);
  });
  return sessions;
}

/** The window that Stripe opens. */
export async function windowOf(page: Page, press: Locator): Promise<Page> {
  const [window] = await Promise.all([page.waitForEvent('popup'), press.click()]);
  return window;
}

/** Tells Stripe, in its window, that it is them. */
export async function confirm(window: Page): Promise<void> {
  await expect(heading(window, 'Confirm it is you')).toBeVisible();
  await window.getByRole('button', { name: 'Continue' }).click();
}

/** Somebody has bought this of the merchant, paid by card, and all webhooks have arrived. @param account the merchant's */
export async function sold(
  demo: Addresses,
  merchant: Person,
  account: string,
  price: Item = 'day_pass',
): Promise<void> {
  const response = await fetch(`${demo.worker}/v1/sites/site_rocket_rides/checkout/sessions`, {
    method: 'POST',
    headers: { Origin: demo.site, 'Content-Type': 'application/json' },
    body: JSON.stringify({ merchant: merchant.name, line_items: [{ price }], return_url: merchant.at('/shop') }),
  });
  expect(response.status).toBe(200);
  await inCheckout(demo, account, 'pay');
}
