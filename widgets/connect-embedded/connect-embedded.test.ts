import { expect, fixture, nextFrame, oneEvent } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { init } from '../shared/init.ts';
import { embeddedSettled, shownComponent, within } from '../testing/embedded-scene.ts';
import { EMBEDDED_KEY, EMBEDDED_SECRET } from '../testing/fake-account-sessions.ts';
import { FakeBanner, FakeComponent, type FakeConnect, fakeConnect } from '../testing/fake-connect.ts';
import { onPhone } from '../testing/phone.ts';
import { button, part, words } from '../testing/scene.ts';
import { stage } from '../testing/stage.ts';
import type { ConnectEmbedded } from './connect-embedded.ts';
import './connect-embedded.ts';
import { waitUntil } from '../testing/wait-until.ts';

const CREATE = 'POST account_sessions';
const HINT = 'Stripe may open a window to confirm it is you.';

const every = {
  'account-management': 'Account details',
  'account-onboarding': 'Account set-up',
  balances: 'Balances',
  documents: 'Documents',
  'notification-banner': 'Notifications',
  'payment-method-settings': 'Payment methods',
  payments: 'Payments',
  payouts: 'Payouts',
};

describe('connect-embedded, what it shows', () => {
  const on = stage();
  let stripe: FakeConnect;
  beforeEach(() => {
    stripe = fakeConnect(on.signal);
  });

  /** One whose component has not begun to show itself. */
  async function waiting(component: string, attributes: Record<string, string> = {}): Promise<ConnectEmbedded> {
    FakeComponent.starts = false;
    const element = document.createElement('connect-embedded');
    for (const [name, value] of Object.entries({ component, ...attributes })) element.setAttribute(name, value);
    await fixture(element);
    await waitUntil(() => element.firstElementChild);
    await embeddedSettled();
    return element;
  }

  /** Every state, and how a test brings an element there. */
  const states: Record<string, (attributes: Record<string, string>) => Promise<ConnectEmbedded>> = {
    loading: async (attributes) => {
      const element = document.createElement('connect-embedded');
      for (const [name, value] of Object.entries({ component: 'payouts', disabled: '', ...attributes }))
        element.setAttribute(name, value);
      await fixture(element);
      await embeddedSettled();
      return element;
    },
    busy: (attributes) => waiting('payouts', attributes),
    shown: (attributes) => shownComponent('payouts', attributes),
    'shown in an app': (attributes) => {
      onPhone(on.signal, 'Mozilla/5.0 (iPhone) Instagram 300');
      return shownComponent('payouts', attributes);
    },
    'a banner with something to tell': async (attributes) => {
      const element = await shownComponent('notification-banner', attributes);
      within(element, FakeBanner).notify({ total: 2, actionRequired: 1 });
      await element.updateComplete;
      return element;
    },
    'a quiet banner': (attributes) => shownComponent('notification-banner', attributes),
    failed: (attributes) => {
      on.worker.fail(CREATE, 503, 'stripe_unavailable');
      return shownComponent('payouts', attributes);
    },
    'trying again': async (attributes) => {
      on.worker.fail(CREATE, 503, 'stripe_unavailable');
      const element = await shownComponent('payouts', attributes);
      on.worker.hold(CREATE);
      button(element).click();
      await waitUntil(() => element.matches(':state(busy)'));
      await embeddedSettled();
      return element;
    },
    'nothing set up': (attributes) => {
      on.worker.accountSessions.hasAccount = false;
      return shownComponent('payouts', attributes);
    },
    'not configured': (attributes) => shownComponent('nonsense', attributes),
  };

  for (const [name, reach] of Object.entries(states)) {
    for (const theme of ['light', 'dark'] as const) {
      it(`passes axe in ${theme}: ${name}`, async () => {
        const element = await reach({ theme });
        element.parentElement?.style.setProperty('background', theme === 'dark' ? '#111' : '#fff');
        await embeddedSettled();
        await expect(element).to.be.accessible();
      });
    }

    describe('on a narrow page', () => {
      beforeEach(() => setViewport({ width: 320, height: 600 }));
      afterEach(() => setViewport({ width: 800, height: 600 }));

      for (const lang of ['en', 'fr']) {
        it(`fits in ${lang}: ${name}`, async () => {
          const element = await reach({ lang });
          document.body.append(element);
          await nextFrame();
          expect(element.scrollWidth).to.be.at.most(element.clientWidth);
          expect(element.getBoundingClientRect().right).to.be.at.most(320);
          element.remove();
        });
      }
    });
  }

  it('passes axe before its code is here', async () => {
    const element = await fixture<ConnectEmbedded>(document.createElement('connect-embedded'));
    expect(part(element, 'skeleton')).not.to.equal(null);
    await expect(element).to.be.accessible();
  });

  for (const [component, title] of Object.entries(every)) {
    it(`shows ${component}, on a session of the Worker’s`, async () => {
      const element = await shownComponent(component);
      const asked = on.worker.asked.filter(({ what }) => what === CREATE).map(({ body }) => body);
      expect(asked).to.deep.equal([{ components: [component.replaceAll('-', '_')] }]);
      const [instance, ...others] = stripe.instances;
      expect(others).to.deep.equal([]);
      expect(instance?.options.publishableKey).to.equal(EMBEDDED_KEY);
      expect(instance?.secrets).to.deep.equal([`${EMBEDDED_SECRET}_1`]);
      const shown = within(element, FakeComponent);
      expect(shown.localName).to.equal(`stripe-connect-${component}`);
      expect(shown.instance).to.equal(instance);
      expect(element.matches(':state(done)')).to.equal(true);
      expect(on.named('ready')).to.have.length(1);
      expect(on.named('error')).to.deep.equal([]);
      if (component !== 'notification-banner') {
        const section = element.shadowRoot?.querySelector('section');
        expect([section?.role, section?.ariaLabel]).to.deep.equal(['group', title]);
      }
    });
  }

  it('is ready, and has a skeleton no longer, once Stripe’s component shows that it loads', async () => {
    const element = await waiting('payouts');
    expect(on.named('ready')).to.deep.equal([]);
    expect(part(element, 'skeleton')).not.to.equal(null);
    expect(element.matches(':state(busy)')).to.equal(true);
    const ready = oneEvent(element, 'inlay-ready');
    within(element, FakeComponent).start();
    await ready;
    expect(part(element, 'skeleton')).to.equal(null);
    expect(element.matches(':state(busy)')).to.equal(false);
    within(element, FakeComponent).start();
    await element.updateComplete;
    expect(on.named('ready')).to.have.length(1);
  });

  it('has Stripe’s component in the light DOM, in a slot, where it is seen while it loads', async () => {
    const element = await waiting('payouts');
    const [place] = element.children;
    expect(place?.slot).to.equal('component');
    expect(place?.assignedSlot).not.to.equal(null);
    within(element, FakeComponent).textContent = 'Loading, says Stripe.';
    expect(place?.getBoundingClientRect().height).to.be.greaterThan(0);
  });

  it('leaves the children alone that a page has put into it', async () => {
    const element = document.createElement('connect-embedded');
    element.component = 'payouts';
    element.innerHTML = '<!-- a comment --><p id="own">Mine</p>';
    const before = [...element.childNodes];
    const ready = oneEvent(element, 'inlay-ready');
    await fixture(element);
    await ready;
    expect([...element.childNodes].slice(0, 2)).to.deep.equal(before);
    await element.refresh();
    element.component = 'balances';
    await waitUntil(() => element.querySelector('stripe-connect-balances'));
    element.remove();
    await embeddedSettled();
    expect([...element.childNodes]).to.deep.equal(before);
  });

  it('keeps the room of most of what a component shows, while it loads and after', async () => {
    const heights: Record<string, number> = {};
    for (const component of Object.keys(every)) {
      const element = await waiting(component);
      const { offsetHeight } = element;
      within(element, FakeComponent).start();
      await embeddedSettled();
      expect(element.offsetHeight, component).to.equal(offsetHeight);
      heights[component] = offsetHeight;
      element.remove();
    }
    expect(heights).to.deep.equal({
      'account-management': 384,
      'account-onboarding': 384,
      balances: 200,
      documents: 200,
      'notification-banner': 0,
      'payment-method-settings': 320,
      payments: 320,
      payouts: 320,
    });
  });

  it('has the same size at first, loading, shown and failed', async () => {
    const first = await fixture<ConnectEmbedded>(
      Object.assign(document.createElement('connect-embedded'), { component: 'balances', disabled: true }),
    );
    const sizes = new Set([first.offsetHeight]);
    await embeddedSettled();
    sizes.add(first.offsetHeight);
    sizes.add((await waiting('balances')).offsetHeight);
    sizes.add((await waiting('balances')).offsetHeight);
    on.worker.fail(CREATE, 503, 'stripe_unavailable');
    sizes.add((await shownComponent('balances', { site: 'site_2' })).offsetHeight);
    expect([...sizes]).to.deep.equal([200]);
  });

  for (const display of ['flex', 'inline-flex', 'grid']) {
    it(`keeps its width in a ${display} box`, async () => {
      const box = await fixture<HTMLElement>(document.createElement('div'));
      box.style.display = display;
      const element = document.createElement('connect-embedded');
      element.component = 'payouts';
      box.append(element);
      await oneEvent(element, 'inlay-ready');
      expect(element.offsetWidth).to.equal(768);
    });
  }

  for (const component of Object.keys(every)) {
    const opens = component !== 'documents' && component !== 'payments';
    it(`hints at a window of Stripe’s ${opens ? 'with' : 'nowhere near'} ${component}`, async () => {
      const element = await shownComponent(component);
      if (component === 'notification-banner') within(element, FakeBanner).notify({ total: 1, actionRequired: 0 });
      await element.updateComplete;
      const message = part(element, 'message');
      expect(message?.textContent?.trim()).to.equal(opens ? HINT : '');
      if (!opens) expect(message?.offsetHeight).to.equal(0);
    });
  }

  it('says in the browser of an app that windows do not open there, and offers to open the page in another', async () => {
    onPhone(on.signal, 'Mozilla/5.0 (iPhone) Instagram 300');
    const element = await shownComponent('account-onboarding');
    expect(words(element)).to.contain('This does not work in the browser of an app.').and.not.to.contain(HINT);
    const link = element.shadowRoot?.querySelector('a');
    expect(link?.textContent).to.equal('Open this page in your browser');
    expect(link?.href).to.equal(location.href);
    expect(link?.target).to.equal('_blank');
    const harmless = await shownComponent('payments');
    expect(words(harmless)).to.equal('');
  });

  it('takes no room for a banner without anything to tell, and says nothing of it', async () => {
    const element = await shownComponent('notification-banner');
    const region = element.shadowRoot?.querySelector('section');
    expect([element.offsetHeight, words(element), region?.ariaLabel]).to.deep.equal([0, '', null]);
    within(element, FakeBanner).notify({ total: 3, actionRequired: 1 });
    await element.updateComplete;
    expect(words(element)).to.equal(HINT);
    expect(region?.ariaLabel).to.equal('Notifications');
    within(element, FakeBanner).notify({ total: 0, actionRequired: 0 });
    await element.updateComplete;
    expect([element.offsetHeight, words(element), region?.ariaLabel]).to.deep.equal([0, '', null]);
  });

  it('says what failed with a banner, too', async () => {
    on.worker.fail(CREATE, 503, 'stripe_unavailable');
    const element = await shownComponent('notification-banner');
    expect(words(element)).to.contain('Please try again in a minute.').and.to.contain('Try again');
  });

  it('speaks the person’s language from the first word on, and follows when that changes', async () => {
    const element = await waiting('payouts', { lang: 'fr-CA' });
    const skeleton = () => part(element, 'skeleton')?.ariaLabel;
    // Of windows nothing is said yet.
    expect([skeleton(), words(element)]).to.deep.equal(['Chargement…', '']);
    expect(element.shadowRoot?.querySelector('section')?.ariaLabel).to.equal('Virements');
    expect(element.shadowRoot?.querySelector('section')?.lang).to.equal('fr-CA');
    element.lang = 'en';
    await waitUntil(() => skeleton() === 'Loading…');
    init({ locale: 'fr' });
    element.lang = '';
    await waitUntil(() => skeleton() === 'Chargement…');
  });

  it('tells assistive technology of what happens only once the person has turned to it', async () => {
    on.worker.fail(CREATE, 503, 'stripe_unavailable');
    const element = await shownComponent('payouts');
    expect(part(element, 'message')?.getAttribute('aria-live')).to.equal('off');
    on.worker.fail(CREATE, 503, 'stripe_unavailable');
    const failed = oneEvent(element, 'inlay-error');
    button(element).click();
    await failed;
    expect(part(element, 'message')?.getAttribute('aria-live')).to.equal('polite');
  });

  it('keeps the focus of whoever tries again, on the button and then on the component', async () => {
    on.worker.fail(CREATE, 503, 'stripe_unavailable');
    const element = await shownComponent('payouts');
    const release = on.worker.hold(CREATE);
    button(element).focus();
    button(element).click();
    await waitUntil(() => element.matches(':state(busy)'));
    expect(element.shadowRoot?.activeElement).to.equal(button(element));
    expect(button(element).ariaDisabled).to.equal('true');
    expect(part(element, 'spinner')).not.to.equal(null);
    release();
    await waitUntil(() => element.matches(':state(done)'));
    expect(element.shadowRoot?.activeElement?.className).to.equal('stage');
  });

  it('does not take the focus for a press on Stripe’s component', async () => {
    on.worker.fail(CREATE, 503, 'stripe_unavailable');
    const element = await shownComponent('payouts');
    element.focus();
    expect(element.shadowRoot?.activeElement).to.equal(null);
  });

  for (const name of ['component', 'lang', 'theme', 'site', 'token-url', 'api']) {
    it(`keeps markup in the attribute ${name} text`, async () => {
      const element = await shownComponent('payouts', { [name]: '"><img src=x onerror=alert(1)>' });
      expect(element.shadowRoot?.querySelector('img')).to.equal(null);
      expect(document.querySelector('img[src=x]')).to.equal(null);
    });
  }
});
