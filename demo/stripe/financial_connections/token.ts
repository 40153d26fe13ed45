/** The token of `collectBankAccountToken`: for the first account that can be debited. */
import { newId } from '../world.ts';
import type { Institution, OfferedAccount } from './institution.ts';

export function bankToken(
  accounts: readonly OfferedAccount[],
  institution: Institution,
  livemode: boolean,
  now: number,
) {
  const account = accounts.find((candidate) => candidate.payable);
  return account
    ? {
        id: newId('btok_1', 23),
        object: 'token',
        bank_account: {
          id: newId('ba_1', 23),
          object: 'bank_account',
          account_holder_name: null,
          account_holder_type: null,
          bank_name: institution.name,
          country: 'US',
          currency: account.currency,
          last4: account.last4,
          routing_number: '110000000',
          status: 'new',
        },
        client_ip: null,
        created: now,
        livemode,
        type: 'bank_account',
        used: false,
      }
    : null;
}
