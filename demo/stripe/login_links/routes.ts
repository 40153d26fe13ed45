import type Stripe from 'stripe';
import { reach } from '../accounts/routes.ts';
import { type ApiEndpoint, endpoint } from '../api/endpoint.ts';
import { refused } from '../api/errors.ts';
import { object } from '../api/params.ts';
import { newId } from '../world.ts';

export const loginLinkEndpoints: ApiEndpoint[] = [
  endpoint('POST', '/v1/accounts/:id/login_links', object({}), (call): Stripe.LoginLink => {
    const { world } = call;
    const account = reach(call);
    if (account.controller.stripe_dashboard.type !== 'express') {
      throw refused('Login links can only be created for accounts that have access to the Express Dashboard.');
    }
    if (!account.submitted) {
      throw refused('Cannot create a login link for an account that has not completed onboarding.');
    }
    const token = newId('', 12);
    world.loginLinks.set(token, account.id);
    return { object: 'login_link', created: world.now(), url: `${world.origin}/express/${account.id}/${token}` };
  }),
];
