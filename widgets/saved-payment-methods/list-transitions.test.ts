import { expect } from '@open-wc/testing';
import { InlayError } from '../shared/inlay-error.ts';
import { methodThat } from '../testing/fake-methods.ts';
import { initial, type State } from './list-state.ts';
import { next } from './list-transitions.ts';

const one = methodThat();
const other = methodThat({ id: 'pm_2' });
const error = new InlayError('internal', 'For developers.');
const ready: State = { name: 'ready', methods: [one, other] };
const failed: State = { name: 'failed', methods: null, error };
const signedOut: State = { name: 'signed_out', methods: null };

describe('the list of saved methods, from one state to the next', () => {
  it('shows a list that arrives, whatever was before', () => {
    for (const state of [initial, ready, failed, signedOut]) {
      expect(next(state, { type: 'list', methods: [one] })).to.deep.equal({ name: 'ready', methods: [one] });
    }
  });

  it('keeps what it has while it asks again, and what failed before', () => {
    expect(next(ready, { type: 'asked' })).to.deep.equal({ name: 'asking', methods: [one, other], after: null });
    const asking = next(failed, { type: 'asked' });
    expect(asking).to.deep.equal({ name: 'asking', methods: null, after: failed });
    expect(next(asking, { type: 'asked' }), 'asked twice').to.equal(asking);
    expect(next(initial, { type: 'asked' })).to.equal(initial);
  });

  it('keeps what it has when that fails', () => {
    const asking = next(ready, { type: 'asked' });
    expect(next(asking, { type: 'error', error })).to.deep.equal({ name: 'failed', methods: [one, other], error });
  });

  it('takes one method away, in every state that shows some', () => {
    const { name, methods } = next(ready, { type: 'removed', id: one.id });
    expect({ name, methods }).to.deep.equal({ name: 'ready', methods: [other] });
    expect(next(next(ready, { type: 'asked' }), { type: 'removed', id: one.id }).methods).to.deep.equal([other]);
    expect(next(failed, { type: 'removed', id: one.id })).to.equal(failed);
  });

  it('knows nothing any more after a logout', () => {
    for (const state of [initial, ready, failed]) expect(next(state, { type: 'logout' })).to.deep.equal(signedOut);
  });
});
