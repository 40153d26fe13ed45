import { expect, fixture, oneEvent } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { init } from '../shared/init.ts';
import { bankAccountThat } from '../testing/fake-bank.ts';
import { type FakeStripe, fakeStripe } from '../testing/fake-stripe.ts';
import { button, part, settled, shown, words } from '../testing/scene.ts';
import { stage } from '../testing/stage.ts';
import { firstWords } from './first-words.ts';
import './link-bank-account.ts';
import { waitUntil } from '../testing/wait-until.ts';

const TAG = 'link-bank-account';
const TERMS = 'GET financial_connections/sessions';
const CREATE = 'POST financial_connections/sessions';

describe('link-bank-account, what it shows', () => {
  const on = stage();
  let stripe: FakeStripe;
  beforeEach(() => {
    stripe = fakeStripe(on.signal);
  });

  const everything = () => {
    on.worker.bank.permissions = ['balances', 'ownership', 'payment_method', 'transactions'];
  };

  /** Every state, and how a test brings the element there. */
  const states: Record<string, (element: HTMLElementTagNameMap[typeof TAG]) => Promise<unknown>> = {
    ready: settled,
    busy: async (element) => {
      on.worker.hold(CREATE);
      element.start();
      await waitUntil(() => element.matches(':state(busy)'));
      await settled();
    },
    open: async (element) => {
      const next = stripe.next();
      element.start();
      const dialog = await next;
      on.signal.addEventListener('abort', () => dialog.end());
    },
    done: async (element) => {
      on.worker.bank.chosen = [bankAccountThat(), bankAccountThat({ id: 'fca_2', subcategory: 'credit_card' })];
      const next = stripe.next();
      element.start();
      (await next).end();
      await oneEvent(element, 'inlay-success');
    },
    failed: async (element) => {
      on.worker.fail(CREATE, 503, 'stripe_unavailable');
      await element.start();
    },
  };

  for (const [name, reach] of Object.entries(states)) {
    for (const theme of ['light', 'dark'] as const) {
      it(`passes axe in ${theme}: ${name}`, async () => {
        everything();
        const element = await shown(TAG, { theme });
        element.parentElement?.style.setProperty('background', theme === 'dark' ? '#111' : '#fff');
        await reach(element);
        await settled();
        await expect(element).to.be.accessible();
        element.remove();
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

  it('says before the click who asks for which data, and what it is', async () => {
    everything();
    const element = await shown(TAG);
    expect(words(element)).to.contain('Rocket Rides asks to see:');
    for (const data of ['balances', 'ownership', 'payment_method', 'transactions'] as const)
      expect(words(element)).to.contain(`${firstWords[`data.${data}`]} ${firstWords[`why.${data}`]}`);
    const described = button(element).getAttribute('aria-describedby')?.split(' ') ?? [];
    expect(described).to.include(part(element, 'terms')?.id);
  });

  it('says only what the attribute permissions leaves, at once and later', async () => {
    everything();
    const element = await shown(TAG, { permissions: 'balances transactions' });
    expect(words(element)).to.contain('Balances').and.to.contain('Transactions').and.not.to.contain('Owners');
    element.permissions = 'ownership';
    await element.updateComplete;
    expect(words(element)).to.contain('Owners').and.not.to.contain('Balances');
  });

  it('never asks for more than the site allows, and names what it leaves out', async () => {
    const element = await shown(TAG, { permissions: 'balances ownership', prefetch: 'balances transactions' });
    expect(words(element)).not.to.contain('Owners');
    expect(on.lines).to.have.length(2);
    expect(on.lines[0]).to.contain('permissions: "ownership" is left out');
    expect(on.lines[1]).to.contain('prefetch: "transactions" is left out');
    const next = stripe.next();
    element.start();
    (await next).end();
    await oneEvent(element, 'inlay-success');
    expect(on.worker.asked.find(({ what }) => what === CREATE)?.body).to.deep.equal({
      permissions: ['balances'],
      prefetch: ['balances'],
    });
    expect(on.lines, 'said once').to.have.length(2);
  });

  it('opens nothing where permissions leaves nothing, and says so to the developer', async () => {
    const element = await shown(TAG, { permissions: 'ownership' });
    await element.start();
    expect(on.worker.kinds).not.to.contain(CREATE);
    expect(words(element)).to.contain('does not work on this page');
    expect(on.lines.at(-1)).to.contain('permissions leaves nothing');
  });

  it('passes on country, kinds and number of accounts', async () => {
    const element = await shown(TAG, { country: 'us', subcategories: 'savings checking', 'max-accounts': '1' });
    const next = stripe.next();
    element.start();
    (await next).end();
    await oneEvent(element, 'inlay-success');
    expect(on.worker.asked.find(({ what }) => what === CREATE)?.body).to.deep.equal({
      filters: { country: 'US', account_subcategories: ['checking', 'savings'] },
      limits: { accounts: 1 },
    });
  });

  it('gives Stripe an address to come back to only in the built-in browser of an app, and hints at another', async () => {
    const ask = async () => {
      const element = await shown(TAG, { 'return-path': '/banks?x=1' });
      const text = words(element);
      const next = stripe.next();
      element.start();
      (await next).end();
      await oneEvent(element, 'inlay-success');
      element.remove();
      return { text, body: on.worker.asked.findLast(({ what }) => what === CREATE)?.body };
    };
    expect((await ask()).body).to.deep.equal({});
    Object.defineProperty(navigator, 'userAgent', { value: 'Mozilla/5.0 (iPhone) Instagram 300', configurable: true });
    on.signal.addEventListener('abort', () => Reflect.deleteProperty(navigator, 'userAgent'));
    const { text, body } = await ask();
    expect(body).to.deep.equal({ return_url: `${location.origin}/banks?x=1` });
    expect(text).to.contain('open this page in your browser');
  });

  it('has the same size loading, ready with every permission, busy and failed', async () => {
    everything();
    const release = on.worker.hold(TERMS);
    const loading = await fixture<HTMLElementTagNameMap[typeof TAG]>(document.createElement(TAG));
    const { offsetHeight, offsetWidth } = loading;
    release();
    await oneEvent(loading, 'inlay-ready');
    for (const name of ['ready', 'busy', 'failed'] as const) {
      const element = await shown(TAG, { site: `site_${name}` });
      await states[name]?.(element);
      expect([element.offsetWidth, element.offsetHeight], name).to.deep.equal([offsetWidth, offsetHeight]);
      element.remove();
    }
    expect(offsetWidth).to.equal(448);
  });

  describe('on a narrow page', () => {
    beforeEach(() => setViewport({ width: 320, height: 600 }));
    afterEach(() => setViewport({ width: 800, height: 600 }));

    for (const lang of ['en', 'fr']) {
      it(`fits in ${lang}, with every permission`, async () => {
        everything();
        const element = await shown(TAG, { lang });
        document.body.append(element);
        expect(element.scrollWidth).to.be.at.most(element.clientWidth);
        expect(element.getBoundingClientRect().right).to.be.at.most(320);
        expect(element.offsetHeight, 'the room that is kept').to.equal(320);
        element.remove();
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
    element.innerHTML = '<span>Connect your bank</span><b slot="another">One more</b>';
    const slotted = () => element.shadowRoot?.querySelector<HTMLSlotElement>('button slot')?.assignedElements();
    expect(slotted()?.map(({ textContent }) => textContent)).to.deep.equal(['Connect your bank']);
    await states.done?.(element);
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
    expect(element.shadowRoot?.activeElement).to.equal(button(element));
  });

  it('speaks the person’s language from the first word on, and follows when that changes', async () => {
    const element = document.createElement(TAG);
    element.lang = 'fr-CA';
    const seen = new Set<string>();
    await fixture(element);
    seen.add(words(element));
    await oneEvent(element, 'inlay-ready');
    seen.add(words(element));
    expect([...seen].join()).not.to.contain('Link a bank');
    expect(words(element)).to.contain('Associer un compte').and.to.contain('Soldes le montant sur vos comptes');
    expect(part(element, 'message')?.getAttribute('lang')).to.equal('fr-CA');
    element.lang = 'en';
    await waitUntil(() => words(element).includes('Link a bank account'));
    init({ locale: 'fr' });
    element.lang = '';
    await waitUntil(() => words(element).includes('Associer un compte'));
  });

  it('tells Stripe which language the person speaks', async () => {
    const element = await shown(TAG, { lang: 'fr-CA' });
    const next = stripe.next();
    element.start();
    const dialog = await next;
    expect(dialog.locale).to.equal('fr');
    dialog.end();
    await oneEvent(element, 'inlay-success');
  });

  const hostile = '"><img src=x onerror=alert(1)>';
  const attributes = ['permissions', 'prefetch', 'country', 'subcategories', 'max-accounts', 'return-path', 'lang'];
  for (const name of attributes) {
    it(`keeps markup in the attribute ${name} text`, async () => {
      const element = await shown(TAG, { [name]: hostile });
      const settles = Promise.race([oneEvent(element, 'inlay-success'), oneEvent(element, 'inlay-error')]);
      if (name !== 'permissions') stripe.next().then((dialog) => dialog.end());
      await element.start();
      await settles;
      expect(element.shadowRoot?.querySelector('img')).to.equal(null);
      expect(document.querySelector('img[src=x]')).to.equal(null);
    });
  }

  it('keeps markup in names of banks and businesses text', async () => {
    on.worker.bank.business = hostile;
    on.worker.bank.chosen = [bankAccountThat({ institution_name: hostile, display_name: hostile, last4: hostile })];
    const element = await shown(TAG);
    const next = stripe.next();
    element.start();
    (await next).end();
    await oneEvent(element, 'inlay-success');
    expect(words(element)).to.contain(hostile);
    expect(element.shadowRoot?.querySelector('img')).to.equal(null);
  });

  it('stops showing an account that another element has disconnected', async () => {
    const element = await shown(TAG);
    await states.done?.(element);
    on.worker.bank.accounts = on.worker.bank.accounts.slice(1);
    const changed = oneEvent(element, 'inlay-change');
    const { page } = await import('../shared/settings.ts');
    page.dispatchEvent(new Event('bank'));
    await changed;
    expect(element.accounts.map(({ id }) => id)).to.deep.equal(['fca_2']);
    expect(words(element)).to.contain('1 account linked.');
  });
});
