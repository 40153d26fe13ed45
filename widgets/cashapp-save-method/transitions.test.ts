import { expect } from '@open-wc/testing';
import type { SetupOutcome, SetupTerms } from '../../worker/contract.ts';
import { type Code, InlayError } from '../shared/inlay-error.ts';
import { waitingWith } from '../testing/fake-cashapp.ts';
import { methodThat } from '../testing/fake-methods.ts';
import { returnUrl } from './addresses.ts';
import { initial, type QrCode, type State } from './flow.ts';
import { isPhone, placeOf, wayOf } from './presentation.ts';
import { actionOf, qrCodeOf, secondsLeft } from './qr-code.ts';
import { canStart, customState, type Happening, isReturned, isWaitingFor, next } from './transitions.ts';
import { codeOf, type Hint, verdictOf } from './verdict.ts';

const terms: SetupTerms = {
  object: 'setup_intent.terms',
  business_name: 'Rocket Rides',
  terms_url: 'https://rides.example.test/terms',
  version: 'terms_1',
  required: true,
  usage: 'off_session',
};
const paymentMethod = methodThat();
const setupIntent = 'seti_1';
const code: QrCode = { image: 'https://qr.stripe.test/1.svg', drawn: true, page: null, until: 30_000 };

function reached(...happenings: Happening[]): State {
  return happenings.reduce(next, initial);
}

function failing(code: Code): Happening {
  return { type: 'error', error: new InlayError(code, 'For developers.') };
}

const open: Happening[] = [
  { type: 'terms', terms },
  { type: 'started' },
  { type: 'opened', setupIntent, place: { where: 'here', code: null } },
];
const closed: Happening = { type: 'closed', setupIntent };
const processing: Happening = { type: 'processing', setupIntent };
const saved: Happening = { type: 'saved', setupIntent, paymentMethod };

describe('the states of saving', () => {
  it('lead from the terms by way of Cash App to a saved method, with nothing more to agree to', () => {
    const state = reached(...open, closed, saved);
    expect(state).to.deep.equal({ name: 'ready', terms: { ...terms, required: false }, paymentMethod });
    expect(customState(state)).to.equal('done');
    expect(canStart(state)).to.equal(true);
  });

  it('lead back to the beginning when nothing came of it', () => {
    const state = reached(...open, closed, { type: 'settled' });
    expect(state).to.deep.equal({ name: 'ready', terms, paymentMethod: null });
    expect(customState(state)).to.equal(undefined);
  });

  it('are not disturbed by terms that arrive late', () => {
    for (const happenings of [open, [...open, closed], [...open, closed, processing]]) {
      expect(reached(...happenings, { type: 'terms', terms }).name).to.equal(reached(...happenings).name);
    }
  });

  it('let one attempt’s success not end another that is under way', () => {
    const state = reached(...open, { type: 'saved', setupIntent: 'seti_0', paymentMethod });
    expect(state).to.include({ name: 'open', setupIntent }).and.to.deep.include({ paymentMethod });
  });

  it('take up a code only while one is shown', () => {
    const shown = reached(...open, { type: 'code', code });
    expect(shown).to.deep.include({ place: { where: 'here', code } });
    expect(next(shown, { type: 'not_drawn', image: code.image })).to.deep.include({
      place: { where: 'here', code: { ...code, drawn: false } },
    });
    expect(next(shown, { type: 'not_drawn', image: 'of an earlier code' })).to.equal(shown);
    expect(reached(...open, closed, { type: 'code', code }).name).to.equal('busy');
    expect(reached(...open, closed, { type: 'not_drawn', image: code.image }).name).to.equal('busy');
  });

  it('keep no click from a person but while something is under way', () => {
    expect(canStart(reached(...open))).to.equal(false);
    expect(canStart(reached(...open, closed))).to.equal(false);
    expect(canStart(reached(...open, closed, failing('offline')))).to.equal(true);
    expect(canStart(reached({ type: 'logout' }))).to.equal(false);
  });

  it('know whose outcome is waited for, and whether only the address tells of it', () => {
    const returned = reached({ type: 'returned', setupIntent });
    for (const state of [reached(...open), reached(...open, closed), reached(...open, closed, processing), returned]) {
      expect(isWaitingFor(state, setupIntent)).to.equal(true);
      expect(isWaitingFor(state, 'seti_2')).to.equal(false);
    }
    expect(isReturned(returned)).to.equal(true);
    expect(isReturned(next(returned, closed)), 'being read').to.equal(true);
    expect(isReturned(reached(...open, closed))).to.equal(false);
    const again = next(next(returned, failing('offline')), { type: 'retry' });
    expect(isReturned(again), 'read once more').to.equal(true);
  });

  for (const [what, error, again] of [
    ['the outcome that could not be read', 'offline', 'sync'],
    ['the outcome that the Worker could not read', 'stripe_unavailable', 'sync'],
    ['a new attempt after one that was declined', 'setup_declined', 'start'],
    ['a new attempt after one that expired', 'setup_expired', 'start'],
    ['a new attempt after one that broke', 'cashapp_failed', 'start'],
    ['a new attempt where the Worker knows of none', 'resource_missing', 'start'],
  ] as const) {
    it(`remember to try again ${what}`, () => {
      for (const happenings of [
        [...open, closed],
        [...open, closed, processing],
      ]) {
        expect(reached(...happenings, failing(error)))
          .to.have.property('again')
          .that.includes({ what: again });
      }
    });
  }

  it('remember to ask for the terms again, where those could not be had', () => {
    expect(next(initial, failing('offline')))
      .to.have.property('again')
      .that.deep.equals({ what: 'load' });
  });

  it('forget everything at logout', () => {
    const state = reached(...open, closed, saved, { type: 'logout' });
    expect(state).to.deep.equal({ name: 'signed_out', terms: null, paymentMethod: null });
    expect(next(state, { type: 'removed' })).to.equal(state);
  });
});

describe('what became of an attempt', () => {
  const error = new InlayError('cashapp_failed', 'For developers.');
  const maybe: Hint = { error, mayBeClosed: true };
  const surely: Hint = { error, mayBeClosed: false };
  const outcome = (status: SetupOutcome['status'], is: Partial<SetupOutcome> = {}): SetupOutcome => ({
    object: 'setup_intent',
    id: setupIntent,
    status,
    payment_method: null,
    last_setup_error: null,
    ...is,
  });

  it('is success by the status alone, whatever the script says', () => {
    for (const hint of [null, maybe, surely]) {
      const verdict = verdictOf(outcome('succeeded', { payment_method: paymentMethod }), hint);
      expect(verdict).to.deep.equal({ is: 'saved', paymentMethod });
    }
    expect(verdictOf(outcome('succeeded'), null), 'removed since').to.deep.equal({ is: 'left', open: false });
  });

  it('is never success by what the script says', () => {
    for (const status of ['requires_action', 'requires_confirmation', 'requires_payment_method', 'canceled'] as const) {
      for (const hint of [null, maybe, surely])
        expect(verdictOf(outcome(status), hint).is).to.be.oneOf(['left', 'failed']);
    }
  });

  it('is open to go on where the person left, unless something surely broke', () => {
    expect(verdictOf(outcome('requires_action'), null)).to.deep.equal({ is: 'left', open: true });
    expect(verdictOf(outcome('requires_action'), maybe)).to.deep.equal({ is: 'left', open: true });
    expect(verdictOf(outcome('requires_action'), surely)).to.deep.equal({ is: 'failed', error });
  });

  it('is what Stripe says rather than its script where both say something', () => {
    const expired = outcome('requires_payment_method', {
      last_setup_error: { code: 'setup_intent_setup_attempt_expired' },
    });
    expect(verdictOf(expired, surely)).to.have.nested.property('error.code', 'setup_expired');
    const declined = outcome('requires_payment_method', { last_setup_error: { code: null } });
    expect(verdictOf(declined, surely)).to.have.nested.property('error.code', 'setup_declined');
  });

  for (const [stripes, ours] of [
    ['setup_intent_authentication_failure', 'setup_declined'],
    ['payment_method_customer_decline', 'setup_declined'],
    ['setup_intent_setup_attempt_expired', 'setup_expired'],
    ['parameter_missing', 'cashapp_failed'],
    [undefined, 'cashapp_failed'],
  ] as const) {
    it(`calls ${stripes ?? 'an error without a code'} ${ours}`, () => {
      expect(codeOf(stripes)).to.equal(ours);
    });
  }
});

describe('how an attempt is presented', () => {
  for (const [presentation, phone, way, where] of [
    ['auto', false, 'stripe', 'dialog'],
    [null, true, 'stripe', 'cashapp'],
    ['inline', false, 'draw', 'here'],
    ['inline', true, 'leave', 'cashapp'],
    ['redirect', false, 'leave', 'cashapp'],
    ['a mistake', false, 'stripe', 'dialog'],
  ] as const) {
    it(`is ${way}, ${where}, for ${presentation} on a ${phone ? 'phone' : 'computer'}`, () => {
      expect(wayOf(presentation, phone)).to.equal(way);
      expect(placeOf(way, phone).where).to.equal(where);
    });
  }

  it('tells a phone from a computer', () => {
    const browser = (userAgent: string, maxTouchPoints = 0) => isPhone({ userAgent, maxTouchPoints });
    expect(browser('Mozilla/5.0 (Linux; Android 15; Pixel 9) Mobile', 5)).to.equal(true);
    expect(browser('Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)', 0)).to.equal(false);
    expect(browser('Mozilla/5.0 (Windows NT 10.0; Win64; x64)', 10), 'a touch screen').to.equal(false);
  });
});

describe('the address to come back to', () => {
  const here = 'https://shop.example.test/pay?x=1#part';
  for (const [path, address] of [
    [null, 'https://shop.example.test/pay?x=1&inlay=save-return#part'],
    ['', 'https://shop.example.test/pay?x=1&inlay=save-return#part'],
    ['/wallet', 'https://shop.example.test/wallet?inlay=save-return'],
    ['?inlay=other', 'https://shop.example.test/pay?inlay=save-return'],
    ['javascript:alert(1)', null],
    ['https://', null],
  ] as const) {
    it(`is ${address} for the return-path ${path}`, () => {
      expect(returnUrl(path, here)).to.equal(address);
    });
  }
});

describe('a code to scan', () => {
  it('lives as long as Stripe says, half a minute at most, whatever this computer’s clock says', () => {
    const action = (expires: number) => actionOf(waitingWith(1, expires));
    const left = (expires: number) => {
      const found = action(expires);
      return found && secondsLeft(qrCodeOf(found, 1_000_000, 5_000), 5_000);
    };
    expect([1_022, 1_045, 1_100, 900, 0].map(left)).to.deep.equal([22, 30, 30, 30, 30]);
  });

  it('counts whole seconds down to none', () => {
    expect([0, 1, 29_500, 30_000, 99_000].map((now) => secondsLeft(code, now))).to.deep.equal([30, 30, 1, 0, 0]);
  });
});
