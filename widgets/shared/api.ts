/** What the widgets ask of the Worker and of the host site's token route: the only place that asks either. */
import type { Session } from './settings.ts';
import { errors, TIMEOUT_MS, userToken } from './token.ts';

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
  try {
    return await fetch(new URL(`/v1/sites/${encodeURIComponent(session.site)}/${path}`, session.api), {
      method: method ?? (body ? 'POST' : 'GET'),
      body: body ? JSON.stringify(body) : null,
      headers: headers ? { 'Content-Type': 'application/json', ...headers } : {},
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
