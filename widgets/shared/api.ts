/** What the widgets ask of the Worker. Together with the token route in `token.ts`, the only place that fetches. */
import type { Account, AccountLink, AccountLinkRequest, Config } from '../../worker/contract.ts';
import type { Remedy } from './errors.ts';
import { page, type Session, type SharedAnswer } from './settings.ts';
import { TIMEOUT_MS, userToken } from './token.ts';

/** Safe to repeat: a link that nobody opens costs nothing, and the account is created once. */
export function createAccountLink(session: Session, body: AccountLinkRequest, signal: AbortSignal) {
  return request<AccountLink>(session, 'account_links', signal, body);
}

/** Public; asked without a token. */
export async function readConfig(session: Session, signal: AbortSignal): Promise<Config> {
  const response = await send(session, 'config', signal, {});
  if (!response.ok) throw await (await import('./errors.ts')).refusal(response);
  return response.json();
}

/**
 * Where the merchant stands. Elements of one page share an answer younger than `maxAge` milliseconds, and all of them
 * hear of a new one.
 */
export function readAccount(session: Session, maxAge: number, signal: AbortSignal): Promise<Account> {
  const held = session.account;
  const shared = held && Date.now() - held.at < maxAge ? held : askAccount(session);
  shared.join(signal);
  return shared.answer;
}

function askAccount(session: Session): SharedAnswer {
  const given = new AbortController();
  const forget = () => {
    if (session.account === shared) session.account = undefined;
  };
  let waiting = 0;
  const shared: SharedAnswer = {
    at: Date.now(),
    answer: request<Account>(session, 'account', given.signal),
    join: (signal) => {
      waiting++;
      signal.addEventListener('abort', () => {
        if (--waiting) return;
        forget();
        given.abort();
      });
    },
  };
  session.account = shared;
  shared.answer.then(() => page.dispatchEvent(new CustomEvent('account', { detail: session })), forget);
  return shared;
}

/** One request; once more with a new token, and once more after a short `Retry-After`. Never a loop. */
async function request<T>(session: Session, path: string, signal: AbortSignal, body?: object): Promise<T> {
  const tried: Remedy[] = [];
  for (let token = await userToken(session); ; ) {
    const response = await send(session, path, signal, { Authorization: `Bearer ${token}` }, body);
    if (response.ok) return response.json();
    const remedy = await (await import('./errors.ts')).remedyFor(response, tried);
    tried.push(remedy);
    if ('waitMs' in remedy) await new Promise((resolve) => setTimeout(resolve, remedy.waitMs));
    else token = await userToken(session, token, remedy.renewToken);
  }
}

async function send(session: Session, path: string, signal: AbortSignal, headers: object, body?: object) {
  signal.throwIfAborted();
  const url = `${session.api}/v1/sites/${encodeURIComponent(session.site)}/${path}`;
  try {
    return await fetch(url, {
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
      headers: { ...headers, ...(body && { 'Content-Type': 'application/json' }) },
      cache: 'no-store',
      credentials: 'omit',
      referrerPolicy: 'strict-origin',
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
    });
  } catch (error) {
    signal.throwIfAborted();
    throw (await import('./errors.ts')).unreachable(error, url);
  }
}
