import type { Onboarding, Reason } from './onboarding.ts';

/** Why an element last asked and got no answer: a second try still owes the page the outcome. */
export const owed = new WeakMap<Onboarding, Reason>();

export function askOwed(flow: Onboarding, reason: Reason): void {
  if (reason !== 'glance') owed.set(flow, reason);
  flow.ask(reason);
}
