import { expect } from '@open-wc/testing';
import { InlayError } from '../shared/inlay-error.ts';
import { accountThat } from '../testing/fake-worker.ts';
import { initial, type State } from './flow.ts';
import { canStart, isDone, next } from './transitions.ts';

const account = accountThat('incomplete');
const news = accountThat('enabled');
const error = new InlayError('internal', 'For developers.');
const limit = new InlayError('link_refresh_limit', 'For developers.');

const ready: State = { name: 'ready', account };
const starting: State = { name: 'busy', account, doing: 'start' };
const loading: State = { name: 'busy', account, doing: 'load' };
const away: State = { name: 'away', account };
const paused: State = { name: 'paused', account };
const failed: State = { name: 'failed', account, error, again: 'start' };

describe('onboarding, from one state to the next', () => {
  for (const state of [initial, ready, loading, failed]) {
    it(`shows an account that arrives while ${state.name}`, () => {
      expect(next(state, { type: 'account', account: news })).to.deep.equal({ name: 'ready', account: news });
    });
  }

  for (const state of [starting, away, paused]) {
    it(`keeps on being ${state.name} when an account arrives`, () => {
      expect(next(state, { type: 'account', account: news })).to.deep.equal({ ...state, account: news });
    });
  }

  it('ends what is under way when that has settled', () => {
    for (const state of [starting, away, ready]) {
      expect(next(state, { type: 'settled', account: news })).to.deep.equal({ name: 'ready', account: news });
    }
  });

  it('remembers what to try again', () => {
    expect(next(starting, { type: 'error', error })).to.include({ name: 'failed', again: 'start' });
    expect(next(loading, { type: 'error', error })).to.include({ name: 'failed', again: 'load' });
    expect(next(initial, { type: 'error', error })).to.include({ name: 'failed', again: 'load' });
  });

  it('pauses when a link ran out too often, and lets a click go on', () => {
    const state = next(starting, { type: 'error', error: limit });
    expect(state).to.deep.equal(paused);
    expect(canStart(state)).to.equal(true);
  });

  it('forgets the account at logout', () => {
    expect(next(away, { type: 'logout' })).to.deep.equal({ name: 'signed_out', account: null });
  });

  it('does not start twice', () => {
    expect([starting, loading, away].map(canStart)).to.deep.equal([false, false, false]);
    expect([initial, ready, paused, failed].map(canStart)).to.deep.equal([true, true, true, true]);
  });
});

describe('done', () => {
  it('is what the Worker confirmed was submitted, and nothing else', () => {
    const done = (
      [
        'none',
        'incomplete',
        'pending_verification',
        'enabled',
        'due_later',
        'past_due',
        'restricted',
        'rejected',
        'disconnected',
      ] as const
    ).filter((status) => isDone(accountThat(status)));
    expect(done).to.deep.equal(['pending_verification', 'enabled', 'due_later']);
    expect(isDone({ ...accountThat('pending_verification'), details_submitted: false })).to.equal(false);
  });
});
