import { expect, fixture, oneEvent } from '@open-wc/testing';
import { emulateMedia, setViewport } from '@web/test-runner-commands';
import { init } from '../shared/init.ts';
import { page } from '../shared/settings.ts';
import { pressInline, shownBuy } from '../testing/checkout-scene.ts';
import { MERCHANT, PRICE } from '../testing/fake-checkout.ts';
import { fakeStripe } from '../testing/fake-stripe.ts';
import { button, part, settled, visit, words } from '../testing/scene.ts';
import { stage } from '../testing/stage.ts';
import './connect-checkout-button.ts';
import { waitUntil } from '../testing/wait-until.ts';

const TAG = 'connect-checkout-button';
const ASK = `GET checkout/merchants/${MERCHANT}`;
const CREATE = 'POST checkout/sessions';
const READ = 'GET checkout/sessions/cs_test_returned';

type Element = HTMLElementTagNameMap[typeof TAG];
type Attributes = Record<string, string>;

describe('connect-checkout-button, what it shows', () => {
  const on = stage();
  beforeEach(() => {
    page.checkoutReturn = undefined;
  });
  after(async () => {
    await setViewport({ width: 800, height: 600 });
    await emulateMedia({ forcedColors: 'none', reducedMotion: 'no-preference' });
  });

  function returned(outcome: typeof on.worker.checkout.outcome) {
    return (attributes: Attributes) => {
      visit('?inlay=checkout-return&checkout_session=cs_test_returned');
      on.worker.checkout.outcome = outcome;
      return shownBuy(attributes);
    };
  }

  /** Every state, and how a test brings an element there. */
  const states = {
    ready: shownBuy,
    unavailable: (attributes: Attributes) => {
      const cannot = { object: 'checkout.merchant', id: 'merchant_2', charges_enabled: false };
      on.worker.next('GET checkout/merchants/merchant_2', () => Response.json(cannot));
      return shownBuy({ ...attributes, merchant: 'merchant_2' });
    },
    opening: async (attributes: Attributes) => {
      const element = await shownBuy(attributes);
      on.worker.hold(CREATE);
      element.start();
      await waitUntil(() => element.matches(':state(busy)'));
      await settled();
      return element;
    },
    open: async (attributes: Attributes) => {
      const element = await shownBuy({ ...attributes, presentation: 'inline' });
      await pressInline(element, fakeStripe(on.signal));
      return element;
    },
    checking: async (attributes: Attributes) => {
      const element = await shownBuy(attributes);
      on.worker.next(CREATE, () => Response.json({ id: 'cs_test_returned', url: 'https://checkout.stripe.test/x' }));
      on.worker.hold(READ);
      navigation.addEventListener('navigate', (event) => event.preventDefault(), { once: true });
      await element.start();
      window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      await waitUntil(() => words(element).match(/Checking|Vérification/));
      return element;
    },
    paid: returned('paid'),
    processing: returned('processing'),
    declined: returned('failed'),
    left: returned('open'),
    expired: returned('expired'),
    failed: async (attributes: Attributes) => {
      on.worker.fail(CREATE, 503, 'stripe_unavailable');
      const element = await shownBuy(attributes);
      await element.start();
      return element;
    },
    misconfigured: (attributes: Attributes) => shownBuy({ ...attributes, price: '' }),
  };

  for (const [name, reach] of Object.entries(states)) {
    for (const theme of ['light', 'dark'] as const) {
      it(`passes axe in ${theme}: ${name}`, async () => {
        const element = await reach({ theme });
        element.parentElement?.style.setProperty('background', theme === 'dark' ? '#111' : '#fff');
        await settled();
        await expect(element).to.be.accessible();
        element.remove();
        await settled();
      });
    }
  }

  it('passes axe while it loads', async () => {
    const release = on.worker.hold(ASK);
    const element = await fixture<Element>(document.createElement(TAG));
    Object.assign(element, { merchant: MERCHANT, price: PRICE });
    await expect(element).to.be.accessible();
    release();
    await oneEvent(element, 'inlay-ready');
  });

  it('has a button of that name, which the line below describes', async () => {
    const element = await shownBuy();
    expect(button(element).textContent?.trim()).to.equal('Buy');
    expect(button(element).getAttribute('aria-describedby')?.split(' ')).to.include(part(element, 'message')?.id);
    expect(part(element, 'message')?.textContent).to.equal('You pay with Stripe.');
  });

  for (const lang of ['en', 'fr']) {
    it(`has the same size in every state but an open one, in ${lang}`, async () => {
      const { open: _, ...closed } = states;
      for (const [name, reach] of Object.entries(closed)) {
        const element = await reach({ lang, site: `site_${name}` });
        expect([element.offsetWidth, element.offsetHeight], name).to.deep.equal([320, 110]);
        expect(part(element, 'message')?.offsetTop, `${name}, where the line below stands`).to.equal(
          element.offsetTop + 50,
        );
        element.remove();
        await settled();
      }
    });
  }

  it('has that size while it loads, and does not move its neighbours when its state arrives', async () => {
    const release = on.worker.hold(ASK);
    const box = await fixture<HTMLElement>(document.createElement('div'));
    const element = document.createElement(TAG);
    Object.assign(element, { merchant: MERCHANT, price: PRICE });
    const next = document.createElement('p');
    box.append('Before ', element, ' after', next);
    await settled();
    expect([element.offsetWidth, element.offsetHeight]).to.deep.equal([320, 110]);
    const before = next.getBoundingClientRect();
    release();
    await oneEvent(element, 'inlay-ready');
    await settled();
    expect(next.getBoundingClientRect()).to.deep.equal(before);
  });

  for (const lang of ['en', 'fr']) {
    it(`fits on a narrow page in ${lang}`, async () => {
      await setViewport({ width: 320, height: 600 });
      for (const reach of Object.values(states)) {
        const element = await reach({ lang });
        document.body.append(element);
        await settled();
        expect(element.scrollWidth).to.be.at.most(element.clientWidth);
        expect(document.documentElement.scrollWidth).to.be.at.most(320);
        element.remove();
        await settled();
      }
      await setViewport({ width: 800, height: 600 });
    });
  }

  for (const display of ['flex', 'inline-flex', 'grid']) {
    it(`keeps its width in a ${display} box`, async () => {
      const box = await fixture<HTMLElement>(document.createElement('div'));
      box.style.display = display;
      const element = document.createElement(TAG);
      Object.assign(element, { merchant: MERCHANT, price: PRICE });
      box.append(element);
      await oneEvent(element, 'inlay-ready');
      expect(element.offsetWidth).to.equal(320);
    });
  }

  it('keeps its lines in forced colours, and is still where motion is unwelcome', async () => {
    await emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
    const busy = await states.opening({});
    const spinner = part(busy, 'spinner');
    expect(spinner && getComputedStyle(spinner).animationName).to.equal('none');
    await expect(busy).to.be.accessible();
    const paid = await states.paid({ price: PRICE, site: 'site_paid' });
    const status = part(paid, 'status');
    expect(status && getComputedStyle(status).borderTopStyle).to.equal('solid');
    await emulateMedia({ forcedColors: 'none', reducedMotion: 'no-preference' });
  });

  it('takes a label of the host page, and says itself when to try again', async () => {
    on.worker.fail(CREATE, 503, 'stripe_unavailable');
    const element = await shownBuy();
    element.innerHTML = '<span>Rent the boat</span>';
    const slotted = () =>
      element.shadowRoot
        ?.querySelector<HTMLSlotElement>('button slot')
        ?.assignedElements()
        .map(({ textContent }) => textContent);
    expect(slotted()).to.deep.equal(['Rent the boat']);
    await element.start();
    expect(slotted()).to.deep.equal([]);
    expect(button(element).textContent?.trim()).to.equal('Try again');
  });

  it('tells assistive technology of what happens only once the person has turned to it', async () => {
    const element = await shownBuy();
    expect(part(element, 'message')?.getAttribute('aria-live')).to.equal('off');
    button(element).focus();
    element.requestUpdate();
    await element.updateComplete;
    expect(part(element, 'message')?.getAttribute('aria-live')).to.equal('polite');
    expect(part(element, 'message')?.getAttribute('role')).to.equal('status');
  });

  it('keeps the focus on its button while it is busy and when that fails', async () => {
    on.worker.fail(CREATE, 503, 'stripe_unavailable');
    const element = await shownBuy();
    element.focus();
    expect(element.shadowRoot?.activeElement === button(element)).to.equal(true);
    await element.start();
    expect(words(element)).to.contain('Try again');
    expect(element.shadowRoot?.activeElement === button(element)).to.equal(true);
  });

  it('takes the focus that it is given in a modal dialog', async () => {
    const dialog = await fixture<HTMLDialogElement>(document.createElement('dialog'));
    const element = document.createElement(TAG);
    Object.assign(element, { merchant: MERCHANT, price: PRICE });
    dialog.append(element);
    dialog.showModal();
    await oneEvent(element, 'inlay-ready');
    element.focus();
    expect(document.activeElement === element).to.equal(true);
    expect(element.shadowRoot?.activeElement === button(element)).to.equal(true);
    dialog.close();
  });

  it('reads from right to left where its language does', async () => {
    const element = await states.paid({});
    element.parentElement?.setAttribute('lang', 'ar');
    await waitUntil(() => part(element, 'status')?.dir === 'rtl');
    const icon = element.shadowRoot?.querySelector('.icon')?.getBoundingClientRect();
    const text = part(element, 'status')?.querySelector('span')?.getBoundingClientRect();
    expect(icon?.left).to.be.greaterThan(text?.right ?? Infinity);
  });

  it('is hidden by the attribute hidden', async () => {
    expect((await shownBuy({ hidden: '' })).offsetHeight).to.equal(0);
  });

  it('speaks the person’s language from the first word on, and follows when that changes', async () => {
    const element = document.createElement(TAG);
    Object.assign(element, { merchant: MERCHANT, price: PRICE, lang: 'fr-CA' });
    const seen = new Set<string>();
    await fixture(element);
    seen.add(words(element));
    await oneEvent(element, 'inlay-ready');
    seen.add(words(element));
    expect([...seen].join()).not.to.contain('Buy');
    expect(words(element)).to.contain('Acheter').and.to.contain('Vous payez avec Stripe.');
    expect(part(element, 'message')?.getAttribute('lang')).to.equal('fr-CA');
    element.lang = 'en';
    await waitUntil(() => words(element).includes('Buy'));
    init({ locale: 'fr' });
    element.lang = '';
    await waitUntil(() => words(element).includes('Acheter'));
  });

  it('writes the amount anew when the language changes', async () => {
    const element = await states.paid({});
    element.lang = 'fr';
    await waitUntil(() => /Payé : 1.234,56/.test(words(element)));
    expect(on.named('success')).to.have.length(1);
  });

  it('follows the theme and the variables of the page', async () => {
    const element = await shownBuy({ theme: 'dark' });
    await waitUntil(() => getComputedStyle(element).colorScheme === 'dark');
    element.theme = 'light';
    element.appearance = { variables: { colorPrimary: 'rgb(1, 2, 3)' } };
    await waitUntil(() => getComputedStyle(button(element)).backgroundColor === 'rgb(1, 2, 3)');
    expect(getComputedStyle(element).colorScheme).to.equal('light');
  });
});
