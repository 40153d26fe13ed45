import { expect } from '@open-wc/testing';
import { page } from '../shared/settings.ts';
import { shownBuy } from '../testing/checkout-scene.ts';
import { ownClock } from '../testing/own-clock.ts';
import { hide } from '../testing/phone.ts';
import { settled, visit, words } from '../testing/scene.ts';
import { stage } from '../testing/stage.ts';
import './connect-checkout-button.ts';
import { waitUntil } from '../testing/wait-until.ts';

const ID = 'cs_test_returned';
const READ = `GET checkout/sessions/${ID}`;

describe('connect-checkout-button, where the money is on its way', () => {
  const on = stage();
  const reads = () => on.worker.kinds.filter((kind) => kind === READ).length;
  beforeEach(() => {
    page.checkoutReturn = undefined;
    visit(`?inlay=checkout-return&checkout_session=${ID}`);
    on.worker.checkout.outcome = 'processing';
  });

  it('keeps asking, less and less often, and succeeds by itself', async () => {
    const clock = ownClock(on.signal);
    const element = await shownBuy();
    expect(reads()).to.equal(1);
    await clock.pass(2);
    expect(reads()).to.equal(2);
    await clock.pass(3);
    expect(reads()).to.equal(2);
    on.worker.fail(READ, 503, 'stripe_unavailable');
    await clock.pass(1);
    expect(reads()).to.equal(3);
    expect(words(element), 'a failure in passing').to.contain('Payment on its way');
    expect(on.named('error')).to.deep.equal([]);
    on.worker.checkout.outcome = 'paid';
    await clock.pass(8);
    await waitUntil(() => words(element).includes('Paid: $1,234.56'));
    expect(on.named('success')).to.deep.equal([{ checkoutSession: on.worker.checkout.session(ID) }]);
    expect(on.named('change')).to.have.length(2);
    await clock.pass(3_600);
    expect(reads()).to.equal(4);
  });

  it('stops asking in the end, and asks again when somebody looks at the page', async () => {
    const clock = ownClock(on.signal);
    const element = await shownBuy();
    await clock.pass(3_600);
    const before = reads();
    await clock.pass(3_600);
    expect(reads()).to.equal(before);
    on.worker.checkout.outcome = 'paid';
    hide(on.signal, true);
    expect(reads(), 'nobody looks at a hidden page').to.equal(before);
    hide(on.signal, false);
    await waitUntil(() => words(element).includes('Paid'));
    expect(on.named('change')).to.have.length(2);
  });

  it('asks on refresh(), and tells of a change and only of a change', async () => {
    const element = await shownBuy();
    await element.refresh();
    expect(on.named('change')).to.have.length(1);
    on.worker.checkout.outcome = 'paid';
    await element.refresh();
    expect(on.named('change')).to.have.length(2);
    expect(on.named('success')).to.have.length(1);
    await element.refresh();
    expect(reads(), 'nothing is left to ask').to.equal(3);
  });

  it('tells of a payment that fails late', async () => {
    const element = await shownBuy();
    on.worker.checkout.outcome = 'failed';
    await element.refresh();
    expect(words(element)).to.contain('The payment did not go through.').and.to.contain('Try again');
    expect(on.named('error')[0]).to.include({ code: 'checkout_declined' });
    expect(on.named('change')).to.have.length(2);
  });

  it('stops asking when it is removed', async () => {
    const clock = ownClock(on.signal);
    const element = await shownBuy();
    element.remove();
    await settled();
    await clock.pass(600);
    expect(reads()).to.equal(1);
  });
});
