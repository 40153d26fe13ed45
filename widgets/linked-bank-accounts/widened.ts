import type { BankPermission } from '../../worker/contract.ts';

/**
 * What a new consent asks for: what the account shares already, and one thing more. Never more than the site would ask
 * for; where nothing of it is left, all that it would. Pure.
 */
export function widened(
  allowed: readonly BankPermission[],
  shared: readonly BankPermission[],
  more?: BankPermission,
): BankPermission[] {
  const wanted = allowed.filter((one) => one === more || shared.includes(one));
  return wanted.length ? wanted : [...allowed];
}
