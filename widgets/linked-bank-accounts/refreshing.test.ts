import { expect } from '@open-wc/testing';
import { bankAccountThat, NOON, refreshThat } from '../testing/fake-bank.ts';
import { hasFailed, isPending, refreshing } from './refreshing.ts';

const due = refreshThat('succeeded', NOON);
const early = refreshThat('succeeded', NOON + 60);

describe('whether an account can be refreshed', () => {
  for (const [situation, account, can] of [
    [
      'everything shared is due',
      { balance_refresh: due, transaction_refresh: due },
      { name: 'possible', features: ['balance', 'transactions'] },
    ],
    [
      'one thing is due',
      { balance_refresh: due, transaction_refresh: early },
      { name: 'possible', features: ['balance'] },
    ],
    [
      'something was never asked for',
      { balance_refresh: early, transaction_refresh: null },
      { name: 'possible', features: ['transactions'] },
    ],
    [
      'it is too early',
      { balance_refresh: refreshThat('failed', NOON + 90), transaction_refresh: early },
      { name: 'later', at: NOON + 60 },
    ],
    [
      'one thing is pending',
      { balance_refresh: refreshThat('pending'), transaction_refresh: due },
      { name: 'pending' },
    ],
    [
      'Stripe does not say when',
      { balance_refresh: refreshThat('failed'), transaction_refresh: refreshThat('failed') },
      { name: 'impossible' },
    ],
    ['it is inactive', { status: 'inactive', balance_refresh: due }, { name: 'impossible' }],
    ['it is disconnected', { status: 'disconnected', balance_refresh: due }, { name: 'impossible' }],
    ['nothing of it can be refreshed', { permissions: ['payment_method'] }, { name: 'impossible' }],
  ] as const) {
    it(`is ${can.name} where ${situation}`, () => {
      const permissions = 'permissions' in account ? [...account.permissions] : bankAccountThat().permissions;
      expect(refreshing(bankAccountThat({ ...account, permissions }), NOON)).to.deep.equal(can);
    });
  }

  it('does not look at what is not shared', () => {
    const account = bankAccountThat({ ownership_refresh: refreshThat('pending') });
    expect(isPending(account)).to.equal(false);
    expect(hasFailed({ ...account, ownership_refresh: refreshThat('failed') })).to.equal(false);
  });
});
