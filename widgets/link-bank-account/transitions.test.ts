import { expect } from '@open-wc/testing';
import type { BankSessionTerms } from '../../worker/contract.ts';
import { InlayError } from '../shared/inlay-error.ts';
import { bankAccountThat } from '../testing/fake-bank.ts';
import { initial, type State } from './flow.ts';
import { complaintsOf, sessionRequest } from './session-request.ts';
import { canStart, customState, type Happening, isWaitingFor, next } from './transitions.ts';

const terms: BankSessionTerms = {
  object: 'financial_connections.session_terms',
  permissions: ['balances', 'ownership', 'transactions'],
  prefetch: ['balances', 'transactions'],
  business_name: 'Rocket Rides',
};
const account = bankAccountThat();
const offline = new InlayError('offline', 'x', 'connection_error');

function reached(...happenings: Happening[]): State {
  return happenings.reduce(next, initial);
}

const open: Happening[] = [
  { type: 'terms', terms },
  { type: 'started', consent: { permissions: ['balances'] } },
  { type: 'opened', session: 'fcsess_1' },
];
const closed: Happening = { type: 'closed', session: 'fcsess_1' };

describe('the states of linking', () => {
  it('lead from the terms by way of the dialog to what was linked', () => {
    const state = reached(...open, closed, { type: 'linked', accounts: [account] });
    expect(state).to.deep.equal({ name: 'ready', terms, accounts: [account] });
    expect(customState(state)).to.equal('done');
    expect(canStart(state)).to.equal(true);
  });

  it('lead back to the beginning when nothing was linked', () => {
    const state = reached(...open, closed, { type: 'settled' });
    expect(state).to.deep.equal({ name: 'ready', terms, accounts: [] });
    expect(customState(state)).to.equal(undefined);
  });

  it('are not disturbed by terms that arrive late', () => {
    expect(reached(...open, { type: 'terms', terms }).name).to.equal('open');
  });

  it('keep no click from a person but while something is under way', () => {
    expect(canStart(reached(...open))).to.equal(false);
    expect(canStart(reached(...open, closed))).to.equal(false);
    expect(canStart(reached(...open, closed, { type: 'error', error: offline }))).to.equal(true);
    expect(canStart(reached({ type: 'logout' }))).to.equal(false);
  });

  it('know whose outcome is waited for', () => {
    for (const state of [reached(...open), reached(...open, closed)]) {
      expect(isWaitingFor(state, 'fcsess_1')).to.equal(true);
      expect(isWaitingFor(state, 'fcsess_2')).to.equal(false);
    }
    expect(isWaitingFor(reached(...open, { type: 'settled' }), 'fcsess_1')).to.equal(false);
  });

  it('remember what to try again: the same outcome after a lost connection, the same consent after a broken dialog', () => {
    const consent = { permissions: ['balances'] };
    const lost = reached(...open, closed, { type: 'error', error: offline });
    expect(lost).to.have.property('again').that.deep.equals({ what: 'sync', session: 'fcsess_1', consent });
    const broken = reached(...open, closed, { type: 'error', error: new InlayError('bank_link_failed', 'x') });
    expect(broken).to.have.property('again').that.deep.equals({ what: 'start', consent });
    expect(next(initial, { type: 'error', error: offline }))
      .to.have.property('again')
      .that.deep.equals({ what: 'load' });
  });

  it('forget everything at logout', () => {
    expect(reached(...open, { type: 'logout' })).to.deep.equal({ name: 'signed_out', terms: null, accounts: [] });
  });
});

describe('what a session is asked for', () => {
  it('is left to the Worker where nothing is narrower', () => {
    expect(sessionRequest(terms, {}, {})).to.deep.equal({});
    const all = { permissions: 'transactions ownership balances', prefetch: ' ', subcategories: '', country: '' };
    expect(sessionRequest(terms, all, {})).to.deep.equal({});
  });

  it('is only ever narrower, and prefetches nothing it may not see', () => {
    expect(sessionRequest(terms, { permissions: 'balances payment_method' }, {})).to.deep.equal({
      permissions: ['balances'],
      prefetch: ['balances'],
    });
    expect(sessionRequest(terms, { prefetch: 'ownership' }, {})).to.deep.equal({
      permissions: terms.permissions,
      prefetch: [],
    });
  });

  it('is null where nothing is left', () => {
    expect(sessionRequest(terms, { permissions: 'payment_method' }, {})).to.equal(null);
  });

  it('is just what a new consent names', () => {
    const consent = { permissions: ['ownership'] as const };
    expect(sessionRequest(null, {}, consent)).to.deep.equal({ permissions: ['ownership'] });
  });

  for (const [maxAccounts, limit] of [
    ['1', 1],
    ['100', 100],
    [7, 7],
    ['0', undefined],
    ['101', undefined],
    ['1.5', undefined],
    ['two', undefined],
    [Number.NaN, undefined],
  ] as const) {
    it(`takes max-accounts="${maxAccounts}" for ${limit ?? 'a mistake'}`, () => {
      expect(sessionRequest(terms, { maxAccounts }, {})?.limits?.accounts).to.equal(limit);
      if (maxAccounts) expect(complaintsOf(terms, { maxAccounts })).to.have.length(limit === undefined ? 1 : 0);
    });
  }

  it('names every mistake to the developer', () => {
    const mistakes = { permissions: 'balance', prefetch: 'owners', country: 'USA', subcategories: 'checking x' };
    const complaints = complaintsOf(terms, mistakes);
    expect(complaints).to.have.length(4);
    expect(complaints[0]).to.equal(
      'permissions: "balance" is left out, for the site and the token allow only: balances ownership transactions.',
    );
  });
});
