import { expect, fixture, oneEvent } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { init } from '../shared/init.ts';
import { waitingWith } from '../testing/fake-cashapp.ts';
import { methodThat } from '../testing/fake-methods.ts';
import { type FakeStripe, fakeStripe } from '../testing/fake-stripe.ts';
import { button, part, settled, shown, words } from '../testing/scene.ts';
import { stage } from '../testing/stage.ts';
import './cashapp-save-method.ts';
import { waitUntil } from '../testing/wait-until.ts';

const TAG = 'cashapp-save-method';
const TERMS = 'GET setup_intents';
const CREATE = 'POST setup_intents';

describe('cashapp-save-method, what it shows', () => {
  const on = stage();
  let stripe: FakeStripe;
  beforeEach(() => {
    stripe = fakeStripe(on.signal);
  });

  type Element = HTMLElementTagNameMap[typeof TAG];

  async function press(element: Element) {
    const next = stripe.cashapp.next();
    element.start();
    const confirmation = await next;
    on.signal.addEventListener('abort', () => confirmation.end());
    return confirmation;
  }

  async function drawn(element: Element): Promise<void> {
    element.presentation = 'inline';
    (await press(element)).end(waitingWith(1));
    await waitUntil(() => element.shadowRoot?.querySelector('img'));
  }

  /** Every state, and how a test brings the element there. */
  const states = {
    ready: settled,
    busy: async (element: Element) => {
      on.worker.hold(CREATE);
      element.start();
      await waitUntil(() => element.matches(':state(busy)'));
      await settled();
    },
    open: press,
    drawn,
    'not drawn': async (element: Element) => {
      await drawn(element);
      element.shadowRoot?.querySelector('img')?.dispatchEvent(new Event('error'));
    },
    pending: async (element: Element) => {
      on.worker.setup.status = 'processing';
      (await press(element)).end();
      await waitUntil(() => words(element).includes('Check again'));
    },
    done: async (element: Element) => {
      (await press(element)).end();
      await oneEvent(element, 'inlay-success');
    },
    failed: async (element: Element) => {
      on.worker.fail(CREATE, 503, 'stripe_unavailable');
      await element.start();
    },
  };

  for (const [name, reach] of Object.entries(states)) {
    for (const theme of ['light', 'dark'] as const) {
      it(`passes axe in ${theme}: ${name}`, async () => {
        const element = await shown(TAG, { theme });
        element.parentElement?.style.setProperty('background', theme === 'dark' ? '#111' : '#fff');
        await reach(element);
        await settled();
        await expect(element).to.be.accessible();
        element.remove();
        await settled();
      });
    }
  }

  it('passes axe while it loads', async () => {
    const release = on.worker.hold(TERMS);
    const element = await fixture<HTMLElement>(document.createElement(TAG));
    await expect(element).to.be.accessible();
    release();
    await oneEvent(element, 'inlay-ready');
  });

  it('says before the press whom the person authorises to what, and how to take it back', async () => {
    const element = await shown(TAG);
    expect(words(element)).to.contain(
      'By continuing, you authorize Rocket Rides to debit your Cash App account for future payments in accordance with Rocket Rides’s terms, until this authorization is revoked. You can revoke it any time in your Cash App settings.',
    );
    const described = button(element).getAttribute('aria-describedby')?.split(' ') ?? [];
    expect(described).to.include(part(element, 'terms')?.id);
    const link = part(element, 'terms')?.querySelector('a');
    expect(link?.href).to.equal('https://rides.example.test/terms');
    expect([link?.target, link?.rel]).to.deep.equal(['_blank', 'noopener']);
  });

  it('speaks of the person’s own payments where nothing is charged without them', async () => {
    on.worker.setup.terms = { ...on.worker.setup.terms, usage: 'on_session' };
    expect(words(await shown(TAG)))
      .to.contain('for payments you make')
      .and.not.to.contain('future');
  });

  it('does not show terms that the person has saved under before', async () => {
    on.worker.setup.terms = { ...on.worker.setup.terms, required: false };
    const element = await shown(TAG);
    expect(part(element, 'terms')).to.equal(null);
    expect(words(element)).to.contain('Save Cash App Pay').and.to.contain('You approve this in Cash App.');
  });

  it('makes no link of terms that are not a page', async () => {
    on.worker.setup.terms = { ...on.worker.setup.terms, terms_url: 'javascript:alert(1)' };
    const element = await shown(TAG);
    expect(words(element)).to.contain('Rocket Rides’s terms');
    expect(element.shadowRoot?.querySelector('a')).to.equal(null);
  });

  it('has the same size loading, ready with the longest terms and without, busy, done and failed', async () => {
    const release = on.worker.hold(TERMS);
    const loading = await fixture<Element>(document.createElement(TAG));
    const { offsetHeight, offsetWidth } = loading;
    release();
    await oneEvent(loading, 'inlay-ready');
    for (const name of ['ready', 'busy', 'failed', 'done'] as const) {
      const element = await shown(TAG, { site: `site_${name}`, lang: 'fr' });
      await states[name](element);
      expect([element.offsetWidth, element.offsetHeight], name).to.deep.equal([offsetWidth, offsetHeight]);
      element.remove();
      await settled();
    }
    expect([offsetWidth, offsetHeight]).to.deep.equal([448, 200]);
  });

  describe('on a narrow page', () => {
    beforeEach(() => setViewport({ width: 320, height: 600 }));
    afterEach(() => setViewport({ width: 800, height: 600 }));

    for (const lang of ['en', 'fr']) {
      it(`fits in ${lang}, with terms and with a code`, async () => {
        const element = await shown(TAG, { lang });
        document.body.append(element);
        expect(element.offsetHeight, 'the room that is kept').to.equal(256);
        await drawn(element);
        expect(element.scrollWidth).to.be.at.most(element.clientWidth);
        expect(element.getBoundingClientRect().right).to.be.at.most(320);
        element.remove();
        await settled();
      });
    }
  });

  for (const display of ['flex', 'inline-flex', 'grid']) {
    it(`keeps its width in a ${display} box`, async () => {
      const box = await fixture<HTMLElement>(document.createElement('div'));
      box.style.display = display;
      const element = document.createElement(TAG);
      box.append(element);
      await oneEvent(element, 'inlay-ready');
      expect(element.offsetWidth).to.equal(448);
    });
  }

  it('takes labels of the host page', async () => {
    const element = await shown(TAG);
    element.innerHTML = '<span>Remember Cash App</span><b slot="another">One more</b>';
    const slotted = () => element.shadowRoot?.querySelector<HTMLSlotElement>('button slot')?.assignedElements();
    expect(slotted()?.map(({ textContent }) => textContent)).to.deep.equal(['Remember Cash App']);
    await states.done(element);
    expect(slotted()?.map(({ textContent }) => textContent)).to.deep.equal(['One more']);
  });

  it('tells assistive technology of what happens only once the person has turned to it', async () => {
    const element = await shown(TAG);
    expect(part(element, 'message')?.getAttribute('aria-live')).to.equal('off');
    button(element).focus();
    element.requestUpdate();
    await element.updateComplete;
    expect(part(element, 'message')?.getAttribute('aria-live')).to.equal('polite');
  });

  it('is given the focus that its host is given', async () => {
    const element = await shown(TAG);
    element.focus();
    expect(element.shadowRoot?.activeElement === button(element)).to.equal(true);
  });

  it('speaks the person’s language from the first word on, and follows when that changes', async () => {
    const element = document.createElement(TAG);
    element.lang = 'fr-CA';
    const seen = new Set<string>();
    await fixture(element);
    seen.add(words(element));
    await oneEvent(element, 'inlay-ready');
    seen.add(words(element));
    expect([...seen].join()).not.to.contain('Save Cash App');
    expect(words(element)).to.contain('Enregistrer Cash App Pay').and.to.contain('conditions de Rocket Rides, jusqu’à');
    expect(part(element, 'message')?.getAttribute('lang')).to.equal('fr-CA');
    element.lang = 'en';
    await waitUntil(() => words(element).includes('Save Cash App Pay'));
    init({ locale: 'fr' });
    element.lang = '';
    await waitUntil(() => words(element).includes('Enregistrer Cash App Pay'));
  });

  for (const [lang, shownIn] of [
    ['fr-CA', 'fr-CA'],
    ['en-GB', 'en-GB'],
    ['it', 'en'],
    ['fr_CA', 'fr-CA'],
    ['"><img src=x>', 'en'],
  ] as const) {
    it(`keeps ${shownIn} with the consent where the page’s language is ${lang}`, async () => {
      const element = await shown(TAG, { lang });
      await states.done(element);
      const body = on.worker.asked.find(({ what }) => what === CREATE)?.body;
      expect(body).to.deep.equal({ accepted_terms: 'terms_1', locale: shownIn });
    });
  }

  it('tells Stripe which language the person speaks', async () => {
    await states.done(await shown(TAG, { lang: 'fr-CA' }));
    expect(stripe.cashapp.confirmations[0]?.locale).to.equal('fr');
  });

  it('shows a method of which Cash App does not say the $cashtag', async () => {
    on.worker.setup.method = methodThat({}, null);
    const element = await shown(TAG);
    await states.done(element);
    expect(part(element, 'item')?.textContent?.trim()).to.equal('Cash App Pay');
  });

  const hostile = '"><img src=x onerror=alert(1)>';
  for (const name of ['presentation', 'return-path', 'lang']) {
    it(`keeps markup in the attribute ${name} text`, async () => {
      const element = await shown(TAG, { [name]: hostile });
      await states.done(element);
      expect(element.shadowRoot?.querySelector('img')).to.equal(null);
      expect(document.querySelector('img[src=x]')).to.equal(null);
    });
  }

  it('keeps markup in the names of businesses and of accounts text', async () => {
    on.worker.setup.terms = {
      ...on.worker.setup.terms,
      business_name: hostile,
      terms_url: `https://x.test/${hostile}`,
    };
    on.worker.setup.method = methodThat({}, hostile);
    const element = await shown(TAG);
    expect(words(element)).to.contain(hostile);
    await states.done(element);
    expect(words(element)).to.contain(hostile);
    expect(element.shadowRoot?.querySelector('img')).to.equal(null);
  });
});
