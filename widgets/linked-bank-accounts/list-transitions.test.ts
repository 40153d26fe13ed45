import { expect } from '@open-wc/testing';
import type { BankAccountList } from '../../worker/contract.ts';
import { InlayError } from '../shared/inlay-error.ts';
import { bankAccountThat } from '../testing/fake-bank.ts';
import { initial, type State } from './list-state.ts';
import { next } from './list-transitions.ts';
import { closed } from './row.ts';
import { toggled } from './row-changes.ts';
import { widened } from './widened.ts';

const one = bankAccountThat();
const other = bankAccountThat({ id: 'fca_2' });
const list: BankAccountList = { object: 'list', url: '', has_more: false, data: [one, other], permissions: [] };
const ready: State = { name: 'ready', list };
const error = new InlayError('internal', 'For developers.');

describe('the list, from one state to the next', () => {
  it('shows a list that arrives, whatever was before', () => {
    const failed: State = { name: 'failed', list: null, error };
    for (const state of [initial, ready, failed]) expect(next(state, { type: 'list', list })).to.deep.equal(ready);
  });

  it('keeps showing what it has while it asks again, and when that fails', () => {
    const asking: State = { name: 'asking', list, after: null };
    const failed: State = { name: 'failed', list, error };
    expect(next(ready, { type: 'asked' })).to.deep.equal(asking);
    expect(next(asking, { type: 'error', error })).to.deep.equal(failed);
    expect(next(initial, { type: 'asked' })).to.equal(initial);
    expect(next(failed, { type: 'asked' }), 'and what went wrong').to.deep.equal({ ...asking, after: failed });
    expect(next(asking, { type: 'asked' })).to.equal(asking);
  });

  it('changes one account, and takes one away', () => {
    const inactive = bankAccountThat({ status: 'inactive' });
    expect(next(ready, { type: 'account', account: inactive }).list?.data).to.deep.equal([inactive, other]);
    expect(next(ready, { type: 'removed', id: one.id }).list?.data).to.deep.equal([other]);
    expect(next(initial, { type: 'removed', id: one.id })).to.equal(initial);
  });

  it('forgets everything at logout', () => {
    expect(next(ready, { type: 'logout' })).to.deep.equal({ name: 'signed_out', list: null });
  });
});

describe('a row', () => {
  it('unfolds and folds again', () => {
    const open = toggled(toggled(closed, 'ownership'), 'transactions');
    expect(open.open).to.deep.equal(['ownership', 'transactions']);
    expect(toggled(open, 'ownership').open).to.deep.equal(['transactions']);
  });
});

describe('a new consent', () => {
  it('asks for what is shared and one thing more, and never for more than the site would', () => {
    const allowed = ['balances', 'ownership', 'transactions'] as const;
    expect(widened(allowed, ['balances'], 'transactions')).to.deep.equal(['balances', 'transactions']);
    expect(widened(allowed, ['balances', 'payment_method'])).to.deep.equal(['balances']);
    expect(widened(allowed, ['payment_method'])).to.deep.equal(allowed);
  });
});
