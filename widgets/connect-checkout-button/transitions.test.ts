import { expect } from '@open-wc/testing';
import { type Code, InlayError } from '../shared/inlay-error.ts';
import { FakeCheckout, MERCHANT, PRICE } from '../testing/fake-checkout.ts';
import { attemptFor, isUncertain } from './attempt.ts';
import { isOrder } from './buying.ts';
import { checkoutRequest, problemOf } from './checkout-request.ts';
import { initial, type State } from './flow.ts';
import { canStart, customState, type Happening, isIdle, next } from './transitions.ts';

const id = 'cs_test_1';
const checkout = new FakeCheckout();

function sessionThat(outcome: FakeCheckout['outcome']) {
  checkout.outcome = outcome;
  return checkout.session(id);
}

function reached(...happenings: Happening[]): State {
  return happenings.reduce(next, initial);
}

function failing(code: Code): Happening {
  return { type: 'error', error: new InlayError(code, 'For developers.') };
}

const able: Happening = { type: 'merchant', able: true };
const unable: Happening = { type: 'merchant', able: false };
const started: Happening = { type: 'started' };
const opened: Happening = { type: 'opened', id };
const closed: Happening = { type: 'closed', id };
const bought: Happening = { type: 'bought', checkoutSession: sessionThat('paid') };

describe('the states of buying', () => {
  it('lead by way of Checkout to what is paid', () => {
    const state = reached(able, started, opened, closed, bought);
    expect(state).to.deep.equal({ name: 'bought', checkoutSession: sessionThat('paid') });
    expect(customState(state)).to.equal('done');
    expect(canStart(state)).to.equal(false);
  });

  it('call nothing done that is on its way', () => {
    const state = reached(able, started, closed, { type: 'bought', checkoutSession: sessionThat('processing') });
    expect(customState(state)).to.equal(undefined);
    expect(canStart(state)).to.equal(false);
  });

  it('lead back to the button, with a word on why, when nothing was submitted', () => {
    for (const note of ['open', 'expired'] as const) {
      const state = reached(able, started, closed, { type: 'left', note });
      expect(state).to.deep.equal({ name: 'ready', note });
      expect(canStart(state)).to.equal(true);
      expect(next(state, able), 'which news of the merchant leaves alone').to.equal(state);
    }
  });

  it('offer nothing to press where the merchant cannot sell, whenever that turns out', () => {
    for (const state of [
      reached(unable),
      reached(able, unable),
      reached(able, started, failing('merchant_not_ready')),
    ]) {
      expect(state).to.deep.equal({ name: 'unavailable' });
      expect(canStart(state)).to.equal(false);
      expect(customState(state)).to.equal(undefined);
      expect(next(state, able).name, 'until they can').to.equal('ready');
    }
  });

  it('are not disturbed by news of the merchant once something has begun', () => {
    for (const happenings of [
      [able, started],
      [able, started, opened],
      [able, started, closed],
      [able, started, closed, bought],
    ]) {
      expect(reached(...happenings, unable)).to.deep.equal(reached(...happenings));
    }
  });

  it('keep no click from a person but while something is under way', () => {
    expect(canStart(reached(able, started))).to.equal(false);
    expect(canStart(reached(able, started, opened))).to.equal(false);
    expect(canStart(reached(able, started, closed))).to.equal(false);
    expect(canStart(reached(able, started, failing('offline')))).to.equal(true);
  });

  it('are idle before anything has begun', () => {
    expect([reached(able), reached(unable)].map(isIdle)).to.deep.equal([true, true]);
    expect([reached(), reached(able, started), reached(failing('offline'))].map(isIdle)).to.deep.equal([
      false,
      false,
      false,
    ]);
  });

  for (const [what, happenings, error, again] of [
    ['what the Worker was asked first', [], 'offline', 'load'],
    ['an attempt that was not answered', [able, started], 'timeout', 'start'],
    ['an outcome that could not be read', [able, started, closed], 'offline', 'sync'],
    ['an attempt whose payment failed', [able, started, closed], 'checkout_declined', 'start'],
    ['an attempt whose payment failed late', [able, bought], 'checkout_declined', 'start'],
    ['an attempt that Stripe’s script broke', [able, started, closed], 'checkout_failed', 'start'],
    ['an attempt that a policy of the page forbids', [able, started], 'stripe_js_blocked', 'start'],
    ['an attempt of which the Worker knows nothing', [able, started, closed], 'resource_missing', 'start'],
  ] as const) {
    it(`remember to try again ${what}`, () => {
      expect(reached(...happenings, failing(error)))
        .to.have.property('again')
        .that.includes({ what: again });
    });
  }

  it('remember that only the address tells of an outcome, also when it is tried again', () => {
    const state = reached({ type: 'closed', id, returned: true }, failing('offline'), { type: 'retry' });
    expect(state).to.deep.equal({ name: 'busy', doing: { what: 'sync', id, returned: true } });
  });
});

describe('an attempt', () => {
  const body = { merchant: MERCHANT, line_items: [{ price: PRICE, quantity: 1 }], return_url: 'https://shop.test/' };

  it('keeps its key as long as the same is asked for', () => {
    const first = attemptFor(body, undefined);
    expect(attemptFor({ ...body }, first)).to.equal(first);
    const other = attemptFor({ ...body, line_items: [{ price: PRICE, quantity: 2 }] }, first);
    expect(other.key).not.to.equal(first.key);
  });

  it('has a key that nobody guesses, of characters that a header can have', () => {
    const keys = Array.from({ length: 50 }, () => attemptFor(body, undefined).key);
    expect(new Set(keys).size).to.equal(50);
    for (const key of keys) expect(key).to.match(/^[\w-]{12,60}$/);
  });

  for (const [code, kept] of [
    ['timeout', true],
    ['offline', true],
    ['stripe_unavailable', true],
    ['stripe_busy', true],
    ['storage_unavailable', true],
    ['checkout_in_progress', true],
    ['stripe_js_failed', true],
    ['merchant_not_ready', false],
    ['idempotency_conflict', false],
    ['parameter_invalid', false],
    ['stripe_refused', false],
    ['internal', false],
  ] as const) {
    it(`is ${kept ? 'gone on with' : 'over'} after ${code}`, () => {
      expect(isUncertain(new InlayError(code, 'For developers.'))).to.equal(kept);
    });
  }
});

describe('what the attributes ask for', () => {
  const order = {
    merchant: MERCHANT,
    price: PRICE,
    quantity: null,
    presentation: null,
    returnPath: null,
    locale: 'en',
  };
  const here = 'https://shop.test/things?x=1#part';

  it('is one of that price, paid on Stripe’s page, back to this page', () => {
    expect(checkoutRequest(order, here)).to.deep.equal({
      merchant: MERCHANT,
      line_items: [{ price: PRICE, quantity: 1 }],
      return_url: here,
      presentation: 'redirect',
      locale: 'en',
    });
  });

  for (const [presentation, asked] of [
    ['auto', 'redirect'],
    ['redirect', 'redirect'],
    ['inline', 'inline'],
    ['a mistake', 'redirect'],
  ] as const) {
    it(`is presented as ${asked} where presentation is ${presentation}`, () => {
      expect(checkoutRequest({ ...order, presentation }, here)?.presentation).to.equal(asked);
    });
  }

  it('is paid in the page where that stands in a frame, in which Checkout’s own page does not open', () => {
    expect(checkoutRequest({ ...order, presentation: 'redirect' }, here, true)?.presentation).to.equal('inline');
  });

  for (const quantity of [0, -1, 1.5, 'abc', '', '1e3', ' 2', Number.NaN, Number.POSITIVE_INFINITY]) {
    it(`is nothing where quantity is ${JSON.stringify(quantity)}, and says so`, () => {
      expect(isOrder({ ...order, quantity })).to.equal(false);
      expect(problemOf({ ...order, quantity })).to.contain(`quantity "${quantity}"`);
    });
  }

  for (const [quantity, count] of [
    [undefined, 1],
    ['3', 3],
    [20, 20],
  ] as const) {
    it(`is ${count} where quantity is ${quantity}`, () => {
      expect(problemOf({ ...order, quantity })).to.equal(null);
      expect(checkoutRequest({ ...order, quantity }, here)?.line_items[0]?.quantity).to.equal(count);
    });
  }

  it('names what is missing', () => {
    expect(problemOf({ ...order, merchant: '' })).to.contain('merchant');
    expect(problemOf({ ...order, price: undefined })).to.contain('price');
  });

  for (const [locale, sent] of [
    ['fr-CA', 'fr-CA'],
    ['"><img src=x>', undefined],
    ['fr_CA', undefined],
  ] as const) {
    it(`tells the language ${sent} where the page’s is ${locale}`, () => {
      expect(checkoutRequest({ ...order, locale }, here)?.locale).to.equal(sent);
    });
  }

  it('is nothing where return-path is no address of a page', () => {
    for (const returnPath of ['javascript:alert(1)', 'http://[']) {
      expect(checkoutRequest({ ...order, returnPath }, here)).to.equal(null);
    }
  });
});
