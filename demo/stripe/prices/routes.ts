import type Stripe from 'stripe';
import { type ApiEndpoint, type Call, endpoint } from '../api/endpoint.ts';
import { invalid, noSuch, refused } from '../api/errors.ts';
import { page, paging } from '../api/list.ts';
import { boolean, list, mergeMetadata, metadata, object, oneOf, optional, range, text, within } from '../api/params.ts';
import { changedFrom, emit } from '../events/event.ts';
import { newProduct } from '../products/product.ts';
import { amountFields, newPrice, type WirePrice } from './price.ts';

export const priceEndpoints: ApiEndpoint[] = [
  endpoint(
    'POST',
    '/v1/prices',
    object({
      ...amountFields,
      active: optional(boolean),
      lookup_key: optional(text),
      nickname: optional(text),
      product: optional(text),
      product_data: optional(
        object({
          active: optional(boolean),
          id: optional(text),
          metadata: optional(metadata),
          name: text,
          statement_descriptor: optional(text),
          unit_label: optional(text),
        }),
      ),
      transfer_lookup_key: optional(boolean),
    }),
    ({ world, store, cause }, params): WirePrice => {
      const { product, product_data, ...given } = params;
      if (product && product_data)
        throw invalid(
          'product',
          'You may only specify one of these parameters: product, product_data.',
          'parameters_exclusive',
        );
      if (!product && !product_data) throw invalid('product', 'Missing required param: product.', 'parameter_missing');
      if (product && !store.products.has(product)) throw noSuch('product', product, 'product');
      claimLookupKey(store.prices, params.lookup_key, params.transfer_lookup_key ?? false);
      const made = product_data ? newProduct(store, product_data, world.now()) : null;
      const object = newPrice(store, made?.id ?? product ?? '', given, world.now());
      if (made) {
        store.products.set(made.id, made);
        emit(world, store, cause, { type: 'product.created', object: made });
      }
      store.prices.set(object.id, object);
      emit(world, store, cause, { type: 'price.created', object });
      return object;
    },
  ),
  endpoint(
    'GET',
    '/v1/prices',
    object({
      ...paging,
      active: optional(boolean),
      created: optional(range),
      currency: optional(text),
      lookup_keys: optional(list(text)),
      product: optional(text),
      type: optional(oneOf('one_time', 'recurring')),
    }),
    ({ store, url }, wanted): Stripe.ApiList<WirePrice> =>
      page(
        'price',
        url,
        store.prices.values(),
        wanted,
        (price) =>
          within(price.created, wanted.created) &&
          (wanted.active ?? price.active) === price.active &&
          (wanted.currency ?? price.currency) === price.currency &&
          (wanted.product ?? price.product) === price.product &&
          (wanted.type ?? price.type) === price.type &&
          (!wanted.lookup_keys || wanted.lookup_keys.includes(price.lookup_key ?? '')),
      ),
  ),
  endpoint('GET', '/v1/prices/:id', object({}), (call): WirePrice => lookUp(call)),
  endpoint(
    'POST',
    '/v1/prices/:id',
    object({
      active: optional(boolean),
      lookup_key: optional(text),
      metadata: optional(metadata),
      nickname: optional(text),
      tax_behavior: optional(oneOf('exclusive', 'inclusive', 'unspecified')),
      transfer_lookup_key: optional(boolean),
    }),
    (call, params): WirePrice => {
      const before = lookUp(call);
      const { world, store, cause } = call;
      if (params.lookup_key !== before.lookup_key)
        claimLookupKey(store.prices, params.lookup_key, params.transfer_lookup_key ?? false);
      const object: WirePrice = {
        ...before,
        active: params.active ?? before.active,
        lookup_key: params.lookup_key === undefined ? before.lookup_key : params.lookup_key,
        metadata: mergeMetadata(before.metadata, params.metadata),
        nickname: params.nickname === undefined ? before.nickname : params.nickname,
        tax_behavior: params.tax_behavior ?? before.tax_behavior,
      };
      store.prices.set(object.id, object);
      const previous = changedFrom(before, object);
      if (previous) emit(world, store, cause, { type: 'price.updated', object, previous });
      return object;
    },
  ),
];

function lookUp({ store, part }: Call): WirePrice {
  const found = store.prices.get(part('id'));
  if (!found) throw noSuch('price', part('id'));
  return found;
}

/** A lookup key belongs to one price; it moves only when told to. */
function claimLookupKey(prices: Map<string, WirePrice>, key: string | null | undefined, transfer: boolean): void {
  const holder = key && Array.from(prices.values()).find((price) => price.lookup_key === key);
  if (!holder) return;
  if (!transfer) throw refused(`A price (\`${holder.id}\`) already uses that lookup key.`, { param: 'lookup_key' });
  prices.set(holder.id, { ...holder, lookup_key: null });
}
