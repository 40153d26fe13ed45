import { ApiError } from './errors.ts';
import type { Fields, Tree } from './form.ts';

const LIFETIME = 24 * 60 * 60;

/** What the first request with a key was answered: status and body, and the id of that request. */
export interface Answer {
  status: number;
  body: object;
  requestId: string;
}

export interface KeptAnswer {
  fingerprint: string;
  since: number;
  /** Null while the first request is still running. */
  answer: Answer | null;
}

export type Kept = Map<string, KeptAnswer>;

/** Looks the key up before the work is done: a replay, or null when this request is the first and now holds the key. */
export function claim(kept: Kept, key: string, fingerprint: string, now: number): Answer | null {
  if (key.length > 255) {
    throw new ApiError(
      400,
      { message: `Idempotency keys can have up to 255 characters; yours has ${key.length}.` },
      { saved: false },
    );
  }
  const found = kept.get(key);
  if (!found || found.since + LIFETIME <= now) {
    kept.set(key, { fingerprint, since: now, answer: null });
    return null;
  }
  if (found.fingerprint !== fingerprint) {
    throw conflict(
      400,
      `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`,
    );
  }
  if (!found.answer) {
    throw conflict(
      409,
      `There is currently another in-progress request using this Idempotent Key (that probably means you submitted twice, and the other request is still going through): ${key}. Please try again later.`,
      'idempotency_key_in_use',
    );
  }
  return found.answer;
}

/** Same endpoint, same parameters, whatever order they were sent in. */
export function fingerprintOf(method: string, path: string, params: Fields): string {
  return `${method} ${path} ${JSON.stringify(sorted(params))}`;
}

function sorted(tree: Tree): Tree {
  if (tree === null || typeof tree === 'string') return tree;
  if (Array.isArray(tree)) return tree.map(sorted);
  const entries = Object.entries(tree).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, value]) => [key, sorted(value)]));
}

function conflict(status: number, message: string, code?: string): ApiError {
  return new ApiError(status, { type: 'idempotency_error', message, ...(code && { code }) }, { saved: false });
}
