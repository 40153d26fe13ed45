/** A request of the dialog: no account's secret key, but a publishable key and the client secret of one session. */
import type { Context } from 'hono';
import { browserCall, field, ownerOfKey } from '../api/browser_call.ts';
import { ApiError } from '../api/errors.ts';
import type { Fields } from '../api/form.ts';
import type { Env } from '../api/respond.ts';
import type { Store, World } from '../world.ts';
import { type BankSession, usable } from './session.ts';

export interface DialogCall {
  world: World;
  store: Store;
  session: BankSession;
  fields: Fields;
}

export function dialogCall(world: World, answer: (call: DialogCall, c: Context<Env>) => object) {
  return browserCall((fields) => ({ world, ...opened(world, fields), fields }), answer);
}

function opened(world: World, fields: Fields): { store: Store; session: BankSession } {
  const own = ownerOfKey(world, field(fields, 'key'));
  const store = actedOn(world, own, field(fields, 'stripe_account'));
  const secret = field(fields, 'client_secret');
  const sessions = Array.from(store?.bankSessions.values() ?? []);
  const session = sessions.find((candidate) => candidate.clientSecret === secret);
  if (!store || !session) {
    throw new ApiError(400, {
      code: 'resource_missing',
      message: 'No such Financial Connections session: its client secret and your publishable key do not go together.',
      param: 'client_secret',
    });
  }
  const state = usable(session, world.now());
  if (state === 'usable') return { store, session };
  throw new ApiError(400, {
    message: `This Financial Connections session ${state === 'expired' ? 'has expired' : 'was completed before'}. Create a new one.`,
    param: 'client_secret',
  });
}

/** The key's own account, or one connected to it: what `stripeAccount` is in the browser. */
function actedOn(world: World, own: Store, account: string): Store | null {
  if (account === '' || account === own.account) return own;
  return own.accounts.get(account)?.access ? world.store(account, own.livemode, own.account) : null;
}
