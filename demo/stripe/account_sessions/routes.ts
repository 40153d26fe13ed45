import type Stripe from 'stripe';
import { reach } from '../accounts/routes.ts';
import { type ApiEndpoint, endpoint } from '../api/endpoint.ts';
import { invalid } from '../api/errors.ts';
import { boolean, object, optional, text } from '../api/params.ts';
import { newId } from '../world.ts';
import { components, FEATURES } from './components.ts';

/** Stripe publishes no figure; its fixtures and ours use a quarter of an hour. */
const SESSION_LIVES = 15 * 60;

const asked = Object.entries(FEATURES).map(([name, features]) => {
  const known = Object.keys(features).map((feature) => [feature, optional(boolean)]);
  return [name, optional(object({ enabled: boolean, features: optional(object(Object.fromEntries(known))) }))] as const;
});

export const accountSessionEndpoints: ApiEndpoint[] = [
  endpoint(
    'POST',
    '/v1/account_sessions',
    object({ account: text, components: object(Object.fromEntries(asked)) }),
    (call, params): Stripe.AccountSession => {
      const { world, store } = call;
      const account = reach(call, params.account);
      const all = components(params.components);
      if (!Object.values(all).some((component) => component.enabled)) {
        throw invalid('components', 'You must enable at least one component in an Account Session.');
      }
      if (
        all.account_onboarding.features.disable_stripe_user_authentication &&
        account.controller.requirement_collection !== 'application'
      ) {
        throw invalid(
          'components[account_onboarding][features][disable_stripe_user_authentication]',
          'disable_stripe_user_authentication can only be true for accounts where controller.requirement_collection is application.',
        );
      }
      store.accounts.set(account.id, { ...account, handedOver: true });
      return {
        object: 'account_session',
        account: account.id,
        client_secret: newId('accs_secret__', 40),
        components: all,
        expires_at: world.now() + SESSION_LIVES,
        livemode: store.livemode,
      };
    },
  ),
];
