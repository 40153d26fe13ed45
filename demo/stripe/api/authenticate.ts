import type { Store, World } from '../world.ts';
import { ApiError, mask, noAccess } from './errors.ts';

export interface Caller {
  key: string;
  /** A publishable key: somebody's browser, which may do only what a client secret allows. */
  publishable: boolean;
  livemode: boolean;
  /** The account the key belongs to. */
  own: Store;
  /** The account acted on: the key's own, or the connected account that `Stripe-Account` names. */
  store: Store;
}

/**
 * Any well-formed key is good. What follows `sk_test_`, up to the next underscore, names its account: `sk_test_demo`,
 * `sk_test_demo_2` and `pk_test_demo` all belong to `acct_demo`, so that keys can be rolled.
 */
export function authenticate(world: World, headers: Headers, publishableToo: boolean): Caller {
  const key = keyOf(headers.get('authorization'));
  if (!key) {
    throw unauthorized(
      "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY'). See https://stripe.com/docs/api#authentication for details, or we can help at https://support.stripe.com/.",
    );
  }
  const parts = /^(sk|rk|pk)_(test|live)_([A-Za-z0-9]+)(?:_\w+)?$/.exec(key);
  if (!parts?.[3]) throw unauthorized(`Invalid API Key provided: ${mask(key)}`);
  if (world.revokedKeys.has(key)) throw unauthorized(`Expired API Key provided: ${mask(key)}`, 'api_key_expired');
  const publishable = parts[1] === 'pk';
  if (publishable && !publishableToo) {
    throw new ApiError(403, {
      code: 'secret_key_required',
      message:
        'This API call cannot be made with a publishable API key. Please use a secret API key. You can find a list of your API keys at https://dashboard.stripe.com/account/apikeys.',
    });
  }
  const livemode = parts[2] === 'live';
  const own = world.store(`acct_${parts[3]}`, livemode);
  return { key, publishable, livemode, own, store: actingOn(world, own, key, headers.get('stripe-account')) };
}

function actingOn(world: World, own: Store, key: string, account: string | null): Store {
  if (!account || account === own.account) return own;
  if (!own.accounts.get(account)?.access) throw noAccess(key, account);
  return world.store(account, own.livemode, own.account);
}

function keyOf(authorization: string | null): string | undefined {
  const [scheme = '', credentials = ''] = (authorization ?? '').trim().split(/\s+/);
  if (/^bearer$/i.test(scheme)) return credentials;
  if (!/^basic$/i.test(scheme)) return undefined;
  try {
    return atob(credentials).split(':')[0];
  } catch {
    return undefined;
  }
}

function unauthorized(message: string, code?: string): ApiError {
  return new ApiError(401, { message, ...(code && { code }) }, { saved: false });
}
