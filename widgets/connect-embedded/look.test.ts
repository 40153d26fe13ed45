import { expect, fixture, oneEvent } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import { init } from '../shared/init.ts';
import { embeddedSettled, shownComponent, within } from '../testing/embedded-scene.ts';
import { FakeComponent, type FakeConnect, type FakeInstance, fakeConnect } from '../testing/fake-connect.ts';
import { stage } from '../testing/stage.ts';
import type { ConnectEmbedded } from './connect-embedded.ts';
import './connect-embedded.ts';
import { waitUntil } from '../testing/wait-until.ts';

describe('connect-embedded, how it looks', () => {
  const on = stage();
  let stripe: FakeConnect;
  beforeEach(() => {
    stripe = fakeConnect(on.signal);
  });
  afterEach(() => {
    document.documentElement.removeAttribute('style');
    document.documentElement.removeAttribute('class');
  });

  const instanceOf = (element: Element): FakeInstance | undefined => within(element, FakeComponent).instance;
  const looksOf = (element: Element) => instanceOf(element)?.looks ?? [];
  const variablesOf = (element: Element) => looksOf(element).at(-1)?.appearance.variables ?? {};

  /** Side by side, so that all of them are seen. */
  async function two(one: Partial<ConnectEmbedded>, other: Partial<ConnectEmbedded>) {
    const box = await fixture<HTMLElement>(document.createElement('div'));
    box.style.display = 'flex';
    const elements = [
      Object.assign(document.createElement('connect-embedded'), { component: 'payouts', ...one }),
      Object.assign(document.createElement('connect-embedded'), { component: 'payments', ...other }),
    ] as const;
    box.append(...elements);
    await Promise.all(elements.map((element) => oneEvent(element, 'inlay-ready')));
    await embeddedSettled();
    return elements;
  }

  it('is the kit’s own where a page says nothing', async () => {
    const element = await shownComponent('payouts');
    expect(variablesOf(element)).to.deep.equal({
      colorPrimary: 'rgb(79, 70, 229)',
      buttonPrimaryColorBackground: 'rgb(79, 70, 229)',
      buttonPrimaryColorText: 'rgb(255, 255, 255)',
      colorBackground: 'rgb(255, 255, 255)',
      colorText: 'rgb(26, 31, 54)',
      colorSecondaryText: 'rgb(83, 91, 112)',
      colorDanger: 'rgb(179, 18, 63)',
      colorBorder: 'rgb(214, 218, 228)',
      borderRadius: '8px',
      fontFamily: 'system-ui, sans-serif',
      fontSizeBase: '16px',
      spacingUnit: '8px',
    });
  });

  it('is dark where the theme is', async () => {
    const element = await shownComponent('payouts', { theme: 'dark' });
    await waitUntil(() => variablesOf(element).colorBackground === 'rgb(23, 26, 35)');
    expect(variablesOf(element)).to.include({
      colorText: 'rgb(233, 235, 243)',
      buttonPrimaryColorText: 'rgb(20, 22, 43)',
    });
  });

  it('is what custom properties of the page come to, whatever they are made of', async () => {
    const { style } = document.documentElement;
    const properties = {
      'color-primary': 'oklch(0.6 0.2 30)',
      'color-on-primary': 'white',
      'color-background': 'color-mix(in srgb, black 50%, white)',
      'color-text': 'hsl(120 100% 25%)',
      'color-muted': '#12345680',
      'color-danger': 'var(--no-such, red)',
      'color-border': 'rgb(0 0 0 / 25%)',
      'border-radius': 'calc(2px + 1em)',
      spacing: '1.5em',
      'font-family': '"My Font", serif',
      'font-size': '10px',
    };
    for (const [name, value] of Object.entries(properties)) style.setProperty(`--inlay-${name}`, value);
    const element = await shownComponent('payouts');
    const { colorPrimary, ...variables } = variablesOf(element);
    expect(colorPrimary).to.match(/^rgb\(2\d\d, \d+, \d+\)$/);
    expect(variables).to.deep.equal({
      buttonPrimaryColorBackground: colorPrimary,
      buttonPrimaryColorText: 'rgb(255, 255, 255)',
      colorBackground: 'rgb(128, 128, 128)',
      colorText: 'rgb(0, 128, 0)',
      colorSecondaryText: 'rgba(18, 52, 86, 0.5)',
      colorDanger: 'rgb(255, 0, 0)',
      colorBorder: 'rgba(0, 0, 0, 0.25)',
      borderRadius: '12px',
      fontFamily: '"My Font", serif',
      fontSizeBase: '10px',
      spacingUnit: '15px',
    });
  });

  it('is as near as Stripe goes, and leaves out what Stripe does not take', async () => {
    const element = document.createElement('connect-embedded');
    element.component = 'payouts';
    element.appearance = {
      variables: { borderRadius: '99px', spacing: '1px', fontSize: '99px', colorBackground: 'transparent' },
    };
    await fixture(element);
    await oneEvent(element, 'inlay-ready');
    await waitUntil(() => variablesOf(element).fontSizeBase === '40px');
    expect(variablesOf(element)).to.include({ borderRadius: '24px', spacingUnit: '8px' });
    expect(variablesOf(element)).not.to.have.property('colorBackground');
    element.appearance = { variables: { borderRadius: '50%' } };
    await waitUntil(() => variablesOf(element).borderRadius === undefined);
  });

  it('follows the appearance at run time, on the instance that there is', async () => {
    const element = await shownComponent('payouts');
    const component = within(element, FakeComponent);
    element.appearance = { variables: { colorPrimary: 'rgb(1, 2, 3)' } };
    await waitUntil(() => variablesOf(element).colorPrimary === 'rgb(1, 2, 3)');
    element.theme = 'dark';
    await waitUntil(() => variablesOf(element).colorBackground === 'rgb(23, 26, 35)');
    expect(within(element, FakeComponent)).to.equal(component);
    expect(stripe.instances).to.have.length(1);
    expect(looksOf(element).length, 'one update a change').to.be.within(3, 4);
  });

  it('follows settings of the page for all its elements, with one update', async () => {
    const [one, other] = await two({}, {});
    expect(instanceOf(one)).to.equal(instanceOf(other));
    init({ appearance: { variables: { colorPrimary: 'rgb(1, 2, 3)' } } });
    await waitUntil(() => variablesOf(one).colorPrimary === 'rgb(1, 2, 3)');
    await embeddedSettled();
    expect(stripe.instances).to.have.length(1);
    expect(looksOf(one)).to.have.length(2);
  });

  it('follows a page that is switched to dark by a class of its own', async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('.night { color-scheme: dark }');
    document.adoptedStyleSheets.push(sheet);
    const element = await shownComponent('payouts');
    document.documentElement.classList.add('night');
    await waitUntil(() => variablesOf(element).colorBackground === 'rgb(23, 26, 35)');
    document.adoptedStyleSheets.pop();
  });

  it('follows the computer where the page does', async () => {
    await emulateMedia({ colorScheme: 'light' });
    document.documentElement.style.colorScheme = 'light dark';
    const element = await shownComponent('payouts');
    await emulateMedia({ colorScheme: 'dark' });
    await waitUntil(() => variablesOf(element).colorBackground === 'rgb(23, 26, 35)');
    await emulateMedia({ colorScheme: 'light' });
    await waitUntil(() => variablesOf(element).colorBackground === 'rgb(255, 255, 255)');
    expect(stripe.instances).to.have.length(1);
  });

  it('gives elements that look different an instance each', async () => {
    const [one, other] = await two({}, { appearance: { variables: { colorPrimary: 'rgb(1, 2, 3)' } } });
    expect(stripe.instances).to.have.length(2);
    expect(looksOf(one).map(({ appearance }) => appearance.variables.colorPrimary)).to.deep.equal(['rgb(79, 70, 229)']);
    expect(looksOf(other).map(({ appearance }) => appearance.variables.colorPrimary)).to.deep.equal(['rgb(1, 2, 3)']);
  });

  it('is what the settings of the page say from the first', async () => {
    init({ appearance: { theme: 'dark', variables: { colorPrimary: 'rgb(1, 2, 3)' } } });
    const element = await shownComponent('payouts');
    await embeddedSettled();
    expect(looksOf(element).map(({ appearance }) => appearance.variables.colorPrimary)).to.deep.equal(['rgb(1, 2, 3)']);
    expect(variablesOf(element).colorBackground).to.equal('rgb(23, 26, 35)');
  });

  it('is what the settings of the page say at the moment, also where the code for that comes later', async () => {
    const box = await fixture<HTMLElement>(document.createElement('div'));
    box.style.paddingTop = '5000px';
    const element = Object.assign(document.createElement('connect-embedded'), { component: 'payouts' });
    box.append(element);
    await embeddedSettled();
    init({ appearance: { variables: { colorPrimary: 'rgb(1, 2, 3)' } } });
    await element.start();
    expect(looksOf(element).map(({ appearance }) => appearance.variables.colorPrimary)).to.deep.equal(['rgb(1, 2, 3)']);
  });

  it('parts elements that come to look different, and leaves the other alone', async () => {
    const [one, other] = await two({}, {});
    const component = within(one, FakeComponent);
    other.appearance = { variables: { colorPrimary: 'rgb(1, 2, 3)' } };
    await waitUntil(() => other.childElementCount && variablesOf(other).colorPrimary === 'rgb(1, 2, 3)');
    await embeddedSettled();
    expect(within(one, FakeComponent)).to.equal(component);
    expect(variablesOf(one).colorPrimary).to.equal('rgb(79, 70, 229)');
    expect(instanceOf(one)).not.to.equal(instanceOf(other));
    expect(other.childElementCount).to.equal(1);
  });

  it('tells Stripe which language the person speaks, in the way of their region, and follows it', async () => {
    const element = await shownComponent('payouts', { lang: 'fr-CA' });
    const languages = () => looksOf(element).map(({ locale }) => locale);
    expect(languages()).to.deep.equal(['fr-CA']);
    element.lang = 'en';
    await waitUntil(() => languages().length === 2);
    expect(languages().at(-1)).to.match(/^en/);
    document.documentElement.lang = 'de';
    element.removeAttribute('lang');
    await waitUntil(() => languages().at(-1) === 'de');
    document.documentElement.lang = 'no language at all';
    await waitUntil(() => /^en/.test(languages().at(-1) ?? ''));
    document.documentElement.lang = 'en';
    expect(stripe.instances).to.have.length(1);
  });

  it('gives elements in different languages an instance each', async () => {
    const [one, other] = await two({ lang: 'fr' }, { lang: 'de' });
    expect([looksOf(one)[0]?.locale, looksOf(other)[0]?.locale]).to.deep.equal(['fr', 'de']);
  });

  it('uses an instance that nobody shows any longer in other looks', async () => {
    const element = await shownComponent('payouts');
    element.remove();
    await embeddedSettled();
    const dark = await shownComponent('payouts', { theme: 'dark' });
    await waitUntil(() => variablesOf(dark).colorBackground === 'rgb(23, 26, 35)');
    expect(stripe.instances).to.have.length(1);
  });
});
