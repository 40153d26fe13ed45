/** All that is needed once something fails, and nothing before: what it is, whether to try again, how to tell of it. */
import type { ErrorBody } from '../../worker/contract.ts';
import { forDeveloper, isRecoverable, sentenceOf } from './error-sentences.ts';
import { InlayError, type InlayErrorDetail } from './inlay-error.ts';
import { errorWords } from './messages/error-words.ts';
import type { Session } from './settings.ts';

/** A person waits this many seconds for a second try, not longer. */
const PATIENCE_S = 5;

/** What may follow a refused request. */
export type Remedy = { readonly renewToken: 'expired' | 'rejected' } | { readonly waitMs: number };

/** Decides what could make a refused request succeed; throws what the Worker said when nothing can. */
export async function remedyFor(response: Response, tried: readonly Remedy[]): Promise<Remedy> {
  const error = await refusal(response);
  const renewed = tried.some((remedy) => 'renewToken' in remedy);
  if (response.status === 401 && error.code.startsWith('token_') && !renewed) {
    return { renewToken: error.code === 'token_expired' ? 'expired' : 'rejected' };
  }
  const wait = Number(response.headers.get('Retry-After') ?? Infinity);
  const waited = tried.some((remedy) => 'waitMs' in remedy);
  if ((response.status === 429 || response.status === 503) && wait <= PATIENCE_S && !waited) {
    return { waitMs: wait * 1000 };
  }
  throw error;
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
  return cause instanceof DOMException && cause.name === 'TimeoutError'
    ? new InlayError('timeout', `${where} did not answer in time.`, 'connection_error')
    : new InlayError('offline', `${where} could not be reached.`, 'connection_error');
}

export function notConfigured(message: string): InlayError {
  return new InlayError('not_configured', message, 'configuration_error');
}

/** Names the setting an element cannot do without. */
export function settingMissing(site: unknown, api: unknown): InlayError {
  if (!site) return notConfigured('Set data-site on the script tag, or the attribute site, to the id of your site.');
  if (!api) return notConfigured('Set the attribute api to the origin of your Worker.');
  return notConfigured('Set data-token-url on the script tag, or the attribute token-url, to your token route.');
}

export function tokenRouteFailed(source: unknown, problem: string): InlayError {
  const route = typeof source === 'string' ? `token-url ${source}` : 'fetchToken';
  return new InlayError('token_route_failed', `${route} ${problem}`, 'configuration_error');
}

export function asInlayError(cause: unknown): InlayError {
  return cause instanceof InlayError ? cause : new InlayError('unexpected', String(cause));
}

export function sentence({ code }: InlayError, locale: string): string {
  return errorWords.in(locale)[sentenceOf(code)];
}

/** Tells the developer, in the console, and answers with what the host page is told. */
export async function report(error: InlayError, tag: string, session: Session | undefined, locale: string) {
  await errorWords.load(locale);
  const { type, code, requestId } = error;
  console.error(forDeveloper(error, tag, session));
  const recoverable = isRecoverable(code);
  return { type, code, message: sentence(error, locale), recoverable, requestId } satisfies InlayErrorDetail;
}
