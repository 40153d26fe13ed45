/** What a user has saved: listed for its pages, charged by its backend, removed by the person. */
import { charge } from '../charges.ts';
import { PaymentIntentRequest, type PaymentMethodList, type PaymentMethodRemoved } from '../contract.ts';
import { InlayError } from '../errors.ts';
import type { AppContext } from '../hono.ts';
import { paymentMethodsOf, removeMethod } from '../payment-methods.ts';
import { canonical } from '../rules/charge.ts';
import type { Owner } from '../store/claims.ts';
import { readBody } from '../trust/json-body.ts';
import { wholeNumber } from '../trust/query.ts';

export async function listPaymentMethods(c: AppContext): Promise<Response> {
  const maxAge = wholeNumber(c, 'max_age', { least: 0, most: 60, otherwise: 60 });
  const data = await paymentMethodsOf(c.var.services, c.var.site, ownerOf(c), maxAge * 1000);
  const url = new URL(c.req.url).pathname;
  return c.json({ object: 'list', url, has_more: false, data } satisfies PaymentMethodList);
}

export async function deletePaymentMethod(c: AppContext): Promise<Response> {
  const id = c.req.param('payment_method') ?? '';
  await removeMethod(c.var.services, c.var.site, ownerOf(c), id);
  return c.json({ object: 'payment_method', id, deleted: true } satisfies PaymentMethodRemoved);
}

export async function postPaymentIntent(c: AppContext): Promise<Response> {
  const key = c.req.header('Idempotency-Key') ?? '';
  const {
    user,
    payment_method,
    amount,
    currency,
    description,
    metadata = {},
  } = await readBody(c, PaymentIntentRequest);
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) throw new InlayError('idempotency_key_missing', { param: 'Idempotency-Key' });
  const params = {
    user,
    payment_method,
    amount,
    currency,
    ...(description === undefined ? {} : { description }),
    metadata: canonical(metadata),
  };
  return c.json(await charge(c.var.services, c.var.site, key, params));
}

function ownerOf(c: AppContext): Owner {
  return { site: c.var.site.id, sub: c.var.user.sub };
}
