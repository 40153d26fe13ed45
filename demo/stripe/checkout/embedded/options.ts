/** What a page may ask of embedded Checkout. */
export interface EmbeddedOptions {
  readonly secret: () => unknown;
  readonly onComplete: (() => unknown) | null;
}

/** `wrong` says what: a mistake of the page's author. */
export function embeddedOptions(given: unknown): EmbeddedOptions | { wrong: string } {
  if (typeof given !== 'object' || given === null) return { wrong: 'options should be an object' };
  const { clientSecret, fetchClientSecret, onComplete }: Readonly<Record<string, unknown>> = { ...given };
  if (clientSecret !== undefined && fetchClientSecret !== undefined) {
    return { wrong: 'you may only specify one of clientSecret, fetchClientSecret' };
  }
  if (onComplete !== undefined && !isFunction(onComplete)) return { wrong: 'onComplete should be a function' };
  const done = onComplete ?? null;
  if (isFunction(fetchClientSecret)) return { secret: fetchClientSecret, onComplete: done };
  if (fetchClientSecret !== undefined) return { wrong: 'fetchClientSecret should be a function' };
  if (typeof clientSecret !== 'string') {
    return { wrong: 'you must specify one of clientSecret, fetchClientSecret' };
  }
  return { secret: () => clientSecret, onComplete: done };
}

/** The session's id, where it is the secret of one. */
export function sessionOf(secret: unknown): { id: string; secret: string } | null {
  const id = typeof secret === 'string' ? /^(cs_(?:test|live)_\w+?)_secret_\w+$/.exec(secret)?.[1] : undefined;
  return typeof secret === 'string' && id !== undefined ? { id, secret } : null;
}

function isFunction(value: unknown): value is () => unknown {
  return typeof value === 'function';
}
