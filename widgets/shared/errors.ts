/** All that is needed once something fails, and nothing before: what it is, whether to try again, how to tell of it. */
import type { ErrorBody } from '../../worker/contract.ts';
import { send } from './api.ts';
import { forDeveloper, isRecoverable, sentenceOf } from './error-sentences.ts';
import type { InlayElement } from './inlay-element.ts';
import { InlayError, type InlayErrorDetail } from './inlay-error.ts';
import { errorWords } from './messages/error-words.ts';
import type { Session, TokenReason } from './settings.ts';
import { TIMEOUT_MS, userToken } from './token.ts';

/** Public, and answered to a request without headers of ours. */
const CONFIG = 'config';

/** A person waits this many seconds for a second try, not longer. */
const PATIENCE_S = 5;

/** Tries a refused request once more with a new token, and once more after a short `Retry-After`. Never a loop. */
export function secondTry(
  refused: Response,
  session: Session,
  token: Promise<string>,
  ask: (token: Promise<string>) => Promise<Response>,
): Promise<Response> {
  return tryAgain(
    refused,
    () => ask(userToken(session)),
    (reason) => ask(userToken(session, token, reason)),
  );
}

/** The same for a request that needs no token; without `renew` there is none to renew. */
export async function tryAgain(
  refused: Response,
  ask: () => Promise<Response>,
  renew?: (reason: TokenReason) => Promise<Response>,
): Promise<Response> {
  let [response, renewed, waited] = [refused, false, false];
  while (!response.ok) {
    const error = await refusal(response);
    const wait = Number(response.headers.get('Retry-After') ?? Infinity);
    if (renew && response.status === 401 && error.code.startsWith('token_') && !renewed) {
      renewed = true;
      response = await renew(error.code === 'token_expired' ? 'expired' : 'rejected');
    } else if (mayPass(response.status, error) && wait <= PATIENCE_S && !waited) {
      waited = true;
      await new Promise((resolve) => setTimeout(resolve, wait * 1000));
      response = await ask();
    } else {
      throw error;
    }
  }
  return response;
}

function mayPass(status: number, { code }: InlayError): boolean {
  return status === 429 || status === 503 || code === 'checkout_in_progress';
}

export async function refusal(response: Response): Promise<InlayError> {
  const body: Partial<ErrorBody> | null = await response.json().catch(() => null);
  const error = body?.error;
  return error
    ? new InlayError(error.code, error.message, error.type, error.request_id)
    : new InlayError('unexpected', `${response.url} answered ${response.status} without an error body.`);
}

/** What `fetch` rejected with: our time-out, or no connection (a CSP or CORS refusal looks the same to a page). */
export function unreachable(cause: unknown, where: string): InlayError {
  return isTimeout(cause)
    ? new InlayError('timeout', `${where} did not answer in time.`, 'connection_error')
    : new InlayError('offline', `${where} could not be reached.`, 'connection_error');
}

/**
 * A page whose origin is not on the site's list, or whose site does not exist, gets no preflight, and so no answer it could
 * read. `config` needs none, and its refusal may be read by any page.
 */
export async function whyUnreachable(cause: unknown, session: Session, path: string): Promise<InlayError> {
  if (path !== CONFIG && !isTimeout(cause) && navigator.onLine) {
    const answer = await send(session, CONFIG, AbortSignal.timeout(TIMEOUT_MS)).catch(() => null);
    if (answer?.status === 403 || answer?.status === 404) return refusal(answer);
  }
  return unreachable(cause, session.api);
}

function isTimeout(cause: unknown): boolean {
  return cause instanceof DOMException && cause.name === 'TimeoutError';
}

export function notConfigured(message: string): InlayError {
  return new InlayError('not_configured', message, 'configuration_error');
}

/** Names the setting an element cannot do without. */
export function settingMissing(site: unknown, api: unknown): InlayError {
  if (!site)
    return notConfigured(
      'Set data-site on the script tag, site in init(), or the attribute site, to the id of your site.',
    );
  if (!api) return notConfigured('Set api in init(), or the attribute api, to the origin of your Worker.');
  return notConfigured(
    'Set data-token-url on the script tag, tokenUrl in init(), or the attribute token-url, to your token route.',
  );
}

export function tokenRouteFailed(source: unknown, problem: unknown): InlayError {
  const route = typeof source === 'string' ? `token-url ${source}` : 'fetchToken';
  if (isTimeout(problem) || !navigator.onLine) return unreachable(problem, route);
  if (origin === 'null') return notConfigured('Add allow-same-origin to the sandbox of the frame around this page.');
  const message = problem
    ? `${route} failed: ${problem}.`
    : `${route} must answer with a JSON Web Token, as { "token": "…" } or as plain text.`;
  return new InlayError('token_route_failed', message, 'configuration_error');
}

export function asInlayError(cause: unknown): InlayError {
  return cause instanceof InlayError ? cause : new InlayError('unexpected', String(cause));
}

/** What the person is told; null is what cannot be told of. */
export function sentence(error: InlayError | null, host: InlayElement): string {
  return errorWords.of(host)(error ? sentenceOf(error.code) : 'retry');
}

/** Tells the developer, in the console, and answers with what the host page is told. */
export function report(error: InlayError, host: InlayElement, session: Session | undefined): InlayErrorDetail {
  const { type, code, requestId } = error;
  console.error(forDeveloper(error, host.localName, session));
  return { type, code, message: sentence(error, host), recoverable: isRecoverable(code), requestId };
}
