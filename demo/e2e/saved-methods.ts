/** Saved payment methods: arranged without a browser, and as a person reads the list and the host site charges. */
import type { Locator, Page } from '@playwright/test';
import * as v from 'valibot';
import { type PaymentMethod, SetupIntent, SetupTerms } from '../../worker/contract.ts';
import { control } from '../site/qa/stand-in.ts';
import { standInKeys } from '../stripe-side.ts';
import { inCashApp, methodsList, outcomeOf } from './cash-app.ts';
import { type Addresses, expect, type Person } from './test.ts';

/** What this person has saved before the test begins. */
export async function saved(demo: Addresses, person: Person): Promise<PaymentMethod> {
  const attempt = await attemptOf(demo, person);
  await inCashApp(demo, attempt, 'approve');
  const { payment_method: method } = await outcomeOf(demo, person, attempt);
  if (method === null) throw new Error('Nothing was saved.');
  return method;
}

/** Begun, with the terms accepted, and not confirmed yet. */
export async function attemptOf(demo: Addresses, person: Person): Promise<string> {
  const { token } = v.parse(v.object({ token: v.string() }), await (await fetch(person.at('/inlay/token'))).json());
  const route = `${demo.worker}/v1/sites/site_rocket_rides/setup_intents`;
  const headers = { Authorization: `Bearer ${token}`, Origin: demo.site, 'Content-Type': 'application/json' };
  const { version } = v.parse(SetupTerms, await (await fetch(route, { headers })).json());
  const body = JSON.stringify({ accepted_terms: version });
  return v.parse(SetupIntent, await (await fetch(route, { method: 'POST', headers, body })).json()).id;
}

/** To the page, and the list has its first answer, and the code for all that may follow. */
export async function openList(page: Page, person: Person): Promise<void> {
  await page.goto(person.at('/cash-app'));
  await expect(methodsList(page).locator('[part=skeleton]')).toHaveCount(0);
  await page.waitForLoadState('networkidle');
}

/** All of a person's methods have one $cashtag here: they are told apart by their place, newest first. */
export function rows(page: Page): Locator {
  return methodsList(page).getByRole('listitem');
}

/** How many rows there are once a page whose clock is installed has had the time to look again. */
export async function lookLater(page: Page): Promise<number> {
  await page.clock.fastForward(15_000);
  return rows(page).count();
}

/** What a screen reader is told. */
export function announced(page: Page): Locator {
  return methodsList(page).getByRole('status');
}

export function removeButton(where: Locator): Locator {
  return where.getByRole('button', { name: /^Remove/ });
}

/** From the button to the end of the question. */
export async function remove(page: Page, row = 0): Promise<void> {
  await removeButton(rows(page).nth(row)).click();
  await expect(rows(page).nth(row)).toContainText('It can no longer be charged.');
  await removeButton(rows(page).nth(row)).click();
}

/** In the settings of Cash App. Stripe's webhooks have arrived when this is done. */
export async function revoke(demo: Addresses, { id }: PaymentMethod): Promise<void> {
  await control(demo.stripe, 'revoke', { payment_method: id });
}

async function atStripe(demo: Addresses, path: string): Promise<unknown> {
  const response = await fetch(`${demo.stripe}/v1/${path}`, {
    headers: { Authorization: `Bearer ${standInKeys.secretKey}` },
  });
  return response.json();
}

/** Whether Stripe still has this method on a customer. */
export async function isAttached(demo: Addresses, { id }: PaymentMethod): Promise<boolean> {
  const { customer } = v.parse(
    v.object({ customer: v.nullable(v.string()) }),
    await atStripe(demo, `payment_methods/${id}`),
  );
  return customer !== null;
}

const Charge = v.object({
  amount: v.number(),
  currency: v.string(),
  status: v.string(),
  payment_method: v.nullable(v.string()),
});

/** Every charge that Stripe has of this method, with its outcome. */
export async function chargesOf(demo: Addresses, { id }: PaymentMethod): Promise<v.InferOutput<typeof Charge>[]> {
  const { data } = v.parse(v.object({ data: v.array(Charge) }), await atStripe(demo, 'charges?limit=100'));
  return data.filter(({ payment_method }) => payment_method === id);
}

/** The host site's backend charges what was saved last. */
export async function chargeRide(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Charge this ride' }).click();
}

/** What the rider is told of it. */
export function chargeSaid(page: Page): Locator {
  return page.locator('#charge-said');
}

/** What Stripe does at the next charge of this method. */
export async function nextCharge(demo: Addresses, { id }: PaymentMethod, outcome: string): Promise<void> {
  await control(demo.stripe, `payment_methods/${id}`, { next_charge: outcome });
}

const Endpoints = v.object({ data: v.array(v.object({ id: v.string() })) });

/** How Stripe's webhooks reach the Worker while `act` runs; all that was held arrives at its end. */
export async function withDeliveries<T>(demo: Addresses, switches: object, act: () => Promise<T>): Promise<T> {
  const { data: endpoints } = v.parse(Endpoints, await atStripe(demo, 'webhook_endpoints'));
  const order = async (body: object) => {
    for (const { id } of endpoints) await control(demo.stripe, 'deliveries', { endpoint: id, ...body });
  };
  await order(switches);
  try {
    return await act();
  } finally {
    await order({ release: true });
    await order({ hold: false, duplicate: false, shuffle: false });
  }
}
