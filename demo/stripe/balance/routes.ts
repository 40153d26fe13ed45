import type Stripe from 'stripe';
import { type ApiEndpoint, endpoint } from '../api/endpoint.ts';
import { object } from '../api/params.ts';
import { balanceOf } from './balance.ts';

export const balanceEndpoints: ApiEndpoint[] = [
  endpoint('GET', '/v1/balance', object({}), ({ world, store }): Stripe.Balance => balanceOf(world, store)),
];
