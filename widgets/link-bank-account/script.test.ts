import { expect, oneEvent } from '@open-wc/testing';
import { fakeStripe } from '../testing/fake-stripe.ts';
import { button, settled, shown, words } from '../testing/scene.ts';
import { stage } from '../testing/stage.ts';
import './link-bank-account.ts';
import { waitUntil } from '../testing/wait-until.ts';

const TAG = 'link-bank-account';
const CREATE = 'POST financial_connections/sessions';

describe('link-bank-account and Stripe’s script', () => {
  const on = stage();
  let wanted: string[] = [];
  const source = Object.getOwnPropertyDescriptor(HTMLScriptElement.prototype, 'src');

  /** Nothing is asked of Stripe: the address leads to a file that this server does not have. */
  beforeEach(() => {
    wanted = [];
    window.Stripe = undefined;
    Object.defineProperty(HTMLScriptElement.prototype, 'src', {
      ...source,
      set(this: HTMLScriptElement, address: unknown) {
        wanted.push(String(address));
        this.setAttribute('src', '/no/such/stripe.js');
      },
    });
  });
  afterEach(() => {
    Object.defineProperty(HTMLScriptElement.prototype, 'src', source ?? {});
  });

  const STRIPE_JS = 'https://js.stripe.com/endive/stripe.js';

  it('does not load it before the person shows intent, and then once', async () => {
    const element = await shown(TAG);
    await settled();
    expect(wanted).to.deep.equal([]);
    element.dispatchEvent(new PointerEvent('pointerenter'));
    element.dispatchEvent(new PointerEvent('pointerdown'));
    button(element).focus();
    expect(wanted).to.deep.equal([STRIPE_JS]);
    await settled();
    expect(on.worker.kinds, 'no session is made for a look').not.to.contain(CREATE);
    expect(on.named('error')).to.deep.equal([]);
  });

  it('does not load it for a disabled element', async () => {
    const element = await shown(TAG, { disabled: '' });
    element.dispatchEvent(new PointerEvent('pointerenter'));
    expect(wanted).to.deep.equal([]);
  });

  it('fetches it and the session side by side', async () => {
    const release = on.worker.hold(CREATE);
    const element = await shown(TAG);
    const failed = oneEvent(element, 'inlay-error');
    element.start();
    await waitUntil(() => on.worker.kinds.includes(CREATE) && wanted.length === 1);
    await failed;
    release();
  });

  it('says in a sentence that it did not load, and tries again when pressed', async () => {
    const element = await shown(TAG);
    const failed = oneEvent(element, 'inlay-error');
    button(element).click();
    await failed;
    expect(words(element)).to.contain('Stripe could not be loaded.').and.to.contain('Try again');
    expect(on.named('error')[0]).to.include({ code: 'stripe_js_failed', type: 'connection_error', recoverable: true });
    window.dispatchEvent(new Event('online'));
    await waitUntil(() => words(element).includes('Link a bank account'));
    const stripe = fakeStripe(on.signal);
    const next = stripe.next();
    button(element).click();
    (await next).end();
    await oneEvent(element, 'inlay-success');
  });

  it('names the policy that forbids the frames of the dialog, rather than waiting for ever', async () => {
    on.worker.bank.chosen = [];
    const stripe = fakeStripe(on.signal);
    const element = await shown(TAG);
    const next = stripe.next();
    button(element).click();
    await next;
    const failed = oneEvent(element, 'inlay-error');
    document.dispatchEvent(
      new SecurityPolicyViolationEvent('securitypolicyviolation', {
        blockedURI: 'https://js.stripe.com',
        documentURI: location.href,
        effectiveDirective: 'frame-src',
        violatedDirective: 'frame-src',
        originalPolicy: '',
        disposition: 'enforce',
        statusCode: 200,
      }),
    );
    await failed;
    expect(on.named('error')[0]).to.include({ code: 'stripe_js_blocked', recoverable: false });
    expect(on.lines.at(-1)).to.contain('add https://js.stripe.com to script-src and frame-src');
    expect(words(element)).to.contain('does not work on this page');
  });
});
