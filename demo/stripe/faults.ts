/** Faults to order in advance, each for the next requests that match it. */
import * as v from 'valibot';

export const FaultOrder = v.strictObject({
  match: v.pipe(
    v.string(),
    v.regex(/^[A-Z]+ \/\S*$/, 'match must be a method and a path, such as "POST /v1/accounts"'),
  ),
  times: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)), 1),
  do: v.picklist(['500', '429', 'timeout', 'reset', 'timeout_after_commit', 'html']),
});
export type Fault = v.InferOutput<typeof FaultOrder>;

export interface Faults {
  add(fault: Fault): void;
  /** The fault that this request meets, oldest order first; it counts as used. */
  take(method: string, path: string): Fault['do'] | null;
  clear(): void;
}

export function createFaults(): Faults {
  let orders: Fault[] = [];
  return {
    add(fault) {
      orders.push({ ...fault });
    },
    take(method, path) {
      const order = orders.find((candidate) => matches(candidate.match, method, path));
      if (!order) return null;
      order.times -= 1;
      orders = orders.filter((candidate) => candidate.times > 0);
      return order.do;
    },
    clear() {
      orders = [];
    },
  };
}

/** `POST /v1/accounts` matches `/v1/accounts` and `/v1/accounts/acct_1`, not `/v1/accounts_x`. */
function matches(match: string, method: string, path: string): boolean {
  const [wantedMethod, wantedPath = ''] = match.split(' ');
  const prefix = wantedPath.replace(/\/$/, '');
  return method === wantedMethod && (path === prefix || path.startsWith(`${prefix}/`));
}

/** Settles only by rejecting: when the client gives up, or the stand-in closes. */
export function neverAnswer(client: AbortSignal, closing: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    for (const signal of [client, closing]) {
      if (signal.aborted) reject(new ConnectionReset());
      signal.addEventListener('abort', () => reject(new ConnectionReset()), { once: true });
    }
  });
}

/** What fetch rejects with when the connection breaks. `serve.ts` breaks the real connection on seeing it. */
export class ConnectionReset extends TypeError {
  constructor() {
    super('fetch failed: the connection was reset');
  }
}

export function htmlBadGateway(): Response {
  return new Response(
    '<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>\n',
    {
      status: 502,
      headers: { 'Content-Type': 'text/html' },
    },
  );
}
