/** The controls of the Stripe stand-in (`/_test/…`, DESIGN.md "Demo"), and what the Worker says of a person's account. */
import * as v from 'valibot';
import { Account, BankAccountList, ErrorBody, PaymentMethodList, SetupTerms } from '../../../worker/contract.ts';
import { standInKeys } from '../../stripe-side.ts';
import type { Person } from '../people.ts';
import type { SiteSettings } from '../settings.ts';
import { signUserToken } from '../token.ts';

/** Something a tester can act on, shown as it is. */
export class QaError extends Error {}

export async function control(
  standIn: string,
  name: string,
  body?: object,
  method: 'POST' | 'DELETE' = 'POST',
): Promise<void> {
  const response = await fetch(`${standIn}/_test/${name}`, {
    method,
    ...(body === undefined ? {} : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new QaError(`The stand-in refused: ${await response.text()}`);
}

const Requests = v.array(v.object({ method: v.string(), path: v.string(), body: v.unknown() }));

/** What was asked of the stand-in, newest first. */
export async function recentRequests(standIn: string): Promise<v.InferOutput<typeof Requests>> {
  const response = await fetch(`${standIn}/_test/requests`);
  return v.parse(Requests, await response.json());
}

/** The person's connected account; made first, as a click on the button would, when there is none. */
export async function accountOf(settings: SiteSettings, person: Person): Promise<string> {
  const { id } = v.parse(Account, await askWorker(settings, person, 'account'));
  if (id !== null) return id;
  await askWorker(settings, person, 'account_links', { return_url: settings.origin });
  const made = v.parse(Account, await askWorker(settings, person, 'account'));
  if (made.id === null) throw new QaError('The Worker made a link but no account.');
  return made.id;
}

/** What the person has linked and not disconnected. */
export async function bankAccountsOf(
  settings: SiteSettings,
  person: Person,
): Promise<v.InferOutput<typeof BankAccountList>['data']> {
  const list = v.parse(BankAccountList, await askWorker(settings, person, 'financial_connections/accounts?max_age=0'));
  return list.data.filter(({ status }) => status !== 'disconnected');
}

const Begun = v.object({ id: v.string() });

/** As the person would in Stripe's dialog; whoever has linked some keeps those. */
export async function linkBankAccounts(
  settings: SiteSettings,
  standIn: string,
  person: Person,
  accounts: readonly string[],
): Promise<void> {
  if ((await bankAccountsOf(settings, person)).length > 0) return;
  const { id } = v.parse(Begun, await askWorker(settings, person, 'financial_connections/sessions', {}));
  await control(standIn, 'bank/link', { session: id, accounts });
  await askWorker(settings, person, `financial_connections/sessions/${id}/sync`, {});
}

/** As the person would in Cash App, having read the terms; whoever has one saved keeps it. */
export async function saveCashApp(settings: SiteSettings, standIn: string, person: Person): Promise<void> {
  if ((await savedMethodsOf(settings, person)).length > 0) return;
  const { version } = v.parse(SetupTerms, await askWorker(settings, person, 'setup_intents'));
  const { id } = v.parse(Begun, await askWorker(settings, person, 'setup_intents', { accepted_terms: version }));
  await control(standIn, `cashapp/${id}`, { do: 'approve' });
  await askWorker(settings, person, `setup_intents/${id}/sync`, {});
}

/** What the person has saved, newest first. */
export async function savedMethodsOf(
  settings: SiteSettings,
  person: Person,
): Promise<v.InferOutput<typeof PaymentMethodList>['data']> {
  return v.parse(PaymentMethodList, await askWorker(settings, person, 'payment_methods?max_age=0')).data;
}

/** The SetupIntent that a browser confirmed last. */
export async function openAttempt(standIn: string): Promise<string> {
  for (const { path } of await recentRequests(standIn)) {
    const [, attempt] = /^\/v1\/setup_intents\/(seti_\w+)\/confirm$/.exec(path) ?? [];
    if (attempt !== undefined) return attempt;
  }
  throw new QaError('Nobody has begun to save Cash App Pay yet.');
}

const Sessions = v.object({ data: v.array(v.object({ id: v.string() })) });

/** The newest Checkout Session of a connected account. */
export async function newestSession(standIn: string, account: string): Promise<string> {
  const response = await fetch(`${standIn}/v1/checkout/sessions?limit=1`, {
    headers: { Authorization: `Bearer ${standInKeys.secretKey}`, 'Stripe-Account': account },
  });
  const [newest] = v.parse(Sessions, await response.json()).data;
  if (newest === undefined) throw new QaError('Nobody has begun to buy anything yet.');
  return newest.id;
}

/** As the person's browser would ask. */
async function askWorker(settings: SiteSettings, person: Person, route: string, body?: object): Promise<unknown> {
  const response = await fetch(`${settings.worker}/v1/sites/${settings.site}/${route}`, {
    headers: {
      Authorization: `Bearer ${await signUserToken(settings, person)}`,
      Origin: settings.origin,
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    },
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
  });
  const answer: unknown = await response.json();
  if (response.ok) return answer;
  const refusal = v.safeParse(ErrorBody, answer);
  throw new QaError(`The Worker refused: ${refusal.success ? refusal.output.error.message : response.status}`);
}
