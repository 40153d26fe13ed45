/** The demo's site at the Worker, made or brought up to date through the operator's API. */
import * as v from 'valibot';
import { DemoError } from './demo-error.ts';
import { fee, priceList } from './site/price-list.ts';

export interface SiteKey {
  readonly id: string;
  readonly secret: string;
}

export interface Operator {
  readonly worker: string;
  readonly key: string;
}

export interface SiteSeed {
  readonly id: string;
  readonly origin: string;
  readonly stripe: { readonly secretKey: string; readonly publishableKey: string };
}

const Key = v.object({ id: v.string(), secret: v.string() });
const Created = v.object({ key: Key });
const Changed = v.object({ keys: v.array(v.object({ id: v.string() })) });

/**
 * The site's key. A site that exists keeps the key we still hold; when ours is lost it gets another, since a key's
 * secret is told only once.
 */
export async function seedSite(operator: Operator, seed: SiteSeed, held: SiteKey | null): Promise<SiteKey> {
  const settings = {
    business_name: 'Rocket Rides',
    terms_url: `${seed.origin}/terms`,
    country: 'US',
    currency: 'usd',
    origins: [seed.origin],
    // All but `payment_method`: nothing here is ever debited.
    bank: { permissions: ['balances', 'ownership', 'transactions'], prefetch: ['balances', 'transactions'] },
    checkout: { fee, prices: priceList.map(({ id, name, unit_amount }) => ({ id, name, unit_amount })) },
    embedded: { features: { payouts: { standard_payouts: true } } },
    stripe: { secret_key: seed.stripe.secretKey, publishable_key: seed.stripe.publishableKey },
  };
  const site = `/v1/sites/${seed.id}`;
  const changed = await askAsOperator(operator, 'PATCH', site, settings);
  if (changed === 'not found') {
    const created = await askAsOperator(operator, 'POST', '/v1/sites', { id: seed.id, mode: 'test', ...settings });
    return v.parse(Created, created).key;
  }
  const known = v.parse(Changed, changed).keys;
  if (held !== null && known.some(({ id }) => id === held.id)) return held;
  return v.parse(Key, await askAsOperator(operator, 'POST', `${site}/keys`, {}));
}

/** A request of the operator's; `not found` where there is no such site. */
export async function askAsOperator(
  { worker, key }: Operator,
  method: string,
  path: string,
  body: object,
): Promise<unknown> {
  const response = await fetch(`${worker}${path}`, {
    method,
    headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (response.status === 404) return 'not found';
  if (!response.ok)
    throw new DemoError(`The Worker refused ${method} ${path}: ${response.status} ${await response.text()}`);
  return response.json();
}
