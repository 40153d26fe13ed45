import { expect, fixture, oneEvent } from '@open-wc/testing';
import { init } from '../shared/init.ts';
import { boxes, shownBuy } from '../testing/checkout-scene.ts';
import { CHECKOUT_URL, MERCHANT, PRICE } from '../testing/fake-checkout.ts';
import { SITE } from '../testing/fake-worker.ts';
import { leaving } from '../testing/leaving.ts';
import { button, part, settled, shown, visit, words } from '../testing/scene.ts';
import { stage } from '../testing/stage.ts';
import './connect-checkout-button.ts';
import { waitUntil } from '../testing/wait-until.ts';

const TAG = 'connect-checkout-button';
const ASK = `GET checkout/merchants/${MERCHANT}`;
const CREATE = 'POST checkout/sessions';

describe('connect-checkout-button, going to Checkout', () => {
  const on = stage();
  const posts = () => on.worker.asked.filter(({ what }) => what === CREATE);
  const keys = () => posts().map(({ headers }) => headers.get('Idempotency-Key'));

  it('asks nothing but whether the merchant can sell before a click, and for no token', async () => {
    await shownBuy();
    expect(on.worker.kinds).to.deep.equal([ASK]);
    expect([...(on.worker.asked[0]?.headers.keys() ?? [])], 'so that no preflight is needed').to.deep.equal([]);
  });

  it('works where the page has no token to give', async () => {
    init({ tokenUrl: undefined, fetchToken: undefined });
    const element = await shownBuy();
    const left = leaving();
    button(element).click();
    expect(await left).to.equal(CHECKOUT_URL);
    expect(on.worker.kinds).to.deep.equal([ASK, CREATE]);
  });

  it('asks once for all buttons of a merchant, and once more for another merchant', async () => {
    await Promise.all([shownBuy(), shownBuy({ price: 'price_2' }), shownBuy({ merchant: 'merchant_2' })]);
    await shownBuy({ price: 'price_3' });
    expect(on.worker.kinds.sort()).to.deep.equal([ASK, 'GET checkout/merchants/merchant_2']);
  });

  it('names the merchant in the path, whatever that contains', async () => {
    await shownBuy({ merchant: '../x?y#z' });
    expect(on.worker.asked[0]?.url).to.match(new RegExp(`/sites/${SITE}/checkout/merchants/..%2Fx%3Fy%23z$`));
  });

  it('goes there after one request', async () => {
    const element = await shownBuy();
    const before = on.worker.asked.length;
    const left = leaving();
    button(element).click();
    expect(await left).to.equal(CHECKOUT_URL);
    expect(on.worker.kinds.slice(before)).to.deep.equal([CREATE]);
    expect(boxes(element)).to.deep.equal([]);
  });

  it('says what is bought, how many, where to come back to and in which language', async () => {
    visit('?tab=shop&q=%20x', '#things');
    const element = await shownBuy({ quantity: '3', lang: 'fr-CA' });
    const left = leaving();
    button(element).click();
    await left;
    expect(posts()[0]?.body).to.deep.equal({
      merchant: MERCHANT,
      line_items: [{ price: PRICE, quantity: 3 }],
      return_url: location.href,
      presentation: 'redirect',
      locale: 'fr-CA',
    });
    expect(posts()[0]?.headers.get('Authorization')).to.equal(null);
  });

  it('comes back where return-path says', async () => {
    const element = await shownBuy({ 'return-path': '/thanks?x=1#y' });
    const left = leaving();
    button(element).click();
    await left;
    expect(posts()[0]?.body.return_url).to.equal(`${location.origin}/thanks?x=1#y`);
  });

  it('has the preflight asked once as a person reaches for the button, and the click is one request', async () => {
    const element = await shownBuy();
    for (const type of ['pointerenter', 'pointerenter', 'focusin']) element.dispatchEvent(new Event(type));
    await waitUntil(() => on.worker.kinds.includes('GET checkout/sessions'));
    expect(on.worker.kinds).to.deep.equal([ASK, 'GET checkout/sessions']);
    expect(on.worker.asked.at(-1)?.headers.get('Content-Type'), 'or it would need none').to.equal('application/json');
    const left = leaving();
    button(element).click();
    await left;
    expect(on.worker.kinds.slice(2)).to.deep.equal([CREATE]);
  });

  it('sends one request for a double click, and says that it is busy', async () => {
    const element = await shownBuy();
    const left = leaving();
    button(element).click();
    button(element).click();
    element.start();
    await element.updateComplete;
    expect(element.matches(':state(busy)')).to.equal(true);
    expect(button(element).getAttribute('aria-busy')).to.equal('true');
    expect(button(element).disabled, 'would lose the focus').to.equal(false);
    expect(words(element)).to.contain('Opening Checkout…');
    await left;
    expect(posts()).to.have.length(1);
    expect(on.named('start')).to.have.length(1);
  });

  it('lets two buttons of a page be pressed without a thought for each other', async () => {
    const [one, other] = await Promise.all([shownBuy(), shownBuy({ price: 'price_2' })]);
    const release = on.worker.hold(CREATE);
    button(one).click();
    await waitUntil(() => posts().length === 1);
    expect(words(other)).to.contain('Buy').and.not.to.contain('Opening');
    const left = leaving();
    button(other).click();
    await left;
    const [first, second] = keys();
    expect(first).not.to.equal(second);
    const leftAgain = leaving();
    release();
    await leftAgain;
  });

  it('starts by start(), also where nobody knows yet whether the merchant can sell', async () => {
    const release = on.worker.hold(ASK);
    const element = await fixture<HTMLElementTagNameMap[typeof TAG]>(document.createElement(TAG));
    Object.assign(element, { merchant: MERCHANT, price: PRICE });
    const left = leaving();
    element.start();
    await waitUntil(() => on.worker.kinds.includes(ASK));
    expect(posts()).to.have.length(0);
    release();
    expect(await left).to.equal(CHECKOUT_URL);
    expect(on.worker.kinds).to.deep.equal([ASK, CREATE]);
  });

  it('can be disabled', async () => {
    const element = await shownBuy({ disabled: '' });
    expect(button(element).disabled).to.equal(true);
    const before = on.worker.asked.length;
    element.dispatchEvent(new PointerEvent('pointerenter'));
    await element.start();
    expect(on.worker.asked).to.have.length(before);
    expect(on.named('start')).to.deep.equal([]);
  });

  describe('whose merchant cannot sell', () => {
    const says = 'Not available yet';

    it('says so, offers no button and is no error', async () => {
      on.worker.checkout.able = false;
      const element = await shownBuy();
      expect(words(element)).to.contain(says).and.to.contain('The seller cannot take payments at the moment.');
      expect(element.shadowRoot?.querySelectorAll('button').length).to.equal(0);
      expect(part(element, 'status')?.textContent).to.contain(says);
      expect([...on.named('error'), ...on.lines]).to.deep.equal([]);
      expect(element.matches(':state(failed)')).to.equal(false);
      await element.start();
      expect(posts()).to.deep.equal([]);
    });

    it('asks again on refresh()', async () => {
      on.worker.checkout.able = false;
      const element = await shownBuy();
      on.worker.checkout.able = true;
      await element.refresh();
      expect(button(element).textContent).to.contain('Buy');
      expect(on.named('ready')).to.have.length(1);
    });

    it('asks again when somebody looks at the page again, and says nothing where that fails', async () => {
      on.worker.checkout.able = false;
      const element = await shownBuy();
      on.worker.fail(ASK, 500, 'internal');
      document.dispatchEvent(new Event('visibilitychange'));
      await settled();
      expect(words(element)).to.contain(says);
      expect(on.named('error')).to.deep.equal([]);
      on.worker.checkout.able = true;
      document.dispatchEvent(new Event('visibilitychange'));
      await waitUntil(() => words(element).includes('Buy'));
    });

    it('says the same where that only turns out at the press, keeps the focus there, and is no error', async () => {
      const element = await shownBuy();
      on.worker.fail(CREATE, 409, 'merchant_not_ready');
      button(element).focus();
      await element.start();
      expect(words(element)).to.contain(says);
      expect(element.shadowRoot?.activeElement === part(element, 'status')).to.equal(true);
      expect([...on.named('error'), ...on.lines]).to.deep.equal([]);
      on.worker.checkout.able = false;
      const other = await shownBuy();
      expect(words(other), 'nor is the old answer believed any longer').to.contain(says);
    });
  });

  describe('its idempotency key', () => {
    /** Presses, and waits until that has failed. */
    async function pressInVain(element: HTMLElementTagNameMap[typeof TAG]): Promise<void> {
      const failed = oneEvent(element, 'inlay-error');
      button(element).click();
      await failed;
    }

    async function press(element: HTMLElementTagNameMap[typeof TAG]): Promise<void> {
      const left = leaving();
      button(element).click();
      await left;
    }

    const timeout = () => Promise.reject(new DOMException('Too long', 'TimeoutError'));

    it('stays the same, like the body, when the person tries again after a time-out', async () => {
      const element = await shownBuy();
      on.worker.next(CREATE, timeout);
      await pressInVain(element);
      expect(words(element)).to.contain('This is taking too long.').and.to.contain('Try again');
      await press(element);
      const [first, second] = posts();
      expect(keys()[0]).to.match(/^[\w-]+$/);
      expect(keys()[0]).to.equal(keys()[1]);
      expect(first?.body).to.deep.equal(second?.body);
    });

    it('stays the same after a 503, and when it is tried again without anybody', async () => {
      const element = await shownBuy();
      on.worker.fail(CREATE, 503, 'stripe_unavailable', { 'Retry-After': '0' });
      on.worker.fail(CREATE, 503, 'stripe_unavailable');
      await pressInVain(element);
      await press(element);
      expect(posts()).to.have.length(3);
      expect(new Set(keys()).size).to.equal(1);
    });

    it('stays the same while the Worker is still about the first', async () => {
      const element = await shownBuy();
      on.worker.fail(CREATE, 409, 'checkout_in_progress', { 'Retry-After': '0' });
      await press(element);
      expect(posts()).to.have.length(2);
      expect(new Set(keys()).size).to.equal(1);
      expect(on.named('error')).to.deep.equal([]);
    });

    it('is new for something else', async () => {
      const element = await shownBuy();
      on.worker.next(CREATE, timeout);
      await pressInVain(element);
      element.quantity = 2;
      await waitUntil(() => words(element).includes('Buy'));
      await press(element);
      expect(new Set(keys()).size).to.equal(2);
      expect(posts()[1]?.body.line_items).to.deep.equal([{ price: PRICE, quantity: 2 }]);
    });

    it('is new after a refusal, and after every session that was begun', async () => {
      const element = await shownBuy();
      on.worker.fail(CREATE, 502, 'stripe_refused');
      await pressInVain(element);
      await press(element);
      window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      await waitUntil(() => words(element).includes('Not completed.'));
      await press(element);
      expect(new Set(keys()).size).to.equal(3);
    });
  });

  for (const url of [
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    '//evil.test',
    'not an address',
  ]) {
    it(`does not go to ${url}`, async () => {
      on.worker.checkout.url = url;
      const element = await shownBuy();
      await element.start();
      expect(words(element)).to.contain('Something went wrong');
      expect(on.named('error')[0]).to.include({ code: 'checkout_failed', recoverable: true });
    });
  }

  for (const { status, code, says, recoverable } of [
    { status: 503, code: 'stripe_unavailable', says: 'Please try again in a minute.', recoverable: true },
    { status: 429, code: 'rate_limited', says: 'Please try again in a minute.', recoverable: true },
    { status: 429, code: 'quota_exceeded', says: 'Please try again in a minute.', recoverable: true },
    { status: 400, code: 'parameter_invalid', says: 'Please contact support.', recoverable: false },
    { status: 403, code: 'origin_not_allowed', says: 'Please contact support.', recoverable: false },
    { status: 500, code: 'internal', says: 'Something went wrong. Please try again.', recoverable: true },
  ] as const) {
    it(`says it in a sentence when the Worker answers ${code}, and works when pressed again`, async () => {
      on.worker.fail(CREATE, status, code);
      const element = await shownBuy();
      await element.start();
      expect(words(element)).to.contain(says).and.to.contain('Try again').and.not.to.contain(code);
      expect(element.matches(':state(failed)')).to.equal(true);
      expect(on.named('error')[0]).to.include({ type: 'api_error', code, recoverable, requestId: 'req_test' });
      const left = leaving();
      button(element).click();
      expect(await left).to.equal(CHECKOUT_URL);
    });
  }

  it('says that there is no connection, and asks again when it is back', async () => {
    on.worker.next(ASK, () => Promise.reject(new TypeError('Failed to fetch')));
    const element = await shownBuy();
    expect(words(element)).to.contain('There is no connection.').and.to.contain('Try again');
    window.dispatchEvent(new Event('online'));
    await waitUntil(() => on.worker.kinds.filter((kind) => kind === ASK).length === 2);
    await waitUntil(() => words(element).includes('Buy'));
  });

  describe('of which the page does not say enough', () => {
    const badQuantities = ['0', '-1', '1.5', 'abc'].map(
      (quantity) => [`quantity "${quantity}"`, { quantity }] as const,
    );
    for (const [named, attributes] of [
      ['merchant', { merchant: '' }],
      ['price', { price: '' }],
      ...badQuantities,
    ] as const) {
      it(`names ${named}, and asks nothing`, async () => {
        const element = await shownBuy(attributes);
        expect(words(element)).to.contain('does not work on this page');
        expect(on.lines[0]).to.contain('not_configured').and.to.contain(named);
        expect(on.named('error')[0]).to.include({ code: 'not_configured', type: 'configuration_error' });
        await element.start();
        await element.refresh();
        expect(on.worker.asked).to.deep.equal([]);
        expect(on.named('start')).to.deep.equal([]);
      });
    }

    it('names the setting that is missing, which is never a token', async () => {
      for (const [settings, named] of [
        [{ site: undefined, tokenUrl: undefined }, 'data-site'],
        [{ site: SITE, api: undefined }, 'api'],
      ] as const) {
        init(settings);
        const element = await shownBuy();
        expect(words(element)).to.contain('does not work on this page');
        expect(on.lines.at(-1)).to.contain(named);
        element.remove();
      }
      expect(on.worker.asked).to.deep.equal([]);
    });

    it('starts working when the rest is said', async () => {
      const element = await shown(TAG);
      expect(words(element)).to.contain('does not work on this page');
      element.merchant = MERCHANT;
      element.price = PRICE;
      await waitUntil(() => words(element).includes('Buy'));
      expect(on.worker.kinds).to.deep.equal([ASK]);
      element.quantity = 0;
      await waitUntil(() => words(element).includes('does not work on this page'));
      element.quantity = 2;
      await waitUntil(() => words(element).includes('Buy'));
    });

    it('names a return-path that is no address when it is pressed', async () => {
      const element = await shownBuy({ 'return-path': 'http://[' });
      await element.start();
      expect(on.lines[0]).to.contain('return-path "http://["');
      expect(posts()).to.deep.equal([]);
    });
  });

  const hostile = '"><img src=x onerror=alert(1)>';
  for (const name of ['merchant', 'price', 'quantity', 'presentation', 'return-path', 'site', 'api', 'lang', 'theme']) {
    it(`keeps markup in the attribute ${name} text`, async () => {
      const element = await shownBuy({ [name]: hostile });
      const left = leaving();
      await Promise.race([element.start(), left]);
      expect(element.shadowRoot?.querySelector('img')).to.equal(null);
      expect(document.querySelector('img[src=x]')).to.equal(null);
      expect(part(element, 'button')).not.to.equal(null);
    });
  }

  it('keeps secrets out of events, attributes, the console and what it shows', async () => {
    const element = await shownBuy();
    const left = leaving();
    button(element).click();
    await left;
    const seen = [
      JSON.stringify(on.heard),
      element.outerHTML,
      element.shadowRoot?.innerHTML,
      ...on.lines,
      location.href,
    ];
    expect(seen.join()).not.to.contain('CANARY');
    expect(JSON.stringify({ ...localStorage, ...sessionStorage })).not.to.contain('CANARY');
  });
});
