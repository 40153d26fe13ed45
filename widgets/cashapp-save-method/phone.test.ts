import { expect, oneEvent } from '@open-wc/testing';
import { waitingWith } from '../testing/fake-cashapp.ts';
import { type FakeStripe, fakeStripe } from '../testing/fake-stripe.ts';
import { leaving } from '../testing/leaving.ts';
import { ownClock } from '../testing/own-clock.ts';
import { hide, onPhone } from '../testing/phone.ts';
import { button, settled, shown, visit, words } from '../testing/scene.ts';
import { stage } from '../testing/stage.ts';
import './cashapp-save-method.ts';
import { waitUntil } from '../testing/wait-until.ts';

const TAG = 'cashapp-save-method';
const CREATE = 'POST setup_intents';
const SYNC = 'POST setup_intents/seti_1/sync';

describe('cashapp-save-method, where the page is left for Cash App', () => {
  const on = stage();
  let stripe: FakeStripe;
  beforeEach(() => {
    stripe = fakeStripe(on.signal);
  });

  /** An element on a phone whose button has been pressed: Stripe's script is about to leave the page. */
  async function pressed(attributes: Record<string, string> = {}) {
    onPhone(on.signal);
    const element = await shown(TAG, attributes);
    return { element, confirmation: await press(element) };
  }

  async function press(element: HTMLElementTagNameMap[typeof TAG]) {
    const next = stripe.cashapp.next();
    button(element).click();
    const confirmation = await next;
    await element.updateComplete;
    return confirmation;
  }

  const syncs = () => on.worker.kinds.filter((kind) => kind === SYNC).length;

  it('lets Stripe’s script leave, says where to go on, and tells where to come back to', async () => {
    visit('?a=b', '#part');
    const { element, confirmation } = await pressed();
    expect(confirmation.handleActions).to.equal(true);
    expect(confirmation.data.return_url).to.equal(`${location.origin}${location.pathname}?a=b&inlay=save-return#part`);
    expect(words(element)).to.contain('Continue in Cash App.');
    expect(element.matches(':state(busy)')).to.equal(true);
    hide(on.signal, false);
    await oneEvent(element, 'inlay-success');
  });

  it('comes back where return-path says', async () => {
    const { element, confirmation } = await pressed({ 'return-path': '/wallet?tab=2#x' });
    expect(confirmation.data.return_url).to.equal(`${location.origin}/wallet?tab=2&inlay=save-return#x`);
    hide(on.signal, false);
    await oneEvent(element, 'inlay-success');
  });

  for (const path of ['https://', 'javascript:alert(1)', 'mailto:x@example.test']) {
    it(`does not start with the return-path ${path}, and says so to the developer`, async () => {
      const element = await shown(TAG, { 'return-path': path });
      await element.start();
      expect(on.worker.kinds).not.to.contain(CREATE);
      expect(on.lines[0]).to.contain('return-path');
      expect(words(element)).to.contain('does not work on this page');
    });
  }

  it('asks what became of it when the person comes back to this page by hand', async () => {
    const { element } = await pressed();
    hide(on.signal, true);
    await settled();
    expect(syncs()).to.equal(0);
    const success = oneEvent(element, 'inlay-success');
    hide(on.signal, false);
    await success;
    expect(syncs()).to.equal(1);
    expect(words(element)).to.contain('$ada');
  });

  it('is usable again when they have not decided, and notices when they do so later', async () => {
    on.worker.setup.status = 'requires_action';
    const { element } = await pressed();
    const cancelled = oneEvent(element, 'inlay-cancel');
    hide(on.signal, false);
    await cancelled;
    expect(button(element).getAttribute('aria-disabled')).to.equal('false');
    expect(words(element)).to.contain('Save Cash App Pay');
    hide(on.signal, false);
    await waitUntil(() => syncs() === 2);
    await settled();
    expect(on.named('cancel'), 'told once').to.have.length(1);
    on.worker.setup.status = 'succeeded';
    const success = oneEvent(element, 'inlay-success');
    hide(on.signal, false);
    await success;
    hide(on.signal, false);
    await settled();
    expect(on.named('success')).to.have.length(1);
  });

  it('is usable again when the page comes out of the browser’s cache', async () => {
    on.worker.setup.status = 'requires_action';
    const { element } = await pressed();
    const cancelled = oneEvent(element, 'inlay-cancel');
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await cancelled;
    await press(element);
    expect(
      on.worker.kinds.filter((kind) => kind === CREATE),
      'a new attempt',
    ).to.have.length(2);
    on.worker.setup.status = 'succeeded';
    hide(on.signal, false);
    await oneEvent(element, 'inlay-success');
  });

  it('is usable again when the browser has not left the page within fifteen seconds', async () => {
    const clock = ownClock(on.signal);
    on.worker.setup.status = 'requires_action';
    const { element } = await pressed();
    await clock.pass(14);
    expect(words(element)).to.contain('Continue in Cash App.');
    await clock.pass(1);
    expect(words(element)).to.contain('Save Cash App Pay');
    expect(on.named('cancel'), 'nobody has left').to.deep.equal([]);
    await waitUntil(() => syncs() === 1);
    on.worker.setup.status = 'succeeded';
    hide(on.signal, false);
    await oneEvent(element, 'inlay-success');
  });

  it('keeps waiting while the person is in Cash App', async () => {
    const clock = ownClock(on.signal);
    const { element } = await pressed();
    hide(on.signal, true);
    await clock.pass(300);
    expect(words(element)).to.contain('Continue in Cash App.');
    hide(on.signal, false);
    await oneEvent(element, 'inlay-success');
  });

  it('keeps no other element of the page from starting when it is removed on the way', async () => {
    const { element } = await pressed();
    element.remove();
    await waitUntil(() => syncs() === 1);
    const other = await shown(TAG);
    await press(other);
    hide(on.signal, false);
    await oneEvent(other, 'inlay-success');
    expect(on.named('success'), 'nobody is told of the first').to.have.length(1);
  });

  it('says so when Stripe’s script fails instead of leaving', async () => {
    on.worker.setup.status = 'requires_payment_method';
    const { element, confirmation } = await pressed();
    const failed = oneEvent(element, 'inlay-error');
    confirmation.end({ error: { type: 'api_connection_error', message: 'For developers.' } });
    await failed;
    expect(on.named('error')[0]).to.include({ code: 'cashapp_failed' });
    expect(words(element)).to.contain('Try again');
  });

  it('says "Continue in Cash App." on an iPad, too, which calls itself a Mac', async () => {
    Object.defineProperty(navigator, 'maxTouchPoints', { value: 5, configurable: true });
    on.signal.addEventListener('abort', () => Reflect.deleteProperty(navigator, 'maxTouchPoints'));
    onPhone(
      on.signal,
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.0 Safari/605.1.15',
    );
    const element = await shown(TAG);
    await press(element);
    expect(words(element)).to.contain('Continue in Cash App.');
    hide(on.signal, false);
    await oneEvent(element, 'inlay-success');
  });

  describe('with presentation="redirect"', () => {
    it('goes there itself, on a computer as well', async () => {
      const element = await shown(TAG, { presentation: 'redirect' });
      const confirmation = await press(element);
      expect(confirmation.handleActions).to.equal(false);
      const left = leaving();
      confirmation.end(waitingWith(1));
      expect(await left).to.equal('https://pm-redirects.stripe.test/authorize/nonce_1');
      hide(on.signal, false);
      await oneEvent(element, 'inlay-success');
    });

    for (const address of ['javascript:alert(1)', 'data:text/html,x', '//evil.test']) {
      it(`does not go to ${address}`, async () => {
        on.worker.setup.status = 'requires_action';
        const element = await shown(TAG, { presentation: 'redirect' });
        const confirmation = await press(element);
        const failed = oneEvent(element, 'inlay-error');
        confirmation.end(waitingWith(1, 0, { mobile_auth_url: address }));
        await failed;
        expect(on.named('error')[0]).to.include({ code: 'cashapp_failed' });
      });
    }

    it('does not leave for an element that is gone', async () => {
      const element = await shown(TAG, { presentation: 'redirect' });
      const confirmation = await press(element);
      let gone = false;
      leaving().then(() => {
        gone = true;
      });
      element.remove();
      await settled();
      confirmation.end(waitingWith(1));
      await waitUntil(() => syncs() === 1);
      await settled();
      expect(gone).to.equal(false);
    });
  });
});
