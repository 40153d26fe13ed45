import { expect, oneEvent } from '@open-wc/testing';
import { boxes, pressInline, shownBuy, shownOpen } from '../testing/checkout-scene.ts';
import { fakeStripe } from '../testing/fake-stripe.ts';
import { leaving } from '../testing/leaving.ts';
import { button, settled, words } from '../testing/scene.ts';
import { stage } from '../testing/stage.ts';
import './connect-checkout-button.ts';
import { waitUntil } from '../testing/wait-until.ts';

const CREATE = 'POST checkout/sessions';
const STRIPE_JS = 'https://js.stripe.com/endive/stripe.js';
const INLINE = { presentation: 'inline' };

describe('connect-checkout-button and Stripe’s script', () => {
  const on = stage();
  let wanted: string[] = [];
  const source = Object.getOwnPropertyDescriptor(HTMLScriptElement.prototype, 'src');

  /** Nothing is asked of Stripe: the address leads to a file that this server does not have. */
  beforeEach(() => {
    wanted = [];
    window.Stripe = undefined;
    Object.defineProperty(HTMLScriptElement.prototype, 'src', {
      ...source,
      set(this: HTMLScriptElement, address: unknown) {
        wanted.push(String(address));
        this.setAttribute('src', '/no/such/stripe.js');
      },
    });
  });
  afterEach(() => {
    Object.defineProperty(HTMLScriptElement.prototype, 'src', source ?? {});
  });

  for (const intent of ['pointerenter', 'pointerdown', 'focusin']) {
    it(`does not load it before the person shows intent by ${intent}, and then once`, async () => {
      const element = await shownBuy(INLINE);
      await settled();
      expect(wanted).to.deep.equal([]);
      element.dispatchEvent(new Event(intent));
      element.dispatchEvent(new Event(intent));
      await waitUntil(() => wanted.length);
      await settled();
      expect(wanted).to.deep.equal([STRIPE_JS]);
      expect(on.worker.kinds, 'no session is made for a look').not.to.contain(CREATE);
      expect(on.named('error')).to.deep.equal([]);
    });
  }

  it('never loads it to leave the page', async () => {
    const element = await shownBuy();
    element.dispatchEvent(new Event('pointerenter'));
    const left = leaving();
    button(element).click();
    await left;
    expect(wanted).to.deep.equal([]);
  });

  it('does not load it for a disabled element, nor where nothing can be bought', async () => {
    const disabled = await shownBuy({ ...INLINE, disabled: '' });
    disabled.dispatchEvent(new Event('pointerenter'));
    on.worker.checkout.able = false;
    const unavailable = await shownBuy({ ...INLINE, merchant: 'merchant_2' });
    unavailable.dispatchEvent(new Event('pointerenter'));
    await settled();
    expect(wanted).to.deep.equal([]);
  });

  it('fetches it and the session side by side', async () => {
    const release = on.worker.hold(CREATE);
    const element = await shownBuy(INLINE);
    const failed = oneEvent(element, 'inlay-error');
    element.start();
    await waitUntil(() => on.worker.kinds.includes(CREATE) && wanted.length === 1);
    await failed;
    release();
  });

  it('says in a sentence that it did not load, and goes on with the same attempt when pressed', async () => {
    const element = await shownBuy(INLINE);
    const failed = oneEvent(element, 'inlay-error');
    button(element).click();
    await failed;
    expect(words(element)).to.contain('Stripe could not be loaded.').and.to.contain('Try again');
    expect(on.named('error')[0]).to.include({ code: 'stripe_js_failed', type: 'connection_error', recoverable: true });
    await pressInline(element, fakeStripe(on.signal));
    const keys = on.worker.asked
      .filter(({ what }) => what === CREATE)
      .map(({ headers }) => headers.get('Idempotency-Key'));
    expect(keys).to.have.length(2);
    expect(new Set(keys).size).to.equal(1);
  });

  for (const blockedURI of ['https://js.stripe.com', 'https://checkout.stripe.com']) {
    it(`names the policy that forbids frames of ${blockedURI}, rather than showing nothing`, async () => {
      const { element, page } = await shownOpen(fakeStripe(on.signal));
      const failed = oneEvent(element, 'inlay-error');
      document.dispatchEvent(
        new SecurityPolicyViolationEvent('securitypolicyviolation', {
          blockedURI,
          documentURI: location.href,
          effectiveDirective: 'frame-src',
          violatedDirective: 'frame-src',
          originalPolicy: '',
          disposition: 'enforce',
          statusCode: 200,
        }),
      );
      await failed;
      expect(on.named('error')[0]).to.include({ code: 'stripe_js_blocked', recoverable: false });
      expect(on.lines.at(-1)).to.contain(blockedURI).and.to.contain('frame-src');
      expect(on.lines.at(-1)).to.contain('https://js.stripe.com https://checkout.stripe.com');
      expect(words(element)).to.contain('does not work on this page');
      expect(boxes(element)).to.deep.equal([]);
      expect(page.destroyed()).to.equal(true);
    });
  }
});
