import { expect, fixture, oneEvent } from '@open-wc/testing';
import { init } from '../shared/init.ts';
import { accountThat } from '../testing/fake-worker.ts';
import { part, shown, words } from '../testing/scene.ts';
import { stage } from '../testing/stage.ts';
import './connect-onboard-button.ts';
import { waitUntil } from '../testing/wait-until.ts';

const TAG = 'connect-onboard-button';

describe('connect-onboard-button, its language', () => {
  const on = stage();
  const MARCH_1_2031 = Date.UTC(2031, 2, 1, 12) / 1000;

  it('speaks the language of its own lang, dates included', async () => {
    on.worker.account = accountThat('due_later', {
      currently_due: ['external_account'],
      current_deadline: MARCH_1_2031,
    });
    const element = await shown(TAG, { lang: 'fr-CA' });
    expect(words(element)).to.contain('Poursuivre la configuration').and.to.contain('1 mars 2031');
    expect(words(element)).to.contain('Votre compte bancaire');
  });

  it('never shows another language first', async () => {
    const element = document.createElement(TAG);
    element.lang = 'fr';
    const seen = new Set<string>();
    const note = () => seen.add(words(element));
    await fixture(element);
    note();
    await oneEvent(element, 'inlay-ready');
    note();
    expect([...seen].join()).not.to.contain('Set up');
  });

  it('follows the nearest lang on the way up, also when that changes', async () => {
    const box = await fixture<HTMLElement>(document.createElement('div'));
    box.lang = 'fr';
    const element = document.createElement(TAG);
    box.append(element);
    await oneEvent(element, 'inlay-ready');
    expect(words(element)).to.contain('Configurer les virements');
    box.lang = 'en';
    await waitUntil(() => words(element).includes('Set up payouts'));
    box.lang = 'fr';
    await waitUntil(() => words(element).includes('Configurer les virements'));
  });

  it('follows its own lang, and the locale given to init()', async () => {
    const element = await shown(TAG);
    element.lang = 'fr';
    await waitUntil(() => words(element).includes('Configurer les virements'));
    element.lang = '';
    await waitUntil(() => words(element).includes('Set up payouts'));
    init({ locale: 'fr' });
    await waitUntil(() => words(element).includes('Configurer les virements'));
  });

  it('says which language its words are in', async () => {
    const element = await shown(TAG, { lang: 'fr' });
    expect(part(element, 'message')?.getAttribute('lang')).to.equal('fr');
  });

  for (const lang of ['tlh', '"><img src=x onerror=alert(1)>', 'x', 'constructor']) {
    it(`speaks English where lang is ${lang}`, async () => {
      on.worker.account = accountThat('due_later', {
        currently_due: ['external_account'],
        current_deadline: MARCH_1_2031,
      });
      const element = await shown(TAG, { lang });
      expect(words(element)).to.contain('Continue set-up').and.to.contain('2031');
    });
  }
});
