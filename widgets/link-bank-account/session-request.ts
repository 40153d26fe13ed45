/** What a session is asked for: the site's terms, narrowed by attributes. Pure. */
import type { BankPrefetch, BankSessionRequest, BankSessionTerms } from '../../worker/contract.ts';
import type { Consent } from './flow.ts';
import { narrowed } from './narrowed.ts';

export interface Attributes {
  readonly permissions?: string | null | undefined;
  readonly prefetch?: string | null | undefined;
  readonly country?: string | null | undefined;
  readonly subcategories?: string | null | undefined;
  readonly maxAccounts?: number | string | null | undefined;
}

const subcategories = ['checking', 'savings', 'mortgage', 'line_of_credit', 'credit_card'] as const;
const MAX_ACCOUNTS = 100;

/**
 * The Worker refuses what widens; so a mistake in an attribute is left out here, and told by `complaintsOf`. Null where
 * nothing is left to ask for.
 */
export function sessionRequest(
  terms: BankSessionTerms | null,
  attributes: Attributes,
  consent: Consent,
): BankSessionRequest | null {
  // Asking again with wider permissions: the Worker knows what is allowed and what to prefetch.
  if (consent.permissions) return { permissions: [...consent.permissions] };
  if (!terms) return {};
  const permissions = narrowed(terms.permissions, attributes.permissions);
  if (!permissions.length) return null;
  const prefetch = narrowed(terms.prefetch, attributes.prefetch).filter((one) => permissions.includes(one));
  const isNarrower = permissions.length < terms.permissions.length || prefetch.length < terms.prefetch.length;
  const filters = filtersOf(attributes);
  const accounts = limitOf(attributes);
  return {
    ...(isNarrower && { permissions: [...permissions], prefetch: [...prefetch] }),
    ...(filters && { filters }),
    ...(accounts && { limits: { accounts } }),
  };
}

function filtersOf(attributes: Attributes): BankSessionRequest['filters'] {
  const country = countryOf(attributes);
  const kinds = narrowed(subcategories, attributes.subcategories);
  const isNarrower = kinds.length > 0 && kinds.length < subcategories.length;
  if (!country && !isNarrower) return undefined;
  return { ...(country && { country }), ...(isNarrower && { account_subcategories: [...kinds] }) };
}

function countryOf({ country }: Attributes): string | undefined {
  return country
    ?.trim()
    .match(/^[a-z]{2}$/i)?.[0]
    .toUpperCase();
}

function limitOf({ maxAccounts }: Attributes): number | undefined {
  const limit = Number(maxAccounts ?? '');
  return Number.isInteger(limit) && limit >= 1 && limit <= MAX_ACCOUNTS ? limit : undefined;
}

/** For the developer: what the attributes ask for and will not get. */
export function complaintsOf(terms: BankSessionTerms, attributes: Attributes): string[] {
  const permissions = narrowed(terms.permissions, attributes.permissions);
  const prefetch = terms.prefetch.filter((one: BankPrefetch) => permissions.includes(one));
  return [
    ...unknownIn('permissions', attributes.permissions, terms.permissions, 'the site and the token allow'),
    ...unknownIn('prefetch', attributes.prefetch, prefetch, 'the site reads at once, of the permissions asked for,'),
    ...unknownIn('subcategories', attributes.subcategories, subcategories, 'Stripe knows'),
    ...(attributes.country?.trim() && !countryOf(attributes)
      ? [`country="${attributes.country}" is left out: it is not a two-letter code.`]
      : []),
    ...(attributes.maxAccounts && limitOf(attributes) === undefined
      ? [`max-accounts is left out: it is not a whole number from 1 to ${MAX_ACCOUNTS}.`]
      : []),
  ];
}

function unknownIn(name: string, value: string | null | undefined, known: readonly string[], whose: string): string[] {
  const unknown = value?.split(/\s+/).filter((word) => word && !known.includes(word)) ?? [];
  if (!unknown.length) return [];
  return [`${name}: "${unknown.join(' ')}" is left out, for ${whose} only: ${known.join(' ') || 'nothing'}.`];
}
