/** Accounts typed in by their numbers. Only Stripe's test numbers are known to a bank. */
import type { Institution, OfferedAccount } from './institution.ts';

const ROUTING = '110000000';
const ACCOUNT = '000123456789';

export type Entered =
  | { institution: Institution; account: OfferedAccount }
  | { param: 'routing_number' | 'account_number'; problem: string };

export function manualAccount(routing: string, account: string): Entered {
  if (!/^\d{9}$/.test(routing)) return { param: 'routing_number', problem: 'A routing number has 9 digits.' };
  if (routing !== ROUTING) return { param: 'routing_number', problem: `No bank has it. Use ${ROUTING} for testing.` };
  if (!/^\d{4,17}$/.test(account)) return { param: 'account_number', problem: 'An account number has 4 to 17 digits.' };
  if (account !== ACCOUNT)
    return { param: 'account_number', problem: `There is no such account. Use ${ACCOUNT} for testing.` };
  const offered: OfferedAccount = {
    name: 'Checking',
    last4: account.slice(-4),
    subcategory: 'checking',
    currency: 'usd',
    current: 0,
    available: null,
    payable: true,
  };
  return {
    institution: {
      name: 'Manually entered account',
      access: 'open',
      outage: null,
      owners: [],
      accounts: [offered],
      fate: { kind: 'lasting' },
    },
    account: offered,
  };
}
