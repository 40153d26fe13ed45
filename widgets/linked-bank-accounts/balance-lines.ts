/** What of a balance is shown, and what it is called. Pure. */
import type { Balance } from '../../worker/contract.ts';

export interface Line {
  readonly is: 'current' | 'owed' | 'available';
  /** Currency code to an integer in that currency's minor unit. */
  readonly amounts: Readonly<Record<string, number>>;
}

/** The first is the one that matters most. */
export function balanceLines({ type, current, available }: Balance): Line[] {
  const owing = type === 'credit' && Object.values(current).every((amount) => amount <= 0);
  const main: Line = owing ? { is: 'owed', amounts: negated(current) } : { is: 'current', amounts: current };
  return available ? [main, { is: 'available', amounts: available }] : [main];
}

/** Nobody thinks of a debt as a negative number. */
function negated(amounts: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(amounts).map(([currency, amount]) => [currency, 0 - amount]));
}
