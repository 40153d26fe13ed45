import { expect, oneEvent } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { boxes, pressInline, shownBuy, shownOpen } from '../testing/checkout-scene.ts';
import { CHECKOUT_KEY, CHECKOUT_SECRET, MERCHANT_ACCOUNT } from '../testing/fake-checkout.ts';
import { type FakeStripe, fakeStripe } from '../testing/fake-stripe.ts';
import { ownClock } from '../testing/own-clock.ts';
import { hide } from '../testing/phone.ts';
import { button, part, settled, shown, words } from '../testing/scene.ts';
import { stage } from '../testing/stage.ts';
import '../cashapp-save-method/cashapp-save-method.ts';
import './connect-checkout-button.ts';
import { waitUntil } from '../testing/wait-until.ts';

const CREATE = 'POST checkout/sessions';
const READ = 'GET checkout/sessions/cs_test_1';

describe('connect-checkout-button with presentation="inline"', () => {
  const on = stage();
  let stripe: FakeStripe;
  beforeEach(() => {
    stripe = fakeStripe(on.signal);
  });

  const cancel = (element: Element) => part(element, 'cancel');
  const reads = () => on.worker.kinds.filter((kind) => kind === READ).length;

  it('puts Checkout into the page itself, for the merchant’s account, in the person’s language', async () => {
    const { element, page } = await shownOpen(stripe, { lang: 'fr-CA' });
    expect(on.worker.asked.find(({ what }) => what === CREATE)?.body).to.include({ presentation: 'inline' });
    expect(page.publishableKey).to.equal(CHECKOUT_KEY);
    expect(page.options).to.deep.equal({ locale: 'fr', stripeAccount: MERCHANT_ACCOUNT });
    expect(page.clientSecret).to.equal(CHECKOUT_SECRET);
    const [box] = boxes(element);
    expect(boxes(element)).to.have.length(1);
    expect(box?.parentElement === element, 'not in its shadow').to.equal(true);
    expect(box?.contains(page.frame())).to.equal(true);
    expect(page.frame()?.getBoundingClientRect().height, 'and is to be seen').to.be.greaterThan(0);
    expect(words(element)).to.contain('Payez dans le formulaire ci-dessous.').and.to.contain('Fermer');
    expect(element.matches(':state(busy)')).to.equal(true);
    expect(button(element).getAttribute('aria-disabled')).to.equal('true');
    expect(part(element, 'spinner'), 'nothing is waited for').to.equal(null);
  });

  it('keeps the label apart from what stands in the page', async () => {
    const { element } = await shownOpen(stripe);
    element.append('Buy the boat');
    const [slot] = element.shadowRoot?.querySelectorAll<HTMLSlotElement>('button slot') ?? [];
    expect(slot?.assignedNodes().map(({ textContent }) => textContent)).to.deep.equal(['Buy the boat']);
  });

  it('asks the Worker when Checkout is complete, and shows what that says', async () => {
    const { element, page } = await shownOpen(stripe);
    expect(reads()).to.equal(0);
    on.worker.checkout.outcome = 'paid';
    const success = oneEvent(element, 'inlay-success');
    page.complete();
    await success;
    expect(words(element)).to.contain('Paid: $1,234.56');
    expect(boxes(element)).to.deep.equal([]);
    expect(page.destroyed()).to.equal(true);
    expect(on.named('cancel')).to.deep.equal([]);
    expect(reads()).to.equal(1);
  });

  it('does not take complete for paid', async () => {
    const { element, page } = await shownOpen(stripe);
    on.worker.checkout.outcome = 'processing';
    page.complete();
    await waitUntil(() => words(element).includes('Payment on its way'));
    expect(on.named('success')).to.deep.equal([]);
    element.remove();
  });

  it('is ready again when closed, with the focus on its button', async () => {
    const { element, page } = await shownOpen(stripe);
    const cancelled = oneEvent(element, 'inlay-cancel');
    cancel(element)?.focus();
    cancel(element)?.click();
    await cancelled;
    expect(words(element)).to.contain('Not completed. You can try again.').and.to.contain('Buy');
    expect(element.shadowRoot?.activeElement === button(element)).to.equal(true);
    expect(cancel(element)).to.equal(null);
    expect(boxes(element)).to.deep.equal([]);
    expect(page.destroyed()).to.equal(true);
    const again = await pressInline(element, stripe);
    expect(again.destroyed()).to.equal(false);
    expect(on.worker.kinds.filter((kind) => kind === CREATE)).to.have.length(2);
  });

  it('is paid all the same when the person was faster than the button Close', async () => {
    const { element } = await shownOpen(stripe);
    on.worker.checkout.outcome = 'paid';
    const success = oneEvent(element, 'inlay-success');
    cancel(element)?.focus();
    cancel(element)?.click();
    await success;
    expect(on.named('cancel')).to.deep.equal([]);
    expect(element.shadowRoot?.activeElement === part(element, 'status'), 'the focus stays').to.equal(true);
  });

  it('takes the focus back from what goes', async () => {
    const { element, page } = await shownOpen(stripe);
    page.frame()?.focus();
    expect(document.activeElement === page.frame()).to.equal(true);
    on.worker.checkout.outcome = 'paid';
    const success = oneEvent(element, 'inlay-success');
    page.complete();
    await success;
    expect(document.activeElement === element).to.equal(true);
    expect(element.shadowRoot?.activeElement === part(element, 'status')).to.equal(true);
  });

  it('can be closed with the keyboard, before Checkout in the order of things', async () => {
    const { element } = await shownOpen(stripe);
    const close = cancel(element);
    const slot = element.shadowRoot?.querySelector('slot[name=checkout]');
    expect(close?.tabIndex).to.equal(0);
    expect(close && slot && close.compareDocumentPosition(slot)).to.equal(Node.DOCUMENT_POSITION_FOLLOWING);
  });

  it('opens one for a double click', async () => {
    const element = await shownBuy({ presentation: 'inline' });
    const next = stripe.embedded.next();
    button(element).click();
    button(element).click();
    element.start();
    await next;
    await settled();
    button(element).click();
    await settled();
    expect(stripe.embedded.pages).to.have.length(1);
    expect(on.named('start')).to.have.length(1);
  });

  it('closes the one of another button, which is ready again', async () => {
    const { element: first, page } = await shownOpen(stripe);
    const second = await shownBuy({ presentation: 'inline', price: 'price_2' });
    const cancelled = oneEvent(first, 'inlay-cancel');
    const next = await pressInline(second, stripe);
    await cancelled;
    expect(page.destroyed()).to.equal(true);
    expect(boxes(first)).to.deep.equal([]);
    expect(words(first)).to.contain('Buy').and.to.contain('Not completed.');
    expect(first.matches(':state(busy)')).to.equal(false);
    expect(boxes(second)).to.have.length(1);
    expect(next.destroyed()).to.equal(false);
    expect(on.named('cancel')).to.have.length(1);
  });

  it('gives way to another button while it is still on its way, and leaves nothing behind', async () => {
    const release = on.worker.hold(CREATE);
    const first = await shownBuy({ presentation: 'inline' });
    const second = await shownBuy({ presentation: 'inline', price: 'price_2' });
    button(first).click();
    await waitUntil(() => on.worker.kinds.includes(CREATE));
    const cancelled = oneEvent(first, 'inlay-cancel');
    await pressInline(second, stripe);
    await cancelled;
    release();
    await settled();
    expect(stripe.embedded.pages).to.have.length(1);
    expect(boxes(first)).to.deep.equal([]);
    expect(boxes(second)).to.have.length(1);
  });

  it('gives way while Stripe’s script is still making it, which then allows no other before that is gone', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    stripe.embedded.held = promise;
    const first = await shownBuy({ presentation: 'inline' });
    const second = await shownBuy({ presentation: 'inline', price: 'price_2' });
    button(first).click();
    await waitUntil(() => stripe.embedded.pages.length === 1);
    const cancelled = oneEvent(first, 'inlay-cancel');
    const next = stripe.embedded.next();
    button(second).click();
    await cancelled;
    await settled();
    expect(stripe.embedded.pages).to.have.length(1);
    resolve();
    stripe.embedded.held = undefined;
    await next;
    const [one, other] = stripe.embedded.pages;
    expect([one?.destroyed(), other?.destroyed()]).to.deep.equal([true, false]);
    expect(boxes(first)).to.deep.equal([]);
    expect(boxes(second)).to.have.length(1);
  });

  it('takes away what Stripe’s script has made for an element that is gone', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    stripe.embedded.held = promise;
    const element = await shownBuy({ presentation: 'inline' });
    button(element).click();
    await waitUntil(() => stripe.embedded.pages.length === 1);
    element.remove();
    await settled();
    resolve();
    await settled();
    expect(stripe.embedded.pages[0]?.destroyed()).to.equal(true);
    expect(boxes(element)).to.deep.equal([]);
  });

  it('keeps no dialog of Stripe’s from opening beside it', async () => {
    await shownOpen(stripe);
    const other = await shown('cashapp-save-method');
    const next = stripe.cashapp.next();
    button(other).click();
    (await next).end();
    await oneEvent(other, 'inlay-success');
  });

  it('goes on when it is moved, with Checkout mounted anew', async () => {
    const { element, page } = await shownOpen(stripe);
    const before = page.frame();
    document.body.append(element);
    await settled();
    expect(page.destroyed()).to.equal(false);
    expect(page.frame() === before, 'a frame that is moved is a new one').to.equal(false);
    expect(boxes(element)[0]?.contains(page.frame())).to.equal(true);
    on.worker.checkout.outcome = 'paid';
    const success = oneEvent(element, 'inlay-success');
    page.complete();
    await success;
    element.remove();
  });

  it('leaves nothing behind when it is removed, and tells nobody', async () => {
    const { element, page } = await shownOpen(stripe);
    const home = element.parentElement;
    const before = on.heard.length;
    element.remove();
    await settled();
    expect(page.destroyed()).to.equal(true);
    expect(boxes(element)).to.deep.equal([]);
    expect(on.heard).to.have.length(before);
    home?.append(element);
    await waitUntil(() => words(element).includes('You pay with Stripe.'));
    await pressInline(element, stripe);
    expect(boxes(element)).to.have.length(1);
  });

  it('closes when the page changes what is to be bought', async () => {
    const { element, page } = await shownOpen(stripe);
    element.quantity = 2;
    await waitUntil(() => page.destroyed() && words(element).includes('Buy'));
    expect(boxes(element)).to.deep.equal([]);
    expect(words(element)).not.to.contain('Not completed');
  });

  it('closes out of the browser’s cache, and says what became of it', async () => {
    const { element, page } = await shownOpen(stripe);
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await waitUntil(() => words(element).includes('Not completed.'));
    expect(page.destroyed()).to.equal(true);
    const next = await pressInline(element, stripe);
    on.worker.checkout.outcome = 'paid';
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await waitUntil(() => words(element).includes('Paid'));
    expect(next.destroyed()).to.equal(true);
    expect(on.named('success')).to.have.length(1);
  });

  it('notices in passing what was paid or has run out elsewhere, and lets the person go on otherwise', async () => {
    const { element, page } = await shownOpen(stripe);
    hide(on.signal, true);
    hide(on.signal, false);
    await waitUntil(() => reads() === 1);
    await settled();
    expect(page.destroyed()).to.equal(false);
    on.worker.checkout.outcome = 'expired';
    hide(on.signal, false);
    await waitUntil(() => words(element).includes('The time to pay ran out.'));
    expect(page.destroyed()).to.equal(true);
  });

  it('changes its words, and nothing else, with the language and the theme', async () => {
    const { element, page } = await shownOpen(stripe);
    element.lang = 'fr';
    element.theme = 'dark';
    await waitUntil(() => words(element).includes('Payez dans le formulaire'));
    await settled();
    expect(getComputedStyle(element).colorScheme).to.equal('dark');
    expect(stripe.embedded.pages).to.have.length(1);
    expect(page.frame()?.isConnected).to.equal(true);
  });

  it('says so when Stripe’s script cannot show it, without the secret, and begins anew when pressed', async () => {
    stripe.embedded.broken = new Error(`IntegrationError: ${CHECKOUT_SECRET} is no secret.`);
    const element = await shownBuy({ presentation: 'inline' });
    const failed = oneEvent(element, 'inlay-error');
    button(element).click();
    await failed;
    expect(on.named('error')[0]).to.include({ code: 'checkout_failed', type: 'stripe_error', recoverable: true });
    expect(on.lines.at(-1)).to.contain('IntegrationError').and.not.to.contain('CANARY');
    expect(words(element)).to.contain('Something went wrong').and.to.contain('Try again');
    stripe.embedded.broken = undefined;
    await pressInline(element, stripe);
    expect(on.worker.kinds.filter((kind) => kind === CREATE)).to.have.length(2);
  });

  it('does not wait for ever for Stripe’s script', async () => {
    const clock = ownClock(on.signal);
    stripe.embedded.held = new Promise(() => undefined);
    const element = await shownBuy({ presentation: 'inline' });
    button(element).click();
    await waitUntil(() => stripe.embedded.pages.length === 1);
    await clock.pass(29);
    expect(words(element)).to.contain('Opening Checkout…');
    await clock.pass(1);
    await waitUntil(() => words(element).includes('Try again'));
    expect(on.named('error')[0]).to.include({ code: 'checkout_failed' });
  });

  it('asks again for the outcome when there was no connection just then', async () => {
    const { element, page } = await shownOpen(stripe);
    on.worker.next(READ, () => Promise.reject(new TypeError('Failed to fetch')));
    on.worker.checkout.outcome = 'paid';
    const failed = oneEvent(element, 'inlay-error');
    page.complete();
    await failed;
    expect(words(element)).to.contain('There is no connection.').and.to.contain('Try again');
    const success = oneEvent(element, 'inlay-success');
    window.dispatchEvent(new Event('online'));
    await success;
    expect(stripe.embedded.pages).to.have.length(1);
  });

  it('keeps the secret to itself', async () => {
    const { element, page } = await shownOpen(stripe);
    const seen = () =>
      [JSON.stringify(on.heard), element.outerHTML, element.shadowRoot?.innerHTML, ...on.lines, location.href].join();
    expect(seen()).not.to.contain('CANARY');
    on.worker.checkout.outcome = 'paid';
    const success = oneEvent(element, 'inlay-success');
    page.complete();
    await success;
    expect(seen()).not.to.contain('CANARY');
    expect(JSON.stringify({ ...localStorage, ...sessionStorage, ...history.state })).not.to.contain('CANARY');
  });

  describe('and the room for it', () => {
    afterEach(() => setViewport({ width: 800, height: 600 }));

    it('takes all the width there is, and gives it back', async () => {
      const { element, page } = await shownOpen(stripe);
      expect(element.offsetWidth).to.equal(element.parentElement?.clientWidth);
      expect(button(element).offsetWidth, 'the button stays as it was').to.equal(320);
      const cancelled = oneEvent(element, 'inlay-cancel');
      cancel(element)?.click();
      await cancelled;
      expect(page.destroyed()).to.equal(true);
      expect(element.offsetWidth).to.equal(320);
    });

    it('fits on a narrow page', async () => {
      await setViewport({ width: 320, height: 600 });
      const { element } = await shownOpen(stripe, { lang: 'fr' });
      expect(element.scrollWidth).to.be.at.most(element.clientWidth);
      expect(element.getBoundingClientRect().right).to.be.at.most(320);
    });
  });
});
