import { expect, fixture, oneEvent } from '@open-wc/testing';
import '../connect-onboard-button/connect-onboard-button.ts';
import { shown, words } from '../testing/scene.ts';
import { stage } from '../testing/stage.ts';
import { waitUntil } from '../testing/wait-until.ts';
import { init } from './init.ts';
import type { Messages } from './settings.ts';

const TAG = 'connect-onboard-button';

describe('words of the host page’s own', () => {
  const on = stage();
  // What has been said in a language stays said: each test has a language of its own.

  it('take the place of Inlay’s, from the first one on, and leave the others', async () => {
    init({ messages: { 'en-ZA': { onboard: { setUp: 'Get paid by us' } } } });
    const element = document.createElement(TAG);
    element.lang = 'en-ZA';
    const seen = new Set<string>();
    new MutationObserver(() => seen.add(words(element))).observe(element.shadowRoot ?? element, { childList: true });
    await fixture(element);
    await oneEvent(element, 'inlay-ready');
    expect(words(element)).to.contain('Get paid by us').and.to.contain('You will continue on Stripe’s website.');
    expect([...seen].join()).not.to.contain('Set up payouts');
  });

  it('come from a file, in a language that Inlay does not have, with English for the rest', async () => {
    const messages: Messages = { nl: { onboard: { setUp: 'Uitbetalingen instellen' } } };
    init({ messages: URL.createObjectURL(new Blob([JSON.stringify(messages)])) });
    const element = await shown(TAG, { lang: 'nl-BE' });
    expect(words(element)).to.contain('Uitbetalingen instellen').and.to.contain('You will continue on');
    expect(element.shadowRoot?.querySelector('button')?.lang).to.equal('nl-BE');
  });

  it('are shown where they come later than the element', async () => {
    const element = await shown(TAG, { lang: 'fr-BE' });
    expect(words(element)).to.contain('Configurer les virements');
    init({ messages: { 'fr-BE': { onboard: { setUp: 'Soyez payé' } } } });
    await waitUntil(() => words(element).includes('Soyez payé'));
  });

  it('are text, and never markup', async () => {
    init({ messages: { 'en-IE': { onboard: { setUp: '<img src=x onerror=alert(1)>' } } } });
    const element = await shown(TAG, { lang: 'en-IE' });
    expect(words(element)).to.contain('<img src=x onerror=alert(1)>');
  });

  it('are left out where they cannot be used, and the console says which and why', async () => {
    const wrong = { setUpp: 'x', setUp: 7, neededBy: 'soon', more: { other: '{count} of {all}' } };
    const file = new Blob([JSON.stringify({ 'en-NZ': { onboard: wrong, onbord: {} } })]);
    init({ messages: URL.createObjectURL(file) });
    const element = await shown(TAG, { lang: 'en-NZ' });
    expect(words(element)).to.contain('Set up payouts');
    const said = on.lines
      .filter((line) => line.includes('en-NZ'))
      .map((line) => line.replace('[inlay] messages: ', ''));
    expect(said).to.deep.equal([
      'en-NZ.onbord is not used. There is no such piece, but: account, bank, checkout, embedded, errors, list, methods, onboard, removal, save.',
      'en-NZ.onboard.setUpp is not used. There is no such key.',
      'en-NZ.onboard.setUp is not used. It must be a text, or one for each way of counting: { "one": …, "other": … }.',
      'en-NZ.onboard.neededBy is not used. It must hold {date}.',
      'en-NZ.onboard.more is not used. Nothing is filled in for {all}.',
    ]);
  });

  for (const [what, content] of [
    ['no JSON', 'Not Found'],
    ['not in the shape', '{ "setUp": "Hello" }'],
  ] as const) {
    it(`are Inlay’s where the file is ${what}, and the console says so once`, async () => {
      const address = URL.createObjectURL(new Blob([content]));
      init({ messages: address });
      await Promise.all([shown(TAG), shown(TAG)]);
      expect(words(await shown(TAG))).to.contain('Set up payouts');
      expect(on.lines.filter((line) => line.includes(`data-messages="${address}"`))).to.have.length(1);
    });
  }
});
