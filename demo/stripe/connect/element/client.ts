/** What a component asks of the stand-in: with the publishable key and the client secret of an Account Session. */

/** Stripe's own words for what keeps a component from loading. */
export type EmbeddedErrorType =
  | 'account_session_create_error'
  | 'api_connection_error'
  | 'api_error'
  | 'authentication_error'
  | 'invalid_request_error'
  | 'rate_limit_error'
  | 'render_error';

export interface EmbeddedError {
  readonly type: EmbeddedErrorType;
  readonly message: string;
  readonly code?: string;
}

export type Answer<T> = { ok: T } | { error: EmbeddedError };

export interface Client {
  ask<T>(path: string, fields?: Readonly<Record<string, string>>): Promise<Answer<T>>;
  /** Ends the session, and asks for no other. */
  end(fields: Readonly<Record<string, string>>): Promise<void>;
  isEnded(): boolean;
}

export interface Session {
  readonly origin: string;
  readonly key: string;
  fetchClientSecret(): unknown;
  /** A secret that was asked for before this script was there. */
  readonly eager: Promise<unknown> | null;
}

/** A component that hears nothing for so long says so. */
const TIMEOUT_MS = 30_000;
const EXPIRED = 'account_session_expired';
const REFUSED: EmbeddedError = {
  type: 'account_session_create_error',
  message: 'No account session could be created.',
};
const ENDED: EmbeddedError = { type: 'authentication_error', message: 'You are logged out.' };

export function createClient({ origin, key, fetchClientSecret, eager }: Session): Client {
  let ended = false;
  /** Shared by all components, so that one secret does for all of them. */
  let secret: Promise<string> | null = eager?.then(secretFrom) ?? null;
  secret?.catch(() => {
    secret = null;
  });

  function current(): Promise<string> {
    if (secret) return secret;
    const asked = Promise.resolve().then(fetchClientSecret).then(secretFrom);
    secret = asked;
    asked.catch(() => {
      if (secret === asked) secret = null;
    });
    return asked;
  }

  async function post<T>(path: string, client_secret: string, fields: Readonly<Record<string, string>>) {
    const body = new URLSearchParams({ key, client_secret, ...fields });
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    let response: Response;
    try {
      response = await fetch(`${origin}/connect/${path}`, { method: 'POST', body, credentials: 'omit', signal });
    } catch {
      return failure<T>({ type: 'api_connection_error', message: 'Stripe could not be reached. Are you online?' });
    }
    return read<T>(response);
  }

  return {
    async ask<T>(path: string, fields: Readonly<Record<string, string>> = {}) {
      if (ended) return failure<T>(ENDED);
      const used = current();
      try {
        const answer = await post<T>(path, await used, fields);
        if (!('error' in answer) || answer.error.code !== EXPIRED) return answer;
        // Whoever notices first asks for another one; the rest use that.
        if (secret === used) secret = null;
        return await post<T>(path, await current(), fields);
      } catch {
        return failure<T>(REFUSED);
      }
    },
    isEnded: () => ended,
    async end(fields) {
      if (ended) return;
      ended = true;
      const last = secret;
      secret = null;
      if (last) await last.then((value) => post('logout', value, fields)).catch(() => undefined);
    },
  };
}

function secretFrom(given: unknown): string {
  if (typeof given === 'string' && given !== '') return given;
  throw new TypeError('fetchClientSecret should resolve to a client secret string.');
}

function failure<T>(error: EmbeddedError): Answer<T> {
  return { error };
}

async function read<T>(response: Response): Promise<Answer<T>> {
  try {
    const answer = await response.json();
    if (response.ok) return { ok: answer };
    const { message, code } = answer.error;
    return { error: { type: typeOf(response.status), message: String(message), ...(code && { code: String(code) }) } };
  } catch {
    return { error: { type: 'api_error', message: 'Something went wrong at Stripe.' } };
  }
}

export function typeOf(status: number): EmbeddedErrorType {
  if (status === 401) return 'authentication_error';
  if (status === 429) return 'rate_limit_error';
  return status < 500 ? 'invalid_request_error' : 'api_error';
}
