import { expect, fixture, oneEvent } from '@open-wc/testing';
import { emulateMedia, setViewport } from '@web/test-runner-commands';
import type { PaymentMethod } from '../../worker/contract.ts';
import { methodThat, noonOf } from '../testing/fake-methods.ts';
import { focused, labelled, said } from '../testing/list-scene.ts';
import { part, settled, shown } from '../testing/scene.ts';
import { stage } from '../testing/stage.ts';
import './saved-payment-methods.ts';

const TAG = 'saved-payment-methods';
const LIST = 'GET payment_methods';
const bob = methodThat({ id: 'pm_2', created: noonOf(2026, 2, 14) }, '$bob');

const situations: readonly (readonly [situation: string, method: PaymentMethod, says: readonly string[]])[] = [
  ['one never charged', methodThat(), ['Cash App Pay $ada', 'Saved on March 3, 2026', 'Not used yet', 'Remove']],
  ['one without a $cashtag', methodThat({}, null), ['Cash App Saved on']],
  ['one charged today', methodThat({ last_used_at: noonOf(2026, 3, 20) }), ['Last used today']],
  ['one charged two days ago', methodThat({ last_used_at: noonOf(2026, 3, 18) }), ['Last used 2 days ago']],
  ['one charged six days ago', methodThat({ last_used_at: noonOf(2026, 3, 14) }), ['Last used 6 days ago']],
  ['one charged a week ago', methodThat({ last_used_at: noonOf(2026, 3, 13) }), ['Last used on March 13, 2026']],
];

describe('saved-payment-methods', () => {
  const on = stage();
  const { now } = Date;
  beforeEach(() => {
    Date.now = () => noonOf(2026, 3, 20) * 1000;
    on.worker.methods.saved = [methodThat(), bob];
  });
  afterEach(() => {
    Date.now = now;
  });
  after(async () => {
    await setViewport({ width: 1280, height: 800 });
    await emulateMedia({ forcedColors: 'none', reducedMotion: 'no-preference' });
  });

  for (const [situation, method, parts] of situations) {
    it(`says how it is about ${situation}`, async () => {
      on.worker.methods.saved = [method];
      const text = said(await shown(TAG));
      for (const one of parts) expect(text).to.contain(one);
    });
  }

  for (const theme of ['light', 'dark'] as const) {
    it(`passes axe in ${theme}`, async () => {
      const element = await shown(TAG, { theme });
      element.parentElement?.style.setProperty('background', theme === 'dark' ? '#111' : '#fff');
      await expect(element).to.be.accessible();
      labelled(element, 'Remove').click();
      await settled();
      await expect(element).to.be.accessible();
    });
  }

  it('is a list, newest first, whose buttons say by name what they remove', async () => {
    const element = await shown(TAG);
    const list = part(element, 'list');
    expect(list?.role).to.equal('list');
    expect([...(list?.children ?? [])].map(({ localName }) => localName)).to.deep.equal(['li', 'li']);
    const names = [...(list?.querySelectorAll('button') ?? [])].map(({ ariaLabel }) => ariaLabel);
    expect(names).to.deep.equal(['Remove $ada', 'Remove $bob']);
    expect(element.matches(':state(done)')).to.equal(true);
  });

  it('keeps a $cashtag apart from the direction of the words around it', async () => {
    const element = await shown(TAG);
    expect(element.shadowRoot?.querySelector('bdi')?.textContent).to.equal('$ada');
  });

  it('says that nothing is saved, in the words of the page where it has some', async () => {
    on.worker.methods.saved = [];
    const element = await shown(TAG);
    expect(said(element)).to.contain('No payment method is saved yet.');
    expect(element.matches(':state(done)')).to.equal(false);
    await expect(element).to.be.accessible();
    const own = document.createElement('p');
    own.slot = 'empty';
    element.append(own);
    expect(element.shadowRoot?.querySelector('slot')?.assignedElements()).to.deep.equal([own]);
  });

  it('passes axe while it loads', async () => {
    const release = on.worker.hold(LIST);
    const element = await fixture<HTMLElement>(document.createElement(TAG));
    expect(part(element, 'skeleton')).not.to.equal(null);
    await expect(element).to.be.accessible();
    const ready = oneEvent(element, 'inlay-ready');
    release();
    await ready;
    expect(part(element, 'skeleton')).to.equal(null);
  });

  it('does not throw the focus to a button when a text is pressed', async () => {
    const element = await shown(TAG);
    expect(element.shadowRoot?.delegatesFocus).to.equal(false);
    element.focus();
    expect(focused(element)).to.equal(null);
  });

  it('gives the page its methods, and asks the Worker to ask Stripe', async () => {
    const element = await shown(TAG);
    expect(element.paymentMethods).to.deep.equal([methodThat(), bob]);
    expect(on.worker.asked.at(-1)?.url).not.to.contain('max_age');
    expect(on.named('change'), 'what is there at first is no change').to.deep.equal([]);
    on.worker.methods.saved = [bob];
    await element.refresh();
    expect(on.worker.asked.at(-1)?.url).to.contain('max_age=0');
    expect(on.named('change')).to.deep.equal([{ paymentMethods: [bob] }]);
    await element.start();
    expect(on.worker.asked.at(-1)?.url).to.contain('max_age=0');
    expect(on.named('change'), 'nothing has changed').to.have.length(1);
  });

  it('tells the page of a first charge', async () => {
    const element = await shown(TAG);
    const charged = { ...bob, last_used_at: noonOf(2026, 3, 19) };
    on.worker.methods.saved = [methodThat(), charged];
    await element.refresh();
    expect(said(element)).to.contain('Last used yesterday');
    expect(on.named('change')).to.deep.equal([{ paymentMethods: [methodThat(), charged] }]);
  });

  it('keeps markup text', async () => {
    const markup = '"><img src=x onerror=alert(1)>';
    on.worker.methods.saved = [methodThat({ id: 'pm_"x' }, markup)];
    const element = await shown(TAG);
    labelled(element, 'Remove').click();
    await settled();
    expect(said(element)).to.contain(markup);
    expect(element.shadowRoot?.querySelector('img')).to.equal(null);
  });

  it('speaks French, dates included, and English again when the page does', async () => {
    on.worker.methods.saved = [methodThat({ last_used_at: noonOf(2026, 3, 18) })];
    const element = await shown(TAG, { lang: 'fr' });
    for (const text of ['Enregistré le 3 mars 2026', 'Dernière utilisation : avant-hier', 'Retirer']) {
      expect(said(element)).to.contain(text);
    }
    element.lang = 'en';
    await settled();
    expect(said(element)).to.contain('Last used 2 days ago');
  });

  for (const lang of ['tlh', 'x', '"><img src=x onerror=alert(1)>', 'constructor']) {
    it(`speaks English where lang is ${lang}`, async () => {
      expect(said(await shown(TAG, { lang }))).to.contain('Saved on');
    });
  }

  for (const display of ['flex', 'inline-flex', 'grid', 'inline-grid']) {
    it(`keeps a width in a ${display} box`, async () => {
      const box = await fixture<HTMLElement>(document.createElement('div'));
      box.style.display = display;
      const element = document.createElement(TAG);
      box.append(element);
      await oneEvent(element, 'inlay-ready');
      expect(element.offsetWidth).to.be.greaterThan(300);
    });
  }

  for (const width of [1280, 375, 320]) {
    it(`takes the room that was kept for it, ${width} pixels wide, and keeps it while a row asks`, async () => {
      await setViewport({ width, height: 800 });
      on.worker.methods.saved = [methodThat()];
      const release = on.worker.hold(LIST);
      const element = await fixture<HTMLElement>(document.createElement(TAG));
      const before = element.getBoundingClientRect();
      const ready = oneEvent(element, 'inlay-ready');
      release();
      await ready;
      expect(element.getBoundingClientRect()).to.deep.equal(before);
      await settled();
      expect(element.getBoundingClientRect()).to.deep.equal(before);
      labelled(element, 'Remove').click();
      await settled();
      expect(element.getBoundingClientRect()).to.deep.equal(before);
      expect(document.documentElement.scrollWidth).to.be.at.most(width);
      expect(element.scrollWidth).to.be.at.most(element.clientWidth);
    });
  }

  it('fits on a small screen in French, with the longest $cashtag there may be', async () => {
    await setViewport({ width: 320, height: 800 });
    on.worker.methods.saved = [methodThat({}, `$${'m'.repeat(20)}`)];
    const element = await shown(TAG, { lang: 'fr' });
    expect(element.scrollWidth).to.be.at.most(element.clientWidth);
    labelled(element, 'Retirer').click();
    await settled();
    expect(element.scrollWidth).to.be.at.most(element.clientWidth);
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
  });

  it('keeps its lines in forced colours, and is still where motion is unwelcome', async () => {
    await emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
    const element = await shown(TAG);
    const row = part(element, 'item')?.firstElementChild;
    expect(row && getComputedStyle(row).borderTopStyle).to.equal('solid');
    await expect(element).to.be.accessible();
    on.worker.hold('DELETE payment_methods/pm_1');
    labelled(element, 'Remove').click();
    await settled();
    labelled(element, 'Remove').click();
    await settled();
    const spinner = part(element, 'spinner');
    expect(spinner && getComputedStyle(spinner).animationName).to.equal('none');
  });
});
