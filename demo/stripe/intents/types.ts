/** Which payment methods an intent can be paid with: what the account may take, filtered by what was asked for. */
import { accountObject } from '../accounts/account.ts';
import { connectedAccount } from '../accounts/connected.ts';
import { platformAccount } from '../accounts/platform.ts';
import { ApiError, invalid } from '../api/errors.ts';
import type { Store, World } from '../world.ts';

const REMOVED_IN = '2026-09-30';

export interface Filters {
  payment_method_types?: string[] | null | undefined;
  allowed_payment_method_types?: string[] | null | undefined;
  excluded_payment_method_types?: string[] | null | undefined;
  automatic_payment_methods?: object | null | undefined;
  payment_method_configuration?: string | null | undefined;
}

/** Without a version the account's own counts, which is older: the official CLI's fixtures rely on that. */
export function checkFilters(given: Filters, version: string | null): void {
  if (given.payment_method_types !== undefined && version !== null && version >= REMOVED_IN) {
    throw invalid(
      'payment_method_types',
      'The parameter `payment_method_types` is no longer supported. Use `allowed_payment_method_types`, or leave it out to offer the payment methods enabled in your Dashboard.',
      'payment_method_types_no_longer_supported',
    );
  }
  const exclusive = [
    'allowed_payment_method_types',
    'payment_method_types',
    'excluded_payment_method_types',
    'automatic_payment_methods',
    'payment_method_configuration',
  ] as const;
  const [first, second] = exclusive.filter((name) => given[name] != null);
  if (first && second && first === 'allowed_payment_method_types') {
    throw invalid(second, `You may only specify one of these parameters: ${first}, ${second}.`, 'parameters_exclusive');
  }
}

export function typesFor(world: World, store: Store, given: Filters, currency: string | null, kind: string): string[] {
  return typesLeft(enabledTypes(world, store, currency), given, kind);
}

/** What nothing is left of cannot be paid with. */
export function typesLeft(enabled: readonly string[], given: Filters, kind: string): string[] {
  const wanted = given.allowed_payment_method_types ?? given.payment_method_types ?? null;
  const excluded = given.excluded_payment_method_types ?? [];
  const left = enabled.filter((type) => (wanted === null || wanted.includes(type)) && !excluded.includes(type));
  if (left.length > 0) return left;
  const [param] = Object.entries(given).find(([, value]) => Array.isArray(value)) ?? [];
  throw new ApiError(
    400,
    {
      message: `No valid payment method types for this ${kind}. Please ensure that you have activated payment methods compatible with your chosen currency in your dashboard or specify other payment method types.`,
      ...(param && { param }),
    },
    { saved: false },
  );
}

/** Cash App and bank accounts are of the United States: account, and dollars. SEPA debits are in euros. */
export function enabledTypes(world: World, store: Store, currency: string | null): string[] {
  const connected = connectedAccount(world, store);
  const { capabilities, country } = connected ? accountObject(connected, world.now()) : platformAccount(store);
  const american = country === 'US' && (currency === null || currency === 'usd');
  const cashapp = american && capabilities?.cashapp_payments === 'active';
  const bank = american && currency !== null && capabilities?.us_bank_account_ach_payments === 'active';
  const sepa = capabilities?.sepa_debit_payments === 'active' && currency === 'eur';
  return [
    'card',
    ...(cashapp ? ['cashapp'] : []),
    ...(sepa ? ['sepa_debit'] : []),
    ...(bank ? ['us_bank_account'] : []),
  ];
}

export function requireType(type: string, types: readonly string[]): void {
  if (types.includes(type)) return;
  throw new ApiError(400, {
    code: 'payment_method_unsupported_type',
    message: `The PaymentMethod provided (${type}) is not allowed for this intent. Please attach a PaymentMethod of one of the following types: ${types.join(', ')}.`,
    param: 'payment_method',
  });
}
