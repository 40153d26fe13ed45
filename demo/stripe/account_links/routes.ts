import type Stripe from 'stripe';
import { reach } from '../accounts/routes.ts';
import { type ApiEndpoint, endpoint } from '../api/endpoint.ts';
import { invalid } from '../api/errors.ts';
import { object, oneOf, optional, text, url } from '../api/params.ts';
import { newLink } from './links.ts';

const collection = oneOf('currently_due', 'eventually_due');

export const accountLinkEndpoints: ApiEndpoint[] = [
  endpoint(
    'POST',
    '/v1/account_links',
    object({
      account: text,
      type: oneOf('account_onboarding', 'account_update'),
      refresh_url: url,
      return_url: url,
      collect: optional(collection),
      collection_options: optional(
        object({ fields: optional(collection), future_requirements: optional(oneOf('include', 'omit')) }),
      ),
    }),
    (call, params): Stripe.AccountLink => {
      const { world, store } = call;
      const account = reach(call, params.account);
      for (const name of ['refresh_url', 'return_url'] as const) {
        if (call.livemode && !params[name].startsWith('https://')) {
          throw invalid(name, 'Livemode requests must always be redirected via HTTPS.', 'url_invalid');
        }
      }
      if (params.type === 'account_update' && account.controller.requirement_collection !== 'application') {
        throw invalid(
          'type',
          'You cannot create account_update Account Links for accounts where Stripe collects the requirements, such as those with access to a Stripe-hosted Dashboard. Use account_onboarding instead.',
        );
      }
      store.accounts.set(account.id, { ...account, handedOver: true });
      const { expiresAt, url } = newLink(world, {
        account: account.id,
        platform: store.account,
        livemode: store.livemode,
        refreshUrl: params.refresh_url,
        returnUrl: params.return_url,
      });
      return { object: 'account_link', created: world.now(), expires_at: expiresAt, url };
    },
  ),
];
