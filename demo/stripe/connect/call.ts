/** A request of a component: with the publishable key, and the client secret of an Account Session that enables it. */
import type { ComponentName } from '../account_sessions/components.ts';
import type { AccountSession } from '../account_sessions/session.ts';
import type { ConnectedAccount } from '../accounts/account.ts';
import { field, ownerOfKey } from '../api/browser_call.ts';
import { ApiError, noAccess } from '../api/errors.ts';
import type { Fields } from '../api/form.ts';
import type { Store, World } from '../world.ts';

export interface SessionCall {
  world: World;
  platform: Store;
  session: AccountSession;
  fields: Fields;
}

export interface PanelCall extends SessionCall {
  /** That of the session's account. */
  store: Store;
  account: ConnectedAccount;
  features: ReadonlyMap<string, boolean>;
}

/** Tells the script in the page to ask its site for another session. */
export const EXPIRED = 'account_session_expired';

export function sessionCall(world: World, fields: Fields): SessionCall {
  const platform = ownerOfKey(world, field(fields, 'key'));
  const session = world.accountSessions.get(field(fields, 'client_secret'));
  if (session?.platform !== platform.account || session.livemode !== platform.livemode) {
    throw new ApiError(401, {
      message: 'No such Account Session: its client secret and your publishable key do not go together.',
    });
  }
  if (session.expiresAt <= world.now()) {
    throw new ApiError(401, { code: EXPIRED, message: 'This Account Session has expired. Create a new one.' });
  }
  return { world, platform, session, fields };
}

export function panelCall(world: World, fields: Fields, component: ComponentName): PanelCall {
  const call = sessionCall(world, fields);
  const { platform, session } = call;
  const { enabled, features } = session.components[component];
  if (!enabled) {
    throw new ApiError(400, {
      message: `The component ${component} is not enabled in this Account Session. Pass components[${component}][enabled]=true when you create it.`,
    });
  }
  const account = platform.accounts.get(session.account);
  if (!account?.access) throw noAccess(field(fields, 'key'), session.account);
  return {
    ...call,
    store: world.store(account.id, platform.livemode, platform.account),
    account,
    features: new Map<string, boolean>(Object.entries(features)),
  };
}
