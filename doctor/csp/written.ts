/** A policy as a developer is to write it: nothing in it that holds for one response only. Pure. */
import { type Directives, type Policy, textOf } from './policy.ts';

/** Where a server has to put what it makes up for each response. */
export const NONCE = '{NONCE}';

/** The same policy in a response, or in the making of one, that has another nonce. */
export function withNonce(directives: Directives, nonce: string): Directives {
  const source = `'nonce-${nonce}'`;
  const change = (sources: readonly string[]) => sources.map((one) => (/^'nonce-.*'$/i.test(one) ? source : one));
  return new Map([...directives].map(([name, sources]) => [name, [...new Set(change(sources))]]));
}

export interface Written {
  /** What to do with it. */
  readonly says: string;
  readonly paste: string;
}

/** @param all that hold on the page: who sends one in place of another must not lose the rest */
export function inPlaceOf(old: Policy, all: readonly Policy[], directives: Directives): Written {
  const text = textOf(withNonce(directives, NONCE));
  const others = all.filter((one) => one !== old && one.from === old.from);
  const which = others.length === 0 ? '' : ` of the one that begins ${beginning(old, others)}`;
  const made = text.includes(NONCE) ? `, with the nonce of each response in place of ${NONCE}` : '';
  return {
    says: `Send this one instead${which}${made}:`,
    paste:
      old.from === 'meta'
        ? `<meta http-equiv="Content-Security-Policy" content="${text.replaceAll('"', '&quot;')}">`
        : `Content-Security-Policy: ${text}`,
  };
}

/** As many directives as tell it from the others. */
function beginning({ directives }: Policy, others: readonly Policy[]): string {
  const begins = (policy: Directives, count: number) => textOf(new Map([...withNonce(policy, NONCE)].slice(0, count)));
  let count = 1;
  const isShared = () => others.some((other) => begins(other.directives, count) === begins(directives, count));
  while (count < directives.size && isShared()) count++;
  return begins(directives, count);
}
