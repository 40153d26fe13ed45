import { expect, fixture, oneEvent } from '@open-wc/testing';
import { init } from '../shared/init.ts';
import { appears, embeddedSettled, shownComponent } from '../testing/embedded-scene.ts';
import { fakeConnect } from '../testing/fake-connect.ts';
import { button, words } from '../testing/scene.ts';
import { stage } from '../testing/stage.ts';
import './connect-embedded.ts';
import { waitUntil } from '../testing/wait-until.ts';

const CONNECT_JS = 'https://connect-js.stripe.com/v1.0/connect.js';

describe('connect-embedded and Stripe’s script', () => {
  const on = stage();
  let wanted: string[] = [];
  const source = Object.getOwnPropertyDescriptor(HTMLScriptElement.prototype, 'src');

  /** Nothing is asked of Stripe: the address leads to a file that this server does not have. */
  beforeEach(() => {
    wanted = [];
    window.StripeConnect = undefined;
    Object.defineProperty(HTMLScriptElement.prototype, 'src', {
      ...source,
      set(this: HTMLScriptElement, address: unknown) {
        wanted.push(String(address));
        this.setAttribute('src', '/no/such/connect.js');
      },
    });
  });
  afterEach(() => {
    Object.defineProperty(HTMLScriptElement.prototype, 'src', source ?? {});
  });

  it('does not load it before somebody comes near, and then once for all', async () => {
    const box = await fixture<HTMLElement>(document.createElement('div'));
    box.style.paddingTop = '5000px';
    const elements = ['payouts', 'payments'].map((component) =>
      Object.assign(document.createElement('connect-embedded'), { component }),
    );
    box.append(...elements);
    await embeddedSettled();
    expect(wanted).to.deep.equal([]);
    const failures = elements.map((element) => oneEvent(element, 'inlay-error'));
    box.style.paddingTop = '0';
    await Promise.all(failures);
    expect(wanted).to.deep.equal([CONNECT_JS]);
  });

  it('says in a sentence that it did not load, and tries again when pressed', async () => {
    const element = await shownComponent('payouts');
    expect(words(element)).to.contain('Stripe could not be loaded.').and.to.contain('Try again');
    expect(on.named('error')[0]).to.include({ code: 'stripe_js_failed', type: 'connection_error', recoverable: true });
    expect(document.querySelector('script[src="/no/such/connect.js"]'), 'the failed tag is gone').to.equal(null);
    fakeConnect(on.signal, ['payouts']);
    button(element).click();
    await appears(element);
    await waitUntil(() => element.matches(':state(done)'));
  });

  it('loads nothing where the page has loaded it already', async () => {
    fakeConnect(on.signal, ['payouts']);
    await shownComponent('payouts');
    expect(wanted).to.deep.equal([]);
  });

  it('does not take an element of the page of that name for the script', async () => {
    const clobber = await fixture<HTMLElement>(document.createElement('div'));
    Reflect.deleteProperty(window, 'StripeConnect');
    clobber.innerHTML = '<a id="StripeConnect"></a><a id="StripeConnect" name="init" href="/"></a>';
    await shownComponent('payouts');
    expect(wanted).to.deep.equal([CONNECT_JS]);
    expect(on.named('error')[0]).to.include({ code: 'stripe_js_failed' });
  });

  it('gives the script the nonce of the page', async () => {
    init({ cspNonce: 'r4nd0m' });
    const nonces: string[] = [];
    const noted = new MutationObserver((records) => {
      for (const { addedNodes } of records) {
        for (const node of addedNodes) if (node instanceof HTMLScriptElement) nonces.push(node.nonce);
      }
    });
    noted.observe(document.head, { childList: true });
    await shownComponent('payouts');
    noted.disconnect();
    init({ cspNonce: undefined });
    expect(nonces).to.deep.equal(['r4nd0m']);
  });

  it('says what is missing where the script is older than the component', async () => {
    fakeConnect(on.signal, ['payouts']);
    const element = await shownComponent('documents');
    expect(on.named('error')[0]).to.include({ code: 'embedded_failed' });
    expect(on.lines[0]).to.contain('Stripe’s script has no <stripe-connect-documents>.'.replace('’', "'"));
    expect(element.childElementCount).to.equal(0);
  });
});
