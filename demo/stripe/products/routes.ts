import type Stripe from 'stripe';
import { type ApiEndpoint, type Call, endpoint } from '../api/endpoint.ts';
import { noSuch, refused } from '../api/errors.ts';
import { page, paging } from '../api/list.ts';
import {
  boolean,
  integer,
  list,
  mergeMetadata,
  metadata,
  object,
  oneOf,
  optional,
  range,
  text,
  url,
  within,
} from '../api/params.ts';
import { changedFrom, emit } from '../events/event.ts';
import { amountFields, newPrice } from '../prices/price.ts';
import { newProduct } from './product.ts';

const fields = {
  active: optional(boolean),
  description: optional(text),
  images: optional(list(url)),
  marketing_features: optional(list(object({ name: text }))),
  metadata: optional(metadata),
  package_dimensions: optional(object({ height: integer, length: integer, weight: integer, width: integer })),
  shippable: optional(boolean),
  statement_descriptor: optional(text),
  unit_label: optional(text),
  url: optional(url),
};

export const productEndpoints: ApiEndpoint[] = [
  endpoint(
    'POST',
    '/v1/products',
    object({
      ...fields,
      name: text,
      id: optional(text),
      type: optional(oneOf('good', 'service')),
      default_price_data: optional(object(amountFields)),
    }),
    ({ world, store, cause }, { default_price_data: price, ...given }): Stripe.Product => {
      if (given.id && store.products.has(given.id))
        throw refused(`Product already exists.`, { code: 'resource_already_exists', param: 'id' });
      const bare = newProduct(store, given, world.now());
      const made = price ? newPrice(store, bare.id, price, world.now()) : null;
      const object: Stripe.Product = { ...bare, default_price: made?.id ?? null };
      store.products.set(object.id, object);
      emit(world, store, cause, { type: 'product.created', object });
      if (made) {
        store.prices.set(made.id, made);
        emit(world, store, cause, { type: 'price.created', object: made });
      }
      return object;
    },
  ),
  endpoint(
    'GET',
    '/v1/products',
    object({
      ...paging,
      active: optional(boolean),
      created: optional(range),
      ids: optional(list(text)),
      shippable: optional(boolean),
      url: optional(text),
    }),
    ({ store, url: path }, wanted): Stripe.ApiList<Stripe.Product> =>
      page(
        'product',
        path,
        store.products.values(),
        wanted,
        (product) =>
          within(product.created, wanted.created) &&
          (wanted.active ?? product.active) === product.active &&
          (wanted.shippable == null || wanted.shippable === product.shippable) &&
          (!wanted.url || wanted.url === product.url) &&
          (!wanted.ids || wanted.ids.includes(product.id)),
      ),
  ),
  endpoint('GET', '/v1/products/:id', object({}), (call): Stripe.Product => lookUp(call)),
  endpoint(
    'POST',
    '/v1/products/:id',
    object({ ...fields, name: optional(text), default_price: optional(text) }),
    (call, given): Stripe.Product => {
      const before = lookUp(call);
      const { world, store, cause } = call;
      if (given.default_price && store.prices.get(given.default_price)?.product !== before.id)
        throw noSuch('price', given.default_price, 'default_price');
      const pick = <T>(value: T | null | undefined, stored: T | null | undefined): T | null =>
        value === undefined ? (stored ?? null) : value;
      const changed: Stripe.Product = {
        ...before,
        active: given.active ?? before.active,
        default_price: given.default_price ?? before.default_price ?? null,
        description: pick(given.description, before.description),
        images: given.images === undefined ? before.images : (given.images ?? []),
        marketing_features:
          given.marketing_features === undefined ? before.marketing_features : (given.marketing_features ?? []),
        metadata: mergeMetadata(before.metadata, given.metadata),
        name: given.name ?? before.name,
        package_dimensions: pick(given.package_dimensions, before.package_dimensions),
        shippable: pick(given.shippable, before.shippable),
        statement_descriptor: pick(given.statement_descriptor, before.statement_descriptor),
        unit_label: pick(given.unit_label, before.unit_label),
        url: pick(given.url, before.url),
      };
      if (!changedFrom(before, changed)) return before;
      const object = { ...changed, updated: world.now() };
      store.products.set(object.id, object);
      emit(world, store, cause, { type: 'product.updated', object, previous: changedFrom(before, object) ?? {} });
      return object;
    },
  ),
  endpoint('DELETE', '/v1/products/:id', object({}), (call): Stripe.DeletedProduct => {
    const gone = lookUp(call);
    const { world, store, cause } = call;
    if (Array.from(store.prices.values()).some((price) => price.product === gone.id)) {
      throw refused('This product cannot be deleted because it has one or more user-created prices.');
    }
    store.products.delete(gone.id);
    emit(world, store, cause, { type: 'product.deleted', object: gone });
    return { id: gone.id, object: 'product', deleted: true };
  }),
];

function lookUp({ store, part }: Call): Stripe.Product {
  const found = store.products.get(part('id'));
  if (!found) throw noSuch('product', part('id'));
  return found;
}
