import { expect } from '@open-wc/testing';
import { EmbeddedComponent } from '../../worker/contract/embedded.ts';
import { InlayError } from '../shared/inlay-error.ts';
import { componentOf, names } from './components.ts';
import { initial, type State } from './flow.ts';
import { customState, type Happening, next } from './transitions.ts';

const failure = new InlayError('internal', 'x');
const none = new InlayError('account_required', 'x');
const notifications = { total: 1, actionRequired: 0 };

function reached(...happenings: Happening[]): State {
  return happenings.reduce(next, initial);
}

describe('the states of an embedded component', () => {
  it('lead from nothing by way of asking to what is shown', () => {
    expect(reached({ type: 'asked' })).to.deep.equal({ name: 'busy', after: null });
    expect(reached({ type: 'asked' }, { type: 'shown' })).to.deep.equal({ name: 'shown', notifications: null });
  });

  it('keep a failure in sight until the next try has come to something', () => {
    const failed = reached({ type: 'asked' }, { type: 'error', error: failure });
    expect(failed).to.deep.equal({ name: 'failed', error: failure });
    expect(next(failed, { type: 'asked' })).to.deep.equal({ name: 'busy', after: failed });
    expect(next(next(failed, { type: 'asked' }), { type: 'shown' }).name).to.equal('shown');
  });

  it('know nothing that is set up yet from a failure', () => {
    const state = reached({ type: 'asked' }, { type: 'error', error: none });
    expect(state).to.deep.equal({ name: 'account_required', error: none });
    expect(next(state, { type: 'asked' })).to.deep.equal({ name: 'busy', after: null });
  });

  it('take in what a banner tells only while it is shown', () => {
    expect(reached({ type: 'asked' }, { type: 'notified', notifications })).to.deep.equal({
      name: 'busy',
      after: null,
    });
    const shown = reached({ type: 'asked' }, { type: 'shown' }, { type: 'notified', notifications });
    expect(shown).to.deep.equal({ name: 'shown', notifications });
  });

  it('forget everything at logout', () => {
    expect(reached({ type: 'asked' }, { type: 'shown' }, { type: 'logout' })).to.deep.equal({ name: 'signed_out' });
  });

  it('are marked for style sheets', () => {
    const marks = [
      reached(),
      reached({ type: 'asked' }),
      reached({ type: 'asked' }, { type: 'shown' }),
      reached({ type: 'error', error: failure }),
      reached({ type: 'error', error: none }),
      reached({ type: 'logout' }),
    ].map(customState);
    expect(marks).to.deep.equal([undefined, 'busy', 'done', 'failed', undefined, undefined]);
  });
});

describe('the attribute component', () => {
  it('names every component of the Worker’s, with hyphens', () => {
    expect(names.map(componentOf)).to.deep.equal([...EmbeddedComponent.options]);
  });

  for (const attribute of [
    undefined,
    null,
    '',
    'account_management',
    'Payouts',
    ' payouts',
    'tax-settings',
    'toString',
  ]) {
    it(`names none with ${JSON.stringify(attribute)}`, () => {
      expect(componentOf(attribute)).to.equal(undefined);
    });
  }
});
