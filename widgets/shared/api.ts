/** What the widgets ask of the Worker and of the host site's token route: the only place that fetches. */
import type { Account, AccountLink, AccountLinkRequest } from '../../worker/contract.ts';
import type { Session, SharedAnswer } from './settings.ts';
import { errors, TIMEOUT_MS, userToken } from './token.ts';

/** Safe to repeat: a link that nobody opens costs nothing, and the account is created once. */
export function createAccountLink(
  session: Session,
  body: AccountLinkRequest,
  signal: AbortSignal,
): Promise<AccountLink> {
  return request(session, 'account_links', signal, body);
}

/**
 * Where the merchant stands. Elements of one page share an answer younger than `maxAge` milliseconds.
 */
export function readAccount(session: Session, maxAge: number, signal: AbortSignal): Promise<Account> {
  const held = session.account;
  const shared = held && Date.now() - held.at < maxAge ? held : askAccount(session);
  shared.waiting++;
  signal.addEventListener('abort', () => {
    if (--shared.waiting) return;
    shared.at = 0;
    shared.given.abort();
  });
  return shared.answer;
}

function askAccount(session: Session): SharedAnswer {
  const given = new AbortController();
  const answer = request<Account>(session, 'account', given.signal);
  const shared = { answer, given, at: Date.now(), waiting: 0 };
  session.account = shared;
  answer.catch(() => {
    shared.at = 0;
  });
  return shared;
}

/** What any route of this user's answers. A `body` makes it a POST. */
export async function request<T>(
  session: Session,
  path: string,
  signal: AbortSignal,
  body?: object,
  method?: 'DELETE',
): Promise<T> {
  const ask = async (token: Promise<string>) =>
    send(session, path, signal, body, { Authorization: `Bearer ${await token}` }, method);
  const token = userToken(session);
  let response = await ask(token);
  if (!response.ok) response = await (await errors()).secondTry(response, session, token, ask);
  return response.json();
}

export async function send(
  session: Session,
  path: string,
  signal: AbortSignal,
  body?: object,
  headers?: object,
  method?: string,
) {
  signal.throwIfAborted();
  try {
    return await fetch(new URL(`/v1/sites/${encodeURIComponent(session.site)}/${path}`, session.api), {
      method: method ?? (body ? 'POST' : 'GET'),
      ...(body && { body: JSON.stringify(body) }),
      headers: { ...headers, ...(body && { 'Content-Type': 'application/json' }) },
      credentials: 'omit',
      referrerPolicy: 'strict-origin',
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
    });
  } catch (error) {
    signal.throwIfAborted();
    throw await (await errors()).whyUnreachable(error, session, path);
  }
}

/** Answers `{ "token": "…" }`, or the bare token. */
export async function askTokenRoute(url: string, signal: AbortSignal): Promise<string> {
  const response = await fetch(url, { method: 'POST', credentials: 'same-origin', signal });
  const text = await response.text();
  if (!response.ok) throw response.status;
  return text[0] === '{' ? JSON.parse(text).token : text.trim();
}
