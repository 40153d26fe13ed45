/** Making a session: every mistake is found before anything is stored. */
import { accountObject } from '../accounts/account.ts';
import { connectedAccount } from '../accounts/connected.ts';
import type { Call } from '../api/endpoint.ts';
import { invalid, noSuch, refused } from '../api/errors.ts';
import { checkFilters } from '../intents/types.ts';
import { requireFee } from '../payment_intents/application_fee.ts';
import { LEAST } from '../payment_intents/update.ts';
import { keepLines, type MadeLine, newLines } from './line_item.ts';
import { checkoutTypes } from './methods.ts';
import { newSession } from './new_session.ts';
import type { SessionParams } from './params.ts';
import type { CheckoutSession } from './session.ts';
import { checkUrls } from './urls.ts';

const MINUTE = 60;
const LEAST_LIFE = 30 * MINUTE;
const DAY = 24 * 60 * MINUTE;
const MOST = 99_999_999;
const FEE = 'payment_intent_data[application_fee_amount]';

export function createSession(call: Call, given: SessionParams): CheckoutSession {
  const { world, store, version } = call;
  if (given.mode !== 'payment') {
    throw invalid('mode', `Checkout in mode \`${given.mode}\` is not simulated here; use \`payment\`.`);
  }
  refuseDestinations(given);
  checkFilters(given, version);
  requireChargesEnabled(call);
  checkCustomer(call, given);
  const expires_at = given.expires_at ?? world.now() + DAY;
  checkLife(expires_at - world.now());
  const made = newLines(store, given.line_items, world.now());
  const currency = made[0]?.line.currency ?? 'usd';
  const total = totalOf(made);
  requireFee(store, given.payment_intent_data?.application_fee_amount, total, FEE);
  const types = checkoutTypes(
    world,
    store,
    {
      allowed_payment_method_types: given.allowed_payment_method_types ?? given.payment_method_types,
      excluded_payment_method_types: given.excluded_payment_method_types,
      captured: given.payment_intent_data?.capture_method === 'manual' ? 'later' : 'now',
      redirects: given.redirect_on_completion !== 'never',
    },
    currency,
  );
  checkUrls(given, types);
  const lines = keepLines(store, made);
  return newSession(store, given, { lines, currency, total, types, expires_at, now: world.now() });
}

/** The charge is the account's own: money that goes on to another account is not simulated. */
function refuseDestinations({ payment_intent_data }: SessionParams): void {
  const name = (['on_behalf_of', 'transfer_data'] as const).find((each) => payment_intent_data?.[each] != null);
  if (!name) return;
  throw invalid(
    `payment_intent_data[${name}]`,
    'Destination charges are not simulated here; use the `Stripe-Account` header.',
  );
}

function totalOf(made: readonly MadeLine[]): number {
  const total = made.reduce((sum, { line }) => sum + line.amount_total, 0);
  if (total > 0 && total < LEAST) {
    throw invalid(
      'line_items',
      'The Checkout Session’s total amount due must add up to at least $0.50 usd',
      'amount_too_small',
    );
  }
  if (total > MOST) {
    throw invalid(
      'line_items',
      'The Checkout Session’s total amount must be no more than $999,999.99',
      'amount_too_large',
    );
  }
  return total;
}

function requireChargesEnabled({ world, store }: Call): void {
  const account = connectedAccount(world, store);
  if (!account || accountObject(account, world.now()).charges_enabled) return;
  throw refused('Your account cannot currently make charges. Its onboarding has to be completed first.');
}

function checkCustomer({ store }: Call, given: SessionParams): void {
  if (!given.customer) return;
  const other = (['customer_email', 'customer_creation'] as const).find((name) => given[name] != null);
  if (other) {
    throw invalid(other, `You may only specify one of these parameters: customer, ${other}.`, 'parameters_exclusive');
  }
  const known = store.customers.get(given.customer);
  if (!known || known.deleted) throw noSuch('customer', given.customer, 'customer');
}

function checkLife(seconds: number): void {
  if (seconds < LEAST_LIFE) {
    throw invalid(
      'expires_at',
      'The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.',
    );
  }
  if (seconds > DAY) {
    throw invalid(
      'expires_at',
      'The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.',
    );
  }
}
