/** The same policy, with as little more as lets a page do what it needs to. */
import { decisionOn } from './allows.ts';
import type { Need } from './need.ts';
import type { Directives } from './policy.ts';

/** @param needs what `directives` do not allow */
export function amended(directives: Directives, needs: readonly Need[]): Directives {
  const all = new Map(directives);
  for (const { deed, source } of needs) {
    const { name, sources, own } = decisionOn(deed.does, all);
    if (name === undefined) continue;
    const kept = sources.filter((one) => !/^'none'$/i.test(one));
    if (kept.includes(source)) continue;
    // Written next to what it fell back to, it would let nothing else in that was kept out before.
    all.set(name === 'default-src' || name === 'child-src' ? own : name, [...kept, source]);
  }
  return all;
}
