/** What the dialog in `/js/stripe.js` talks to. Form bodies, so that a browser need not ask beforehand. */
import type { Hono } from 'hono';
import { cors } from 'hono/cors';
import { platformAccount } from '../accounts/platform.ts';
import { field } from '../api/browser_call.ts';
import { ApiError } from '../api/errors.ts';
import type { Env } from '../api/respond.ts';
import { newId, type World } from '../world.ts';
import type { Permission } from './account.ts';
import { authorizationPages } from './authorize_page.ts';
import { browserSession } from './browser_session.ts';
import { chosenFor } from './choice.ts';
import { type DialogCall, dialogCall } from './dialog_call.ts';
import type { Institution, OfferedAccount } from './institution.ts';
import { INSTITUTIONS, institutionNamed } from './institutions.ts';
import { completeSession } from './link.ts';
import { logIn } from './log_in.ts';
import { manualAccount } from './manual_entry.ts';
import { onOffer } from './session.ts';
import { bankToken } from './token.ts';

export function dialogRoutes(app: Hono<Env>, world: World): void {
  app.use('/bank/*', cors());
  app.post(
    '/bank/session',
    dialogCall(world, ({ store, session }) => ({
      session: browserSession(store, session, world.now()),
      business: platformAccount(store).settings?.dashboard.display_name ?? 'This site',
      limit: session.limit,
      manual_entry: session.manualEntry === 'automatic',
      authorization: newAuthorization(world, session.id),
      // All of Stripe's test institutions are American.
      institutions: (session.country === null || session.country === 'US' ? INSTITUTIONS : []).map(
        ({ name, access, outage }) => ({
          name,
          access,
          outage,
        }),
      ),
    })),
  );
  app.post(
    '/bank/log-in',
    dialogCall(world, ({ session, fields }) => {
      const institution = institutionOf(field(fields, 'institution'));
      const entered =
        institution.access === 'password'
          ? logIn(field(fields, 'username'), field(fields, 'password'), field(fields, 'answer'))
          : ({ result: 'in' } as const);
      if (entered.result !== 'in') return entered;
      if (institution.access === 'oauth') requireAuthorized(world, session.id, institution, fields.authorization);
      return { result: 'in', accounts: onOffer(session, institution).map(shown) };
    }),
  );
  app.post(
    '/bank/authorization',
    dialogCall(world, ({ session, fields }) => {
      const authorization = world.authorizations.get(field(fields, 'authorization'));
      if (authorization?.session !== session.id) throw new ApiError(404, { message: 'No such authorization.' });
      const { status } = authorization;
      // What was decided stays so: the next bank is asked under another name, and the same one a second time.
      return status === 'waiting' ? { status } : { status, next: newAuthorization(world, session.id) };
    }),
  );
  app.post(
    '/bank/link',
    dialogCall(world, (call) => {
      const names = Object.values(call.fields.accounts ?? {}).map(String);
      const chosen = chosenFor(call.session, field(call.fields, 'institution'), names);
      if ('refused' in chosen) throw new ApiError(400, { message: chosen.refused, param: 'accounts' });
      if (names.length === 0) throw new ApiError(400, { message: 'Choose at least one account.', param: 'accounts' });
      if (chosen.institution.access === 'oauth')
        requireAuthorized(world, call.session.id, chosen.institution, call.fields.authorization);
      return complete(call, chosen.institution, chosen.accounts);
    }),
  );
  app.post(
    '/bank/manual',
    dialogCall(world, (call) => {
      const { session, fields } = call;
      if (session.manualEntry !== 'automatic') throw new ApiError(400, { message: 'Manual entry is not offered.' });
      const entered = manualAccount(field(fields, 'routing_number'), field(fields, 'account_number'));
      if ('problem' in entered) throw new ApiError(400, { message: entered.problem, param: entered.param });
      // Numbers alone can be debited and tell nothing.
      const granted = session.permissions.filter((permission) => permission === 'payment_method');
      return complete(call, entered.institution, [entered.account], granted);
    }),
  );
  authorizationPages(app, world);
}

function complete(
  { world, store, session, fields }: DialogCall,
  institution: Institution,
  accounts: OfferedAccount[],
  granted: readonly Permission[] = session.permissions,
) {
  const completed = completeSession(world, store, session, institution, accounts, { granted });
  return {
    session: browserSession(store, completed, world.now()),
    ...(field(fields, 'token') === 'true' && { token: bankToken(accounts, institution, store.livemode, world.now()) }),
  };
}

function newAuthorization(world: World, session: string): string {
  const id = newId('', 32);
  world.authorizations.set(id, { session, institution: null, status: 'waiting' });
  return id;
}

function requireAuthorized(world: World, session: string, institution: Institution, id: unknown): void {
  const found = typeof id === 'string' ? world.authorizations.get(id) : undefined;
  const given = found?.session === session && found.institution === institution.name && found.status === 'authorized';
  if (!given) throw new ApiError(403, { message: `${institution.name} has not authorized this.` });
}

function institutionOf(name: string): Institution {
  const found = institutionNamed(name);
  if (!found) throw new ApiError(400, { message: `No such institution: '${name}'`, param: 'institution' });
  if (found.outage) throw new ApiError(400, { message: `${name} is unavailable.`, code: 'institution_unavailable' });
  return found;
}

function shown({ name, last4, subcategory, currency }: OfferedAccount) {
  return { name, last4, subcategory, currency };
}
