import { expect, oneEvent } from '@open-wc/testing';
import { page } from '../shared/settings.ts';
import { shownBuy } from '../testing/checkout-scene.ts';
import { MERCHANT, PRICE } from '../testing/fake-checkout.ts';
import { leaving } from '../testing/leaving.ts';
import { button, part, settled, shown, visit, words } from '../testing/scene.ts';
import { stage } from '../testing/stage.ts';
import './connect-checkout-button.ts';
import { waitUntil } from '../testing/wait-until.ts';

const ID = 'cs_test_returned';
const READ = `GET checkout/sessions/${ID}`;
const ASK = `GET checkout/merchants/${MERCHANT}`;
const BACK = `?inlay=checkout-return&checkout_session=${ID}`;

describe('connect-checkout-button, coming back from Checkout', () => {
  const on = stage();
  beforeEach(() => {
    page.checkoutReturn = undefined;
  });

  it('tells of success when the Worker says that it is paid, and how much', async () => {
    visit(BACK);
    on.worker.checkout.outcome = 'paid';
    const checkoutSession = on.worker.checkout.session(ID);
    const element = await shownBuy();
    expect(words(element)).to.contain('Paid: $1,234.56').and.to.contain('Your payment is complete.');
    expect(part(element, 'status')?.querySelector('svg')).not.to.equal(null);
    expect(element.shadowRoot?.querySelectorAll('button').length).to.equal(0);
    expect(element.matches(':state(done)')).to.equal(true);
    expect(on.worker.kinds, 'and nothing else is asked').to.deep.equal([READ]);
    expect(on.named('change')).to.deep.equal([{ checkoutSession }]);
    expect(on.named('success')).to.deep.equal([{ checkoutSession }]);
    expect(element.checkoutSession).to.deep.equal(checkoutSession);
  });

  for (const { lang, is, says } of [
    { lang: 'fr', is: {}, says: 'Payé : 1 234,56 $US' },
    { lang: 'en', is: { amount_total: 5_000, currency: 'jpy' }, says: 'Paid: ¥5,000' },
    { lang: 'de', is: { currency: 'eur' }, says: 'Bezahlt: 1.234,56 €' },
    { lang: 'tlh', is: {}, says: 'Paid: $1,234.56' },
  ] as const) {
    it(`says ${says} where the language is ${lang}`, async () => {
      visit(BACK);
      on.worker.checkout.outcome = 'paid';
      on.worker.checkout.is = is;
      const element = await shownBuy({ lang });
      expect(words(element).replace(/[\u202f\u00a0]/g, ' ')).to.contain(says.replace(/[\u202f\u00a0]/g, ' '));
    });
  }

  it('does not take the return for success', async () => {
    visit(BACK);
    const element = await shownBuy();
    expect(words(element)).to.contain('Not completed. You can try again.').and.to.contain('Buy');
    expect(on.named('success')).to.deep.equal([]);
    expect(on.named('change')).to.deep.equal([]);
    expect(on.named('cancel')).to.have.length(1);
    const left = leaving();
    button(element).click();
    await left;
  });

  it('says that the time ran out', async () => {
    visit(BACK);
    on.worker.checkout.outcome = 'expired';
    const element = await shownBuy();
    expect(words(element)).to.contain('The time to pay ran out. You can try again.');
    expect(on.named('cancel')).to.have.length(1);
    expect(on.named('error')).to.deep.equal([]);
    expect(button(element).getAttribute('aria-disabled')).to.equal('false');
  });

  it('says that the payment did not go through, and begins anew when pressed', async () => {
    visit(BACK);
    on.worker.checkout.outcome = 'failed';
    const checkoutSession = on.worker.checkout.session(ID);
    const element = await shownBuy();
    expect(words(element)).to.contain('The payment did not go through. You can try again.').and.to.contain('Try again');
    expect(on.named('change')).to.deep.equal([{ checkoutSession }]);
    expect(on.named('error')[0]).to.include({ code: 'checkout_declined', recoverable: true });
    expect(on.heard.map(({ type }) => type)).to.deep.equal(['inlay-ready', 'inlay-change', 'inlay-error']);
    expect(element.matches(':state(failed)')).to.equal(true);
    const left = leaving();
    button(element).click();
    await left;
    expect(on.worker.kinds.at(-1)).to.equal('POST checkout/sessions');
    expect(element.checkoutSession).to.equal(null);
  });

  it('says that the payment is on its way', async () => {
    visit(BACK);
    on.worker.checkout.outcome = 'processing';
    const checkoutSession = on.worker.checkout.session(ID);
    const element = await shownBuy();
    expect(words(element)).to.contain('Payment on its way').and.to.contain('It takes a few days.');
    expect(on.named('change')).to.deep.equal([{ checkoutSession }]);
    expect(on.named('success')).to.deep.equal([]);
    expect(element.matches(':state(done)')).to.equal(false);
    element.remove();
  });

  it('takes its parameters off the address, and leaves the rest as it was written', async () => {
    visit(`?a=%20b&flag&inlay=checkout-return&c=+d&checkout_session=${ID}`, '#part');
    await shownBuy();
    expect(location.search + location.hash).to.equal('?a=%20b&flag&c=+d#part');
  });

  it('leaves other people’s parameters alone', async () => {
    const search = `?inlay=something&inlaid=checkout-return&checkout_session=${ID}`;
    visit(search);
    await shownBuy();
    expect(location.search).to.equal(search);
    expect(on.worker.kinds).to.deep.equal([ASK]);
  });

  it('announces the outcome once, to somebody who has come back for it', async () => {
    visit(BACK);
    on.worker.checkout.outcome = 'paid';
    const release = on.worker.hold(READ);
    const showing = shownBuy();
    await waitUntil(() => on.worker.kinds.includes(READ));
    const element = document.querySelector('connect-checkout-button');
    const said: (string | undefined)[] = [];
    const listening = new MutationObserver(() => {
      const message = element && part(element, 'message');
      const text = message?.textContent?.trim();
      if (said.at(-1) !== text && message?.ariaLive === 'polite') said.push(text);
    });
    if (element?.shadowRoot) {
      listening.observe(element.shadowRoot, { subtree: true, childList: true, characterData: true, attributes: true });
    }
    release();
    await showing;
    listening.disconnect();
    expect(said).to.deep.equal(['Checking the payment…', 'Your payment is complete. Thank you.']);
  });

  describe('where there are several', () => {
    const merchants = () => on.worker.kinds.filter((kind) => kind === ASK).length;

    it('shows it in the one whose merchant and price those are, asked once for the page', async () => {
      visit(BACK);
      on.worker.checkout.outcome = 'paid';
      const [other, foreign, one, same] = await Promise.all([
        shownBuy({ price: 'price_2' }),
        shownBuy({ merchant: 'merchant_2' }),
        shownBuy(),
        shownBuy(),
      ]);
      expect(words(one)).to.contain('Paid: $1,234.56');
      for (const element of [other, foreign, same]) expect(words(element)).to.contain('Buy').and.not.to.contain('Paid');
      expect(on.worker.kinds.filter((kind) => kind === READ)).to.have.length(1);
      expect(merchants()).to.equal(1);
      expect(on.named('success')).to.have.length(1);
    });

    it('waits for the one where that comes later', async () => {
      visit(BACK);
      on.worker.checkout.outcome = 'paid';
      const other = await shownBuy({ price: 'price_2' });
      expect(words(other)).to.contain('Buy');
      const element = await shownBuy();
      await waitUntil(() => words(element).includes('Paid: $1,234.56'));
      expect(on.worker.kinds.filter((kind) => kind === READ)).to.have.length(1);
    });

    it('knows one of several things that were bought', async () => {
      visit(BACK);
      on.worker.checkout.outcome = 'paid';
      on.worker.checkout.is = {
        line_items: [
          { price: 'price_0', quantity: 1 },
          { price: PRICE, quantity: 2 },
        ],
      };
      expect(words(await shownBuy())).to.contain('Paid');
    });

    it('has the first say that nobody knows what became of it, and show it in the right one in the end', async () => {
      visit(BACK);
      on.worker.fail(READ, 503, 'stripe_unavailable');
      on.worker.checkout.outcome = 'paid';
      const [first, right] = await Promise.all([shownBuy({ price: 'price_2' }), shownBuy()]);
      expect(words(first)).to.contain('Please try again in a minute.').and.to.contain('Try again');
      expect(words(right)).to.contain('Buy');
      expect(on.named('error')).to.have.length(1);
      expect(on.named('success')).to.deep.equal([]);
      button(first).click();
      await waitUntil(() => words(right).includes('Paid: $1,234.56'));
      await waitUntil(() => words(first).includes('Buy'));
      expect(on.named('success')).to.have.length(1);
    });
  });

  it('still tells of success when the first answer failed and a second try did not', async () => {
    visit(BACK);
    on.worker.fail(READ, 500, 'internal');
    on.worker.checkout.outcome = 'paid';
    const element = await shownBuy();
    expect(words(element)).to.contain('Try again');
    await element.start();
    expect(on.named('success')).to.have.length(1);
    expect(on.worker.kinds, 'nothing is begun').not.to.contain('POST checkout/sessions');
  });

  for (const id of ['cs_test_foreign', '../config', '"><img src=x>', 'pi_1']) {
    it(`shows its usual state, and tells only the developer, where the address says ${id}`, async () => {
      visit(`?inlay=checkout-return&checkout_session=${encodeURIComponent(id)}`);
      const [element] = await Promise.all([shownBuy(), shownBuy({ price: 'price_2' })]);
      expect(words(element)).to.contain('Buy').and.to.contain('You pay with Stripe.');
      expect(on.named('error')).to.deep.equal([]);
      expect(on.named('cancel')).to.deep.equal([]);
      expect(on.lines).to.have.length(1);
      expect(on.lines[0]).to.contain('checkout_session').and.not.to.contain(id);
      expect(location.search).to.equal('');
      expect(on.worker.kinds.filter((kind) => kind.includes('checkout/sessions')).length).to.be.at.most(1);
    });
  }

  it('shows its usual state where the session is another merchant’s', async () => {
    visit(BACK);
    on.worker.checkout.outcome = 'paid';
    on.worker.checkout.is = { merchant: 'merchant_2' };
    const element = await shownBuy();
    expect(words(element)).to.contain('Buy').and.not.to.contain('Paid');
    expect(on.named('success')).to.deep.equal([]);
    expect(on.lines).to.deep.equal([]);
  });

  it('shows its usual state where the address says no session', async () => {
    visit('?inlay=checkout-return');
    expect(words(await shownBuy())).to.contain('You pay with Stripe.');
    expect(location.search).to.equal('');
  });

  describe('by its way back', () => {
    const LEFT = `?x=1&inlay=checkout-cancel&checkout_price=${PRICE}`;

    it('says in the element of that price that it was not completed', async () => {
      visit(LEFT);
      const [other, one, same] = await Promise.all([shownBuy({ price: 'price_2' }), shownBuy(), shownBuy()]);
      expect(words(one)).to.contain('Not completed. You can try again.').and.to.contain('Buy');
      for (const element of [other, same]) expect(words(element)).not.to.contain('Not completed');
      expect(on.named('cancel')).to.have.length(1);
      expect(on.worker.kinds).to.deep.equal([ASK]);
      expect(location.search).to.equal('?x=1');
      expect(part(one, 'message')?.getAttribute('aria-live')).to.equal('polite');
    });

    it('does not offer what cannot be bought any longer', async () => {
      visit(LEFT);
      on.worker.checkout.able = false;
      const element = await shownBuy();
      expect(words(element)).to.contain('Not available yet');
      expect(on.named('cancel')).to.have.length(1);
    });

    it('shows a page whose address names a price that is none, or of nobody, as ever', async () => {
      for (const search of [
        '?inlay=checkout-cancel',
        '?inlay=checkout-cancel&checkout_price=%22%3E%3Cimg%20src=x%3E',
      ]) {
        visit(search);
        const element = await shownBuy();
        expect(words(element)).to.contain('You pay with Stripe.');
        expect(location.search).to.equal('');
        element.remove();
      }
      expect(on.named('cancel')).to.deep.equal([]);
    });
  });

  it('does not act on a return of another element’s', async () => {
    visit('?inlay=onboard-return');
    expect(words(await shownBuy())).to.contain('You pay with Stripe.');
    expect(location.search).to.equal('?inlay=onboard-return');
  });

  it('is told once of a return when it is moved just then', async () => {
    visit(BACK);
    on.worker.checkout.outcome = 'paid';
    const release = on.worker.hold(READ);
    const element = document.createElement('connect-checkout-button');
    Object.assign(element, { merchant: MERCHANT, price: PRICE });
    const ready = oneEvent(element, 'inlay-ready');
    document.body.append(element);
    await waitUntil(() => on.worker.kinds.includes(READ));
    document.body.prepend(element);
    release();
    await ready;
    await settled();
    expect(words(element)).to.contain('Paid');
    expect(on.named('success')).to.have.length(1);
    element.remove();
  });

  it('leaves a return to the next element when it is removed just then', async () => {
    visit(BACK);
    on.worker.checkout.outcome = 'paid';
    const release = on.worker.hold(READ);
    const gone = document.createElement('connect-checkout-button');
    Object.assign(gone, { merchant: MERCHANT, price: PRICE });
    document.body.append(gone);
    await waitUntil(() => on.worker.kinds.includes(READ));
    gone.remove();
    const showing = shown('connect-checkout-button', { merchant: MERCHANT, price: PRICE });
    release();
    const element = await showing;
    await waitUntil(() => words(element).includes('Paid'));
    expect(on.named('success')).to.have.length(1);
  });
});
