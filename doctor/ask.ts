/** What the doctor asks over the network, in a page or from a terminal: the only place of its that fetches. */
import { hashesIn, isCheckup, isRefusal } from './answers.ts';
import { jsonOf, textOf } from './body.ts';
import type { CheckupFacts, ScriptFacts, TokenFacts, WorkerFacts } from './facts.ts';
import { claimsOf, tokenIn } from './token-claims.ts';

const TIMEOUT_MS = 15_000;

/** What only whoever asks can say: cookies, an `Origin`, and whether it still wants to know. */
export type Manner = Pick<RequestInit, 'headers' | 'credentials' | 'signal'>;

function ask(address: string | URL, how: RequestInit): Promise<Response> {
  const signals = [AbortSignal.timeout(TIMEOUT_MS), ...(how.signal ? [how.signal] : [])];
  return fetch(address, { cache: 'no-store', ...how, signal: AbortSignal.any(signals) });
}

export interface Given {
  /** Never shown, and sent to nobody but the Worker. */
  readonly token: string | null;
  readonly facts: TokenFacts;
  /** When the route answered: by its own clock, and by this one, in milliseconds. */
  readonly clock: { readonly there: number; readonly here: number } | null;
}

/** @param url of the token route */
export async function askForToken(url: string, manner: Manner): Promise<Given> {
  try {
    const response = await ask(url, { method: 'POST', ...manner });
    const redirected = response.redirected ? withoutQuery(response.url) : null;
    if (!response.ok) return nothing({ came: 'status', status: response.status, redirected });
    const { headers } = response;
    const token = tokenIn(await textOf(response));
    if (token === null) return nothing({ came: 'text', type: headers.get('Content-Type'), redirected });
    const there = headers.has('Age') ? Number.NaN : Date.parse(headers.get('Date') ?? '');
    return { ...given(token, redirected), clock: there ? { there, here: Date.now() } : null };
  } catch (error) {
    return nothing({ came: 'nothing', reason: reasonOf(error) });
  }
}

/** What a function of the page's gave. */
export function given(text: string, redirected: string | null = null): Given {
  const token = tokenIn(text);
  if (token === null) return nothing({ came: 'text', type: null, redirected });
  return { token, clock: null, facts: { came: 'token', claims: claimsOf(token), skew: null, redirected } };
}

export function nothing(facts: TokenFacts): Given {
  return { token: null, facts, clock: null };
}

export interface Asked {
  readonly checkup: CheckupFacts;
  readonly token: TokenFacts;
}

/** Without the token first: only that answer may be read by a page whose origin is not on the list. */
export async function askForCheckup(
  api: string,
  site: string,
  { token, facts, clock }: Given,
  manner: Manner,
): Promise<Asked> {
  const url = new URL(`/v1/sites/${encodeURIComponent(site)}/checkup`, api);
  const first = await checkupAt(url, site, manner);
  if (first.came !== 'answer' || token === null) return { checkup: first, token: facts };
  const headers = { ...manner.headers, Authorization: `Bearer ${token}` };
  const checkup = await checkupAt(url, site, { ...manner, headers });
  if (checkup.came !== 'answer' || clock === null || facts.came !== 'token') return { checkup, token: facts };
  const since = Date.now() - clock.here;
  const skew = Math.round((clock.there + since) / 1000 - checkup.checkup.now);
  return { checkup, token: { ...facts, skew } };
}

async function checkupAt(url: URL, site: string, manner: Manner): Promise<CheckupFacts> {
  try {
    const response = await ask(url, { method: 'POST', ...manner });
    const body = await jsonOf(response);
    const { status } = response;
    if (isRefusal(body)) return { came: 'refusal', status, code: body.error.code, message: body.error.message };
    return isCheckup(body, site) ? { came: 'answer', checkup: body } : { came: 'stranger', status };
  } catch (error) {
    return { came: 'nothing', reason: reasonOf(error) };
  }
}

/** The hashes that the Worker publishes of its files. */
export async function askForIntegrity(api: string): Promise<WorkerFacts['integrity']> {
  try {
    const response = await ask(new URL('/integrity.json', api), {});
    return response.ok ? hashesIn(await jsonOf(response)) : null;
  } catch {
    return null;
  }
}

/** What a browser would meet that loads it. */
export async function askForScript(src: string, manner: Manner): Promise<ScriptFacts> {
  try {
    const { body, status, headers } = await ask(src, manner);
    await body?.cancel();
    return { came: 'answer', status, type: headers.get('Content-Type') };
  } catch (error) {
    return { came: 'nothing', reason: reasonOf(error) };
  }
}

/** What Stripe would meet, but for the signature. No page may read the answer. */
export async function tryWebhook(api: string): Promise<WorkerFacts['webhook']> {
  try {
    const response = await ask(new URL('/v1/webhooks/stripe', api), { method: 'POST', body: '{}', redirect: 'manual' });
    const body = await jsonOf(response);
    return { came: 'answer', status: response.status, code: isRefusal(body) ? body.error.code : null };
  } catch (error) {
    return { came: 'nothing', reason: reasonOf(error) };
  }
}

export function withoutQuery(address: string): string {
  const { origin, pathname } = new URL(address);
  return `${origin}${pathname}`;
}

/** In few words, and without an address. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : null;
  return error.name === 'TimeoutError' ? 'it did not answer in time' : String(code ?? error.message);
}
