import { invalid, refused } from './errors.ts';
import type { Tree } from './form.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Fields that hold an id and can be replaced by the object, by the type of the object they are in. */
const EXPANDABLE: Record<string, readonly string[]> = {
  application_fee: ['account', 'balance_transaction', 'charge'],
  balance_transaction: ['source'],
  bank_account: ['account'],
  capability: ['account'],
  charge: ['application_fee', 'balance_transaction', 'customer', 'payment_intent', 'payment_method'],
  'checkout.session': ['customer', 'line_items', 'payment_intent'],
  dispute: ['charge', 'payment_intent'],
  fee_refund: ['balance_transaction', 'fee'],
  'financial_connections.account': ['ownership'],
  item: ['price'],
  mandate: ['payment_method'],
  payment_intent: ['customer', 'latest_charge', 'payment_method'],
  payment_method: ['customer'],
  payout: ['balance_transaction', 'destination', 'failure_balance_transaction'],
  price: ['product'],
  product: ['default_price'],
  refund: ['balance_transaction', 'charge', 'customer', 'payment_intent', 'payment_method'],
  setup_intent: ['customer', 'latest_attempt', 'mandate', 'payment_method'],
};

/** Lists that are there only where an expansion asks for them, by the type of the object they are in. */
const INCLUDABLE: Record<string, readonly string[]> = { 'checkout.session': ['line_items'] };

/** Replaces the ids that `expand` names by objects, at most four levels deep. `find` looks an id up in the caller's store. */
export function expand(body: object, wanted: Tree | undefined, find: (id: string) => object | undefined): Json {
  const json = toJson(body);
  if (wanted === undefined || wanted === null) return json;
  if (!Array.isArray(wanted)) throw invalid('expand', 'Invalid array');
  for (const path of wanted) {
    if (typeof path !== 'string') throw invalid('expand', 'Invalid string: each expanded property must be a string.');
    const keys = path.split('.');
    const depth = isList(json) && keys[0] === 'data' ? keys.length - 1 : keys.length;
    if (depth > 4) throw invalid('expand', `You cannot expand more than 4 levels of a property. Property: ${path}`);
    walk(json, keys, path, find);
  }
  return json;
}

function walk(node: Json, keys: string[], path: string, find: (id: string) => object | undefined): void {
  const [key, ...rest] = keys;
  if (key === undefined || node === null) return;
  if (Array.isArray(node)) {
    for (const item of node) walk(item, keys, path, find);
    return;
  }
  if (typeof node !== 'object') throw cannotExpand(path);
  const value = node[key];
  const kind = String(node.object);
  if (isList(node) && key === 'data') {
    walk(node.data ?? null, rest, path, find);
  } else if (EXPANDABLE[kind]?.includes(key)) {
    if (INCLUDABLE[kind]?.includes(key)) node[key] ??= toJson(find(`${node.id}/${key}`) ?? {});
    else if (typeof value === 'string') node[key] = toJson(find(value) ?? value);
    walk(node[key] ?? null, rest, path, find);
  } else if (rest.length > 0 && value !== undefined && typeof value === 'object') {
    walk(value, rest, path, find);
  } else {
    throw cannotExpand(path, isList(node) ? `data.${path}` : undefined);
  }
}

function cannotExpand(path: string, instead?: string) {
  const hint = instead ? ` You may want to try expanding '${instead}' instead.` : '';
  return refused(`This property cannot be expanded (${path}).${hint}`, { param: 'expand' });
}

function isList(node: Json): node is { [key: string]: Json } {
  return node !== null && typeof node === 'object' && !Array.isArray(node) && node.object === 'list';
}

/** A copy as it will travel; so that no handler's object is changed by an expansion. */
function toJson(value: object | string): Json {
  return JSON.parse(JSON.stringify(value));
}
