/** What becomes of sales: read from Stripe, kept so that nothing goes back, and the same whoever asks and in whatever order. */
import { InlayError } from './errors.ts';
import { forward, isFinal, type SaleState } from './rules/sale.ts';
import type { Services } from './services.ts';
import type { Order } from './store/orders.ts';
import { isGone } from './stripe/accounts.ts';
import { readSale, sessionOfIntent } from './stripe/checkout.ts';
import type { Site } from './trust/site-directory.ts';

/** Milliseconds between two readings that pages ask for. */
const GLANCE = 2_000;

/** A sale for the page that waits for it: of another site, or none, as if it did not exist. */
export async function watchedSale(services: Services, site: Site, id: string): Promise<Order> {
  const { orders, runtime } = services;
  const order = await orders.findSession(site.id, id);
  if (order === null) throw new InlayError('resource_missing', { param: 'session' });
  if (isFinal(order.state) || !(await orders.takeTurn(order, runtime.now(), GLANCE))) return order;
  return readSaleAgain(services, site, order);
}

/**
 * Takes in what Stripe says of a sale now. Of a merchant who has left the platform Stripe says nothing any more: what is
 * known stays.
 */
export async function readSaleAgain(
  { accounts, orders, stripeFor }: Services,
  site: Site,
  order: Order,
  { feeRefunded = false }: { readonly feeRefunded?: boolean } = {},
): Promise<Order> {
  const ticket = await accounts.nextTicket(order.account);
  let read: SaleState;
  try {
    read = await readSale(stripeFor(site), order.account, order.id, { feeRefunded });
  } catch (thrown) {
    if (isGone(thrown)) return order;
    throw thrown;
  }
  for (let seen: Order | null = order; seen !== null; seen = await orders.findSession(site.id, order.id)) {
    // One that began later may be stored already, and yet not have looked for all that this one has found.
    const overtaken = seen.ticket > ticket;
    const state = overtaken ? forward(read, seen.state) : forward(seen.state, read);
    const next: Order = { ...seen, state, ticket: overtaken ? seen.ticket : ticket };
    if (await orders.replace(seen, next)) return next;
  }
  return order;
}

/** The order of a payment on a merchant's account, also where a page has not come back since it was made. */
export async function orderOfIntent(
  { orders, stripeFor }: Services,
  site: Site,
  account: string,
  intent: string,
): Promise<Order | null> {
  const known = await orders.findByIntent(account, intent);
  if (known !== null) return known;
  const session = await sessionOfIntent(stripeFor(site), account, intent);
  return session === null ? null : orders.findOfAccount(account, session);
}
