import type Stripe from 'stripe';
import { addressObject, type Facts } from './account.ts';

export function companyObject(facts: Facts): Stripe.Account.Company {
  const field = (name: string) => facts[`company.${name}`];
  const structure = field('structure');
  return {
    address: addressObject(facts, 'company.address'),
    directors_provided: field('directors_provided') === 'true',
    executives_provided: field('executives_provided') === 'true',
    name: field('name') ?? null,
    owners_provided: field('owners_provided') === 'true',
    phone: field('phone') ?? null,
    ...(structure && { structure }),
    tax_id_provided: field('tax_id') !== undefined,
    vat_id_provided: field('vat_id') !== undefined,
    verification: { document: { back: null, details: null, details_code: null, front: null } },
  };
}
