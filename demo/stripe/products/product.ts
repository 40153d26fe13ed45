import type Stripe from 'stripe';
import { mergeMetadata } from '../api/params.ts';
import { newId, type Store } from '../world.ts';

type Given<T> = { [K in keyof T]?: T[K] | null | undefined };

export function newProduct(
  store: Store,
  given: { name: string; metadata?: Record<string, string | null> | null | undefined } & Given<
    Pick<
      Stripe.Product,
      | 'active'
      | 'description'
      | 'id'
      | 'images'
      | 'marketing_features'
      | 'package_dimensions'
      | 'shippable'
      | 'statement_descriptor'
      | 'unit_label'
      | 'url'
    > & { type: 'good' | 'service' }
  >,
  now: number,
): Stripe.Product {
  return {
    id: given.id ?? newId('prod_', 14),
    object: 'product',
    active: given.active ?? true,
    created: now,
    default_price: null,
    description: given.description ?? null,
    images: given.images ?? [],
    livemode: store.livemode,
    marketing_features: given.marketing_features ?? [],
    metadata: mergeMetadata({}, given.metadata),
    name: given.name,
    package_dimensions: given.package_dimensions ?? null,
    shippable: given.shippable ?? null,
    statement_descriptor: given.statement_descriptor ?? null,
    tax_code: null,
    tax_details: null,
    type: given.type ?? 'service',
    unit_label: given.unit_label ?? null,
    updated: now,
    url: given.url ?? null,
  };
}
