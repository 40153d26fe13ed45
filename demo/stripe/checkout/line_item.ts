/** What is bought: prices of this account, or made for this one sale. */
import type Stripe from 'stripe';
import { invalid, noSuch } from '../api/errors.ts';
import { mergeMetadata } from '../api/params.ts';
import { newPrice, type WirePrice } from '../prices/price.ts';
import { newProduct } from '../products/product.ts';
import { newId, type Store } from '../world.ts';
import type { LineItemParams } from './params.ts';

export interface Line extends Omit<Stripe.LineItem, 'price'> {
  price: WirePrice;
  quantity: number;
}

const MOST_LINES = 100;
const MOST_OF_ONE = 999_999;

export interface MadeLine {
  readonly line: Line;
  /** One that was made for this sale. */
  readonly product: Stripe.Product | null;
}

/** In the order they were given. */
export function newLines(store: Store, given: readonly LineItemParams[] | null | undefined, now: number): MadeLine[] {
  if (!given?.length) throw invalid('line_items', 'Missing required param: line_items.', 'parameter_missing');
  if (given.length > MOST_LINES) throw invalid('line_items', `You may have up to ${MOST_LINES} line items.`);
  const made = given.map((item, index) => newLine(store, item, `line_items[${index}]`, now));
  const [first] = made;
  const other = made.findIndex(({ line }) => line.currency !== first?.line.currency);
  if (other > 0) {
    throw invalid(`line_items[${other}]`, 'All line items of a Checkout Session must have the same currency.');
  }
  return made;
}

/** What was made for the sale can be read like any other. */
export function keepLines(store: Store, made: readonly MadeLine[]): Line[] {
  for (const { line, product } of made) {
    if (product) store.products.set(product.id, product);
    store.prices.set(line.price.id, line.price);
  }
  return made.map(({ line }) => line);
}

function newLine(store: Store, item: LineItemParams, param: string, now: number): MadeLine {
  if (item.price && item.price_data) {
    throw invalid(
      `${param}[price_data]`,
      'You may only specify one of these parameters: price, price_data.',
      'parameters_exclusive',
    );
  }
  const { price, product } = item.price_data
    ? ownPrice(store, item.price_data, `${param}[price_data]`, now)
    : { price: priceNamed(store, item.price, `${param}[price]`), product: null };
  if (price.recurring) {
    throw invalid(
      param,
      'You specified `payment` mode but passed a recurring price. Either switch to `subscription` mode or use only one-time prices.',
    );
  }
  if (price.unit_amount_decimal === null) {
    throw invalid(`${param}[price]`, `The price ${price.id} lets the customer choose, which is not simulated here.`);
  }
  const quantity = quantityOf(item, `${param}[quantity]`);
  const amount = Math.round(Number(price.unit_amount_decimal) * quantity);
  const bought = product ?? store.products.get(String(price.product));
  const line: Line = {
    id: newId('li_1', 23),
    object: 'item',
    adjustable_quantity: null,
    amount_discount: 0,
    amount_subtotal: amount,
    amount_tax: 0,
    amount_total: amount,
    currency: price.currency,
    description: bought?.name ?? null,
    metadata: mergeMetadata({}, item.metadata),
    price,
    quantity,
  };
  return { line, product };
}

function quantityOf({ quantity }: LineItemParams, param: string): number {
  if (quantity == null) throw invalid(param, 'Missing required param: quantity.', 'parameter_missing');
  if (quantity < 1) {
    throw invalid(param, 'This value must be greater than or equal to 1.', 'parameter_invalid_integer');
  }
  if (quantity > MOST_OF_ONE) {
    throw invalid(param, `This value must be less than or equal to ${MOST_OF_ONE}.`, 'parameter_invalid_integer');
  }
  return quantity;
}

function priceNamed(store: Store, id: string | null | undefined, param: string): WirePrice {
  if (!id) throw invalid(param, `Missing required param: ${param}.`, 'parameter_missing');
  const price = store.prices.get(id);
  if (!price) throw noSuch('price', id, param);
  if (!price.active) {
    throw invalid(param, 'The price specified is inactive. This field only accepts active prices.');
  }
  if (store.products.get(String(price.product))?.active === false) {
    throw invalid(param, `Price \`${id}\` is not available to be purchased because its product is not active.`);
  }
  return price;
}

/** For this sale only: neither the price nor a product that comes with it can be bought again. */
function ownPrice(
  store: Store,
  { product: id, product_data, ...amount }: NonNullable<LineItemParams['price_data']>,
  param: string,
  now: number,
): { price: WirePrice; product: Stripe.Product | null } {
  if (id && product_data) {
    throw invalid(
      `${param}[product]`,
      'You may only specify one of these parameters: product, product_data.',
      'parameters_exclusive',
    );
  }
  if (id && !store.products.has(id)) throw noSuch('product', id, `${param}[product]`);
  if (!id && !product_data) {
    throw invalid(`${param}[product]`, `Missing required param: ${param}[product].`, 'parameter_missing');
  }
  const product = product_data ? newProduct(store, { ...product_data, active: false }, now) : null;
  return { price: newPrice(store, product?.id ?? id ?? '', { ...amount, active: false }, now), product };
}
