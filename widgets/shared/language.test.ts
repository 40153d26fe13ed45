import { expect, fixture, oneEvent } from '@open-wc/testing';
import '../cashapp-save-method/cashapp-save-method.ts';
import '../connect-account-status/connect-account-status.ts';
import '../connect-onboard-button/connect-onboard-button.ts';
import '../link-bank-account/link-bank-account.ts';
import '../linked-bank-accounts/linked-bank-accounts.ts';
import '../saved-payment-methods/saved-payment-methods.ts';
import { accountThat } from '../testing/fake-worker.ts';
import { settled, shown, type Tag, words } from '../testing/scene.ts';
import { stage } from '../testing/stage.ts';
import { waitUntil } from '../testing/wait-until.ts';

const TAGS: readonly Tag[] = [
  'cashapp-save-method',
  'connect-account-status',
  'connect-onboard-button',
  'link-bank-account',
  'linked-bank-accounts',
  'saved-payment-methods',
];

const ARABIC = /\p{Script=Arabic}/u;

describe('the language of an element', () => {
  const on = stage();

  for (const tag of TAGS) {
    it(`is Arabic for ${tag}, from right to left, for everybody to use`, async () => {
      on.worker.account = accountThat('due_later', {
        currently_due: [
          'external_account',
          'individual.dob.day',
          'individual.phone',
          'individual.email',
          'business_profile.url',
        ],
      });
      const element = await shown(tag, { lang: 'ar' });
      await waitUntil(() => element.shadowRoot?.querySelector('[dir=rtl]'));
      for (const part of element.shadowRoot?.children ?? []) {
        expect([part.getAttribute('lang'), part.getAttribute('dir')]).to.deep.equal(['ar', 'rtl']);
        expect(getComputedStyle(part).direction).to.equal('rtl');
      }
      expect(words(element)).to.match(ARABIC);
      await expect(element).to.be.accessible();
    });
  }

  for (const tag of ['connect-account-status', 'linked-bank-accounts', 'saved-payment-methods'] as const) {
    it(`names ${tag} in that language also while its answer is on its way`, async () => {
      on.worker.next('token', () => Promise.withResolvers<Response>().promise);
      const element = await fixture<HTMLElement>(Object.assign(document.createElement(tag), { lang: 'fr' }));
      const loading = () => element.shadowRoot?.querySelector('[part=skeleton], .skeletons');
      await waitUntil(() => loading()?.getAttribute('aria-label') === 'Chargement…');
      expect(element.shadowRoot?.querySelector('section[lang=fr]')?.ariaLabel).not.to.match(/account|Linked|Saved/);
    });
  }

  it('counts, and writes numbers and dates, as that language does', async () => {
    on.worker.account = accountThat('due_later', {
      currently_due: ['external_account', 'individual.dob.day', 'individual.phone', 'individual.email'],
      current_deadline: Date.UTC(2031, 2, 1, 12) / 1000,
    });
    const element = await shown('connect-onboard-button', { lang: 'ar-EG' });
    expect(words(element)).to.contain('و\u2068٣\u2069 عناصر أخرى').and.to.contain('١ مارس ٢٠٣١');
    element.lang = 'ja';
    await waitUntil(() => words(element).includes('ほか3件'));
    expect(words(element)).to.contain('2031年3月1日');
  });

  it('runs from left to right in English, also on a page that does not', async () => {
    const box = await fixture<HTMLElement>(document.createElement('div'));
    box.dir = 'rtl';
    const element = document.createElement('connect-onboard-button');
    box.append(element);
    await oneEvent(element, 'inlay-ready');
    await settled();
    expect(element.shadowRoot?.querySelector('button')?.dir).to.equal('ltr');
  });

  it('is inherited in another element’s shadow tree, and followed there', async () => {
    const outer = await fixture<HTMLElement>(document.createElement('div'));
    const box = document.createElement('div');
    outer.attachShadow({ mode: 'open' }).append(box);
    box.lang = 'de';
    const element = document.createElement('connect-onboard-button');
    box.append(element);
    await oneEvent(element, 'inlay-ready');
    await settled();
    expect(words(element)).to.contain('Auszahlungen einrichten');
    box.lang = 'es';
    await waitUntil(() => words(element).includes('Configurar transferencias'));
    box.removeAttribute('lang');
    outer.lang = 'ja';
    await waitUntil(() => words(element).includes('入金を設定する'));
  });
});
