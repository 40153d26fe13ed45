import type Stripe from 'stripe';
import type { ConnectedAccount } from '../accounts/account.ts';
import { reach } from '../accounts/routes.ts';
import { type ApiEndpoint, endpoint } from '../api/endpoint.ts';
import { invalid } from '../api/errors.ts';
import { boolean, object, optional, text } from '../api/params.ts';
import { newId } from '../world.ts';
import { type Components, components, FEATURES } from './components.ts';
import { SESSION_LIVES } from './session.ts';

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
      const all = components(params.components, account);
      if (!Object.values(all).some((component) => component.enabled)) {
        throw invalid('components', 'You must enable at least one component in an Account Session.');
      }
      requireStripesCheck(account, all);
      store.accounts.set(account.id, { ...account, handedOver: true });
      const secret = newId('accs_secret__', 40);
      const expiresAt = world.now() + SESSION_LIVES;
      const { livemode } = store;
      world.accountSessions.set(secret, {
        secret,
        account: account.id,
        platform: store.account,
        livemode,
        components: all,
        expiresAt,
      });
      return {
        object: 'account_session',
        account: account.id,
        client_secret: secret,
        components: all,
        expires_at: expiresAt,
        livemode,
      };
    },
  ),
];

/** Only a platform that collects requirements itself may do without Stripe's own check of who is there. */
function requireStripesCheck({ controller }: ConnectedAccount, all: Components): void {
  if (controller.requirement_collection === 'application') return;
  for (const [name, { features }] of Object.entries(all)) {
    const set = new Map<string, boolean>(Object.entries(features));
    for (const [feature, forbidden] of [
      ['external_account_collection', false],
      ['disable_stripe_user_authentication', true],
    ] as const) {
      if (set.get(feature) !== forbidden) continue;
      throw invalid(
        `components[${name}][features][${feature}]`,
        `${feature} can only be ${forbidden} for accounts where controller.requirement_collection is application.`,
      );
    }
  }
}
