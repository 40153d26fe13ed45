/** What events of merchants' accounts lead to: the account, its sales and its payouts, each read again. */
import { readAgain } from '../connected-account.ts';
import { orderOfIntent, readSaleAgain } from '../sales.ts';
import type { Services } from '../services.ts';
import type { CreatedAccount } from '../store/accounts.ts';
import type { RecordedEvent } from '../store/events.ts';
import type { Order } from '../store/orders.ts';
import type { Site } from '../trust/site-directory.ts';
import { isGone } from './accounts.ts';
import { intentOfFee } from './checkout.ts';
import type { EventHandler, Outcome } from './event-handler.ts';
import { readPayout } from './payouts.ts';

export const merchantEvents: Readonly<Record<string, EventHandler>> = {
  'account.updated': readMerchant,
  'account.application.deauthorized': readMerchant,
  'capability.updated': readMerchant,
  'checkout.session.completed': readOrder,
  'checkout.session.async_payment_succeeded': readOrder,
  'checkout.session.async_payment_failed': readOrder,
  'checkout.session.expired': readOrder,
  'charge.refunded': readOrder,
  'refund.updated': readOrder,
  'refund.failed': readOrder,
  'charge.dispute.created': readOrder,
  'charge.dispute.updated': readOrder,
  'charge.dispute.closed': readOrder,
  'charge.dispute.funds_withdrawn': readOrder,
  'charge.dispute.funds_reinstated': readOrder,
  'application_fee.refunded': readFeeRefund,
  'payout.created': readMoneySent,
  'payout.updated': readMoneySent,
  'payout.paid': readMoneySent,
  'payout.failed': readMoneySent,
  'payout.canceled': readMoneySent,
};

async function readMerchant(services: Services, event: RecordedEvent): Promise<Outcome> {
  return forMerchant(services, event, async (site, account) => {
    await readAgain(services, site, account);
    return 'done';
  });
}

/** One that the Worker has begun; a merchant may sell elsewhere too. */
async function readOrder(services: Services, event: RecordedEvent): Promise<Outcome> {
  const { objectId, intentId } = event;
  return forMerchant(services, event, async (site, { id: account }) => {
    let order: Order | null = null;
    if (objectId?.startsWith('cs_')) order = await services.orders.findOfAccount(account, objectId);
    else if (intentId !== null) order = await orderOfIntent(services, site, account, intentId);
    if (order === null) return 'aside';
    await readSaleAgain(services, site, order);
    return 'done';
  });
}

/** The site gave back what it took, which may happen without a refund. */
async function readFeeRefund(services: Services, event: RecordedEvent): Promise<Outcome> {
  return forMerchant(services, event, async (site, { id: account }) => {
    const intent = await intentOfFee(services.stripeFor(site), account, event.objectId ?? '');
    const order = intent === null ? null : await orderOfIntent(services, site, account, intent);
    if (order === null) return 'aside';
    await readSaleAgain(services, site, order, { feeRefunded: true });
    return 'done';
  });
}

async function readMoneySent(services: Services, event: RecordedEvent): Promise<Outcome> {
  return forMerchant(services, event, async (site, { id: account }) => {
    const ticket = await services.accounts.nextTicket(account);
    const payout = await readPayout(services.stripeFor(site), account, event.objectId ?? '');
    await services.payouts.keep(account, payout, ticket);
    return 'done';
  });
}

/** For an event about the account of one of our merchants. Of one who has left Stripe tells nothing any more. */
async function forMerchant(
  { accounts, directory }: Services,
  event: RecordedEvent,
  work: (site: Site, account: CreatedAccount) => Promise<Outcome>,
): Promise<Outcome> {
  const account = event.accountId === null ? null : await accounts.findById(event.accountId);
  const site = account === null ? null : await directory.find(account.owner.site);
  if (account === null || site === null) return 'aside';
  if (event.livemode !== (site.mode === 'live')) return 'ignored';
  try {
    return await work(site, account);
  } catch (thrown) {
    if (isGone(thrown)) return 'aside';
    throw thrown;
  }
}
