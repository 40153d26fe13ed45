import { expect, fixture, oneEvent } from '@open-wc/testing';
import { init } from '../shared/init.ts';
import { page } from '../shared/settings.ts';
import { shownBuy } from '../testing/checkout-scene.ts';
import { CHECKOUT_URL, MERCHANT, PRICE } from '../testing/fake-checkout.ts';
import { leaving } from '../testing/leaving.ts';
import { ownClock } from '../testing/own-clock.ts';
import { hide } from '../testing/phone.ts';
import { button, settled, visit, words } from '../testing/scene.ts';
import { stage } from '../testing/stage.ts';
import './connect-checkout-button.ts';
import { waitUntil } from '../testing/wait-until.ts';

const TAG = 'connect-checkout-button';
const ASK = `GET checkout/merchants/${MERCHANT}`;
const CREATE = 'POST checkout/sessions';
const READ = 'GET checkout/sessions/cs_test_1';

type Element = HTMLElementTagNameMap[typeof TAG];

describe('connect-checkout-button, on a page that lives', () => {
  const on = stage();
  const count = (what: string) => on.worker.kinds.filter((kind) => kind === what).length;
  beforeEach(() => {
    page.checkoutReturn = undefined;
  });

  /** An element whose button has been pressed: the browser is about to leave the page. */
  async function pressed(): Promise<Element> {
    const element = await shownBuy();
    await press(element);
    return element;
  }

  async function press(element: Element): Promise<void> {
    const left = leaving();
    button(element).click();
    expect(await left).to.equal(CHECKOUT_URL);
    await settled();
  }

  function comeBack(): void {
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  }

  function create(): Element {
    return Object.assign(document.createElement(TAG), { merchant: MERCHANT, price: PRICE });
  }

  describe('out of the browser’s cache', () => {
    it('is usable again, and says that it was not completed', async () => {
      const element = await pressed();
      expect(words(element)).to.contain('Opening Checkout…');
      const cancelled = oneEvent(element, 'inlay-cancel');
      comeBack();
      await cancelled;
      expect(words(element)).to.contain('Not completed. You can try again.').and.to.contain('Buy');
      expect(button(element).getAttribute('aria-busy')).to.equal('false');
      expect(count(READ)).to.equal(1);
      await press(element);
      expect(count(CREATE)).to.equal(2);
    });

    it('knows that it was paid', async () => {
      const element = await pressed();
      on.worker.checkout.outcome = 'paid';
      const success = oneEvent(element, 'inlay-success');
      comeBack();
      await success;
      expect(words(element)).to.contain('Paid: $1,234.56');
      expect(on.named('cancel')).to.deep.equal([]);
    });

    it('cannot be pressed before it is known whether that was paid', async () => {
      const element = await pressed();
      const release = on.worker.hold(READ);
      comeBack();
      await waitUntil(() => words(element).includes('Checking the payment…'));
      button(element).click();
      await settled();
      expect(count(CREATE)).to.equal(1);
      release();
      await oneEvent(element, 'inlay-cancel');
    });

    it('says so where nobody can tell, and asks again when pressed instead of beginning anew', async () => {
      const element = await pressed();
      on.worker.fail(READ, 503, 'stripe_unavailable');
      const failed = oneEvent(element, 'inlay-error');
      comeBack();
      await failed;
      expect(words(element)).to.contain('Try again');
      on.worker.checkout.outcome = 'paid';
      const success = oneEvent(element, 'inlay-success');
      button(element).click();
      await success;
      expect(count(CREATE)).to.equal(1);
    });

    it('goes on with the same attempt where the press was never answered', async () => {
      const element = await shownBuy();
      const release = on.worker.hold(CREATE);
      button(element).click();
      await waitUntil(() => count(CREATE) === 1);
      comeBack();
      await waitUntil(() => words(element).includes('You pay with Stripe.'));
      release();
      await settled();
      expect(on.named('error')).to.deep.equal([]);
      await press(element);
      const keys = on.worker.asked
        .filter(({ what }) => what === CREATE)
        .map(({ headers }) => headers.get('Idempotency-Key'));
      expect(keys).to.have.length(2);
      expect(new Set(keys).size).to.equal(1);
    });

    it('asks again for what was being asked', async () => {
      on.worker.hold(ASK);
      const element = create();
      const ready = oneEvent(element, 'inlay-ready');
      await fixture(element);
      await waitUntil(() => count(ASK) === 1);
      on.worker.fail(ASK, 500, 'internal');
      element.refresh();
      await waitUntil(() => words(element).includes('Try again'));
      on.worker.hold(ASK);
      button(element).click();
      await waitUntil(() => words(element).includes('Loading…'));
      comeBack();
      await ready;
      await waitUntil(() => words(element).includes('Buy'));
    });

    it('asks again for the outcome that was being read', async () => {
      const element = await pressed();
      on.worker.hold(READ);
      comeBack();
      await waitUntil(() => count(READ) === 1);
      const cancelled = oneEvent(element, 'inlay-cancel');
      comeBack();
      await cancelled;
      expect(count(READ)).to.equal(2);
      expect(on.named('cancel')).to.have.length(1);
    });

    it('is left alone where nothing was begun, and by an ordinary pageshow', async () => {
      const element = await shownBuy();
      comeBack();
      window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }));
      await settled();
      expect(on.worker.kinds).to.deep.equal([ASK]);
      expect(words(element)).to.contain('You pay with Stripe.');
    });
  });

  describe('that the browser does not leave', () => {
    it('is usable again after fifteen seconds, without a word on it', async () => {
      const clock = ownClock(on.signal);
      const element = await pressed();
      await clock.pass(14);
      expect(words(element)).to.contain('Opening Checkout…');
      await clock.pass(1);
      expect(words(element)).to.contain('Buy').and.to.contain('You pay with Stripe.');
      expect(on.named('cancel')).to.deep.equal([]);
      expect(count(READ)).to.equal(0);
      await press(element);
      expect(count(CREATE)).to.equal(2);
    });

    it('asks what became of it when the browser left after all, and the person comes back', async () => {
      const clock = ownClock(on.signal);
      const element = await pressed();
      await clock.pass(15);
      const cancelled = oneEvent(element, 'inlay-cancel');
      comeBack();
      await cancelled;
      expect(words(element)).to.contain('Not completed.');
    });

    it('notices that it was paid elsewhere when somebody looks at the page again', async () => {
      const clock = ownClock(on.signal);
      const element = await pressed();
      await clock.pass(15);
      hide(on.signal, true);
      await settled();
      expect(count(READ)).to.equal(0);
      hide(on.signal, false);
      await waitUntil(() => count(READ) === 1);
      await settled();
      expect(words(element), 'what is still open changes nothing').to.contain('You pay with Stripe.');
      on.worker.checkout.outcome = 'paid';
      hide(on.signal, false);
      await waitUntil(() => words(element).includes('Paid'));
      expect(on.named('success')).to.have.length(1);
      hide(on.signal, false);
      await settled();
      expect(count(READ)).to.equal(2);
    });

    it('asks no longer for what has run out', async () => {
      const element = await pressed();
      comeBack();
      await waitUntil(() => words(element).includes('Not completed.'));
      on.worker.checkout.outcome = 'expired';
      hide(on.signal, false);
      await waitUntil(() => count(READ) === 2);
      await settled();
      hide(on.signal, false);
      await settled();
      expect(count(READ)).to.equal(2);
      expect(on.named('cancel'), 'told once').to.have.length(1);
    });
  });

  it('asks nobody to leave the page for an element that is gone', async () => {
    const release = on.worker.hold(CREATE);
    const element = await shownBuy();
    let left = false;
    leaving().then(() => {
      left = true;
    });
    const started = element.start();
    await waitUntil(() => count(CREATE) === 1);
    element.remove();
    await Promise.resolve();
    expect(on.worker.asked.at(-1)?.signal?.aborted, 'the request is given up').to.equal(true);
    release();
    await started;
    await settled();
    expect(left).to.equal(false);
    expect(on.named('error')).to.deep.equal([]);
  });

  it('tells nobody when it is removed before its first answer, and starts anew when it is put back', async () => {
    const release = on.worker.hold(ASK);
    const element = create();
    const home = await fixture<HTMLElement>(document.createElement('div'));
    home.append(element);
    await waitUntil(() => count(ASK) === 1);
    element.remove();
    release();
    await settled();
    expect([on.heard, on.lines]).to.deep.equal([[], []]);
    const ready = oneEvent(element, 'inlay-ready');
    home.append(element);
    await ready;
    expect(words(element)).to.contain('Buy');
  });

  it('keeps working when it is moved', async () => {
    const element = await shownBuy();
    const release = on.worker.hold(CREATE);
    const left = leaving();
    button(element).click();
    await waitUntil(() => count(CREATE) === 1);
    document.body.append(element);
    release();
    expect(await left).to.equal(CHECKOUT_URL);
    expect(on.worker.kinds).to.deep.equal([ASK, CREATE]);
    element.remove();
  });

  it('forgets at logout what it showed, and goes on as ever', async () => {
    visit('?inlay=checkout-return&checkout_session=cs_test_returned');
    on.worker.checkout.outcome = 'paid';
    const element = await shownBuy();
    expect(words(element)).to.contain('Paid');
    const { logout } = init();
    logout();
    await waitUntil(() => words(element).includes('You pay with Stripe.'));
    expect(element.checkoutSession).to.equal(null);
    await press(element);
    expect(on.named('error')).to.deep.equal([]);
    init({});
  });

  describe('that changes what is to be bought', () => {
    it('asks for another merchant, and no longer for what it had begun for the one before', async () => {
      const element = await pressed();
      on.worker.checkout.able = false;
      element.merchant = 'merchant_2';
      await waitUntil(() => words(element).includes('Not available yet'));
      comeBack();
      hide(on.signal, false);
      await settled();
      expect(count(READ)).to.equal(0);
    });

    it('keeps its button, and the focus on it, for another price or quantity', async () => {
      const element = await shownBuy();
      button(element).focus();
      const before = button(element);
      element.quantity = 2;
      await settled();
      element.price = 'price_2';
      await settled();
      expect(button(element) === before).to.equal(true);
      expect(element.shadowRoot?.activeElement === before).to.equal(true);
      expect(count(ASK)).to.equal(1);
    });

    it('says no longer that something else was paid or left', async () => {
      visit('?inlay=checkout-return&checkout_session=cs_test_returned');
      on.worker.checkout.outcome = 'paid';
      const element = await shownBuy();
      element.price = 'price_2';
      await waitUntil(() => words(element).includes('You pay with Stripe.'));
      expect(element.checkoutSession).to.equal(null);
    });

    it('does not leave for what was wanted before', async () => {
      const element = await shownBuy();
      const release = on.worker.hold(CREATE);
      let left = false;
      leaving().then(() => {
        left = true;
      });
      button(element).click();
      await waitUntil(() => count(CREATE) === 1);
      element.quantity = 2;
      await waitUntil(() => words(element).includes('You pay with Stripe.'));
      release();
      await settled();
      expect(left).to.equal(false);
      expect(on.named('error')).to.deep.equal([]);
    });

    it('follows also where that happens before it was first shown', async () => {
      const release = on.worker.hold(ASK);
      on.worker.next('GET checkout/merchants/merchant_2', () =>
        Response.json({ object: 'checkout.merchant', id: 'merchant_2', charges_enabled: false }),
      );
      const element = create();
      await fixture(element);
      await waitUntil(() => count(ASK) === 1);
      element.merchant = 'merchant_2';
      release();
      await waitUntil(() => words(element).includes('Not available yet'));
    });
  });

  it('asks again on refresh(), and is ready once', async () => {
    const element = await shownBuy();
    await element.refresh();
    expect(count(ASK)).to.equal(2);
    on.worker.checkout.able = false;
    await element.refresh();
    expect(words(element)).to.contain('Not available yet');
    expect(on.named('ready')).to.have.length(1);
  });

  it('asks on refresh() what became of what was begun', async () => {
    const element = await pressed();
    comeBack();
    await waitUntil(() => words(element).includes('Not completed.'));
    on.worker.checkout.outcome = 'paid';
    await element.refresh();
    expect(words(element)).to.contain('Paid');
    expect(on.named('success')).to.have.length(1);
  });

  it('is usable again when the connection is back, and goes on with the same attempt', async () => {
    const element = await shownBuy();
    on.worker.next(CREATE, () => Promise.reject(new TypeError('Failed to fetch')));
    await element.start();
    expect(words(element)).to.contain('There is no connection.');
    window.dispatchEvent(new Event('online'));
    await waitUntil(() => words(element).includes('Buy'));
    expect(count(CREATE), 'nothing is begun without a press').to.equal(1);
    await press(element);
    const keys = on.worker.asked
      .filter(({ what }) => what === CREATE)
      .map(({ headers }) => headers.get('Idempotency-Key'));
    expect(new Set(keys).size).to.equal(1);
  });

  it('keeps two sites of one page apart', async () => {
    const other = await shownBuy({ site: 'site_other' });
    const element = await shownBuy();
    expect(count(ASK)).to.equal(2);
    await press(other);
    expect(words(element)).to.contain('You pay with Stripe.');
    expect(on.worker.asked.at(-1)?.url).to.contain('/sites/site_other/');
  });
});
