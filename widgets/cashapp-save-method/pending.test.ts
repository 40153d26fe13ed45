import { expect, oneEvent } from '@open-wc/testing';
import { type FakeStripe, fakeStripe } from '../testing/fake-stripe.ts';
import { ownClock } from '../testing/own-clock.ts';
import { pressSave, shownAndPressed } from '../testing/press-save.ts';
import { button, words } from '../testing/scene.ts';
import { stage } from '../testing/stage.ts';
import './cashapp-save-method.ts';
import { waitUntil } from '../testing/wait-until.ts';

const CREATE = 'POST setup_intents';
const SYNC = 'POST setup_intents/seti_1/sync';

describe('cashapp-save-method, where Stripe has not settled it yet', () => {
  const on = stage();
  let stripe: FakeStripe;
  beforeEach(() => {
    stripe = fakeStripe(on.signal);
  });

  it('keeps asking while Stripe has not settled it, explains that, and succeeds by itself', async () => {
    on.worker.setup.status = 'processing';
    const { element, dialog } = await shownAndPressed(stripe);
    const clock = ownClock(on.signal);
    dialog.end();
    await waitUntil(() => words(element).includes('Cash App has not confirmed this yet.'));
    expect(words(element)).to.contain('Check again');
    expect(element.matches(':state(busy)')).to.equal(false);
    const asked = () => on.worker.kinds.filter((kind) => kind === SYNC).length;
    await clock.pass(2);
    expect(asked()).to.equal(2);
    await clock.pass(3);
    expect(asked(), 'less and less often').to.equal(2);
    await clock.pass(1);
    expect(asked()).to.equal(3);
    on.worker.fail(SYNC, 503, 'stripe_unavailable');
    await clock.pass(8);
    expect(words(element), 'a failure in passing').to.contain('has not confirmed');
    on.worker.setup.status = 'succeeded';
    await clock.pass(16);
    expect(on.named('success')).to.have.length(1);
    expect(words(element)).to.contain('Cash App Pay is saved.');
    await clock.pass(600);
    expect(asked()).to.equal(5);
  });

  it('tells of a failure that Stripe settles on late, and begins anew then', async () => {
    on.worker.setup.status = 'processing';
    const { element, dialog } = await shownAndPressed(stripe);
    const clock = ownClock(on.signal);
    dialog.end();
    await waitUntil(() => words(element).includes('Check again'));
    Object.assign(on.worker.setup, { status: 'requires_payment_method', failure: 'setup_attempt_failed' });
    await clock.pass(2);
    await waitUntil(() => on.named('error').length > 0);
    expect(on.named('error')[0]).to.include({ code: 'setup_declined' });
    const next = await pressSave(element, stripe);
    expect(on.worker.kinds.filter((kind) => kind === CREATE)).to.have.length(2);
    next.end();
    await oneEvent(element, 'inlay-error');
  });

  it('stops asking in the end, and asks again when pressed', async () => {
    on.worker.setup.status = 'processing';
    const { element, dialog } = await shownAndPressed(stripe);
    const clock = ownClock(on.signal);
    dialog.end();
    await waitUntil(() => words(element).includes('Check again'));
    await clock.pass(3_600);
    const before = on.worker.asked.length;
    await clock.pass(3_600);
    expect(on.worker.asked).to.have.length(before);
    on.worker.setup.status = 'succeeded';
    button(element).click();
    await waitUntil(() => words(element).includes('Cash App Pay is saved.'));
    expect(stripe.cashapp.confirmations).to.have.length(1);
  });
});
