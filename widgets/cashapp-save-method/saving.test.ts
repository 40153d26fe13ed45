import { expect, fixture, oneEvent } from '@open-wc/testing';
import type { SetupOutcome } from '../../worker/contract.ts';
import type { SetupIntentResult } from '../shared/stripe-js.ts';
import { methodThat } from '../testing/fake-methods.ts';
import { SETUP_KEY, SETUP_SECRET } from '../testing/fake-setup.ts';
import { type FakeStripe, fakeStripe } from '../testing/fake-stripe.ts';
import { pressSave, shownAndPressed } from '../testing/press-save.ts';
import { button, part, shown, words } from '../testing/scene.ts';
import { stage } from '../testing/stage.ts';
import './cashapp-save-method.ts';
import { waitUntil } from '../testing/wait-until.ts';

const TAG = 'cashapp-save-method';
const TERMS = 'GET setup_intents';
const CREATE = 'POST setup_intents';
const SYNC = 'POST setup_intents/seti_1/sync';

describe('cashapp-save-method, saving', () => {
  const on = stage();
  let stripe: FakeStripe;
  beforeEach(() => {
    stripe = fakeStripe(on.signal);
  });

  it('asks nothing but a token and the terms before a click', async () => {
    await shown(TAG);
    expect(on.worker.kinds).to.deep.equal(['token', TERMS]);
    expect(stripe.cashapp.confirmations).to.have.length(0);
  });

  it('has Stripe’s script confirm what the Worker made, with the terms that were shown', async () => {
    const { element, dialog } = await shownAndPressed(stripe, { lang: 'en-GB' });
    expect(on.worker.asked.at(-1)).to.deep.include({
      what: CREATE,
      body: { accepted_terms: 'terms_1', locale: 'en-GB' },
    });
    expect(dialog).to.deep.include({
      publishableKey: SETUP_KEY,
      clientSecret: SETUP_SECRET,
      locale: 'en',
      handleActions: true,
    });
    expect(dialog.data.payment_method).to.deep.equal({ type: 'cashapp' });
    expect(words(element)).to.contain('Scan the code with your phone');
    expect(element.matches(':state(busy)')).to.equal(true);
    expect(on.named('start')).to.have.length(1);
    dialog.end();
    await oneEvent(element, 'inlay-success');
  });

  it('says that it is saved only when the Worker has read that from Stripe, and shows the $cashtag', async () => {
    const release = on.worker.hold(SYNC);
    const { element, dialog } = await shownAndPressed(stripe);
    dialog.end({ setupIntent: { status: 'succeeded' } });
    await waitUntil(() => words(element).includes('Checking with Cash App…'));
    expect(on.named('success')).to.deep.equal([]);
    const success = oneEvent(element, 'inlay-success');
    release();
    await success;
    expect(words(element)).to.contain('Cash App Pay is saved.').and.to.contain('$ada');
    expect(element.shadowRoot?.querySelector('bdi')?.textContent).to.equal('$ada');
    expect(words(element)).to.contain('Save another Cash App account').and.not.to.contain('By continuing');
    expect(element.matches(':state(done)')).to.equal(true);
    const paymentMethod = methodThat();
    expect(on.named('change')).to.deep.equal([{ paymentMethod }]);
    expect(on.named('success')).to.deep.equal([{ paymentMethod }]);
    expect(element.paymentMethod).to.deep.equal(paymentMethod);
    expect(on.worker.kinds.slice(2)).to.deep.equal([CREATE, SYNC]);
  });

  it('does not ask for the same terms a second time', async () => {
    const { element, dialog } = await shownAndPressed(stripe);
    dialog.end();
    await oneEvent(element, 'inlay-success');
    on.worker.setup.method = methodThat({ id: 'pm_2' }, '$grace');
    (await pressSave(element, stripe)).end();
    await oneEvent(element, 'inlay-success');
    expect(on.worker.asked.filter(({ what }) => what === CREATE)[1]?.body).to.deep.equal({});
    expect(element.paymentMethod?.id).to.equal('pm_2');
    expect(words(element)).to.contain('$grace').and.not.to.contain('$ada');
  });

  const declined: SetupIntentResult = {
    error: { type: 'invalid_request_error', code: 'x', message: 'For developers.' },
  };
  const endings: readonly {
    readonly when: string;
    readonly status: SetupOutcome['status'];
    readonly failure?: string;
    readonly said?: SetupIntentResult;
    readonly ends: 'cancel' | 'setup_declined' | 'setup_expired' | 'cashapp_failed';
  }[] = [
    { when: 'closed, and the script says nothing', status: 'requires_action', ends: 'cancel' },
    { when: 'closed, and the script calls that an error', status: 'requires_action', said: declined, ends: 'cancel' },
    { when: 'given up before it began', status: 'requires_confirmation', ends: 'cancel' },
    { when: 'cancelled at Stripe', status: 'canceled', ends: 'cancel' },
    {
      when: 'declined in Cash App',
      status: 'requires_payment_method',
      failure: 'setup_intent_authentication_failure',
      said: { setupIntent: { status: 'succeeded' } },
      ends: 'setup_declined',
    },
    {
      when: 'refused for a reason nobody has heard of',
      status: 'requires_payment_method',
      failure: 'brand_new_code',
      ends: 'setup_declined',
    },
    {
      when: 'not decided within ten minutes',
      status: 'requires_payment_method',
      failure: 'setup_intent_setup_attempt_expired',
      ends: 'setup_expired',
    },
    {
      when: 'not even begun, for the script failed',
      status: 'requires_payment_method',
      said: declined,
      ends: 'cashapp_failed',
    },
    {
      when: 'interrupted, for Stripe was not reached',
      status: 'requires_action',
      said: { error: { type: 'api_connection_error', message: 'For developers.' } },
      ends: 'cashapp_failed',
    },
  ];

  for (const { when, status, failure = null, said, ends } of endings) {
    it(`ends in ${ends} when it was ${when}, and begins anew when pressed again`, async () => {
      Object.assign(on.worker.setup, { status, failure });
      const { element, dialog } = await shownAndPressed(stripe);
      const over = oneEvent(element, ends === 'cancel' ? 'inlay-cancel' : 'inlay-error');
      dialog.end(said);
      await over;
      expect(on.named('success')).to.deep.equal([]);
      expect(words(element), 'the terms are still to be accepted').to.contain('By continuing');
      if (ends === 'cancel') {
        expect(words(element)).to.contain('Save Cash App Pay').and.not.to.contain('again');
        expect(part(element, 'error')).to.equal(null);
        expect(element.matches(':state(failed), :state(busy)')).to.equal(false);
      } else {
        expect(on.named('error')[0]).to.include({ type: 'stripe_error', code: ends, recoverable: true });
        expect(words(element)).to.contain('Try again').and.not.to.contain('For developers.');
        expect(part(element, 'error')?.textContent).to.match(/\.$/);
        expect(element.matches(':state(failed)')).to.equal(true);
      }
      Object.assign(on.worker.setup, { status: 'succeeded', failure: null });
      (await pressSave(element, stripe)).end();
      await oneEvent(element, 'inlay-success');
      expect(on.worker.kinds.filter((kind) => /setup_intents.+sync/.test(kind))).to.deep.equal([
        SYNC,
        'POST setup_intents/seti_2/sync',
      ]);
    });
  }

  it('asks the Worker all the same when the script’s answer is lost', async () => {
    const { element, dialog } = await shownAndPressed(stripe);
    const success = oneEvent(element, 'inlay-success');
    dialog.break(new Error('IntegrationError'));
    await success;
    expect(words(element)).to.contain('Cash App Pay is saved.');
    expect(on.named('error')).to.deep.equal([]);
  });

  it('opens one dialog for a double click', async () => {
    const { element, dialog } = await shownAndPressed(stripe);
    button(element).click();
    await element.start();
    expect(stripe.cashapp.confirmations).to.have.length(1);
    expect(on.worker.kinds.filter((kind) => kind === CREATE)).to.have.length(1);
    dialog.end();
    await oneEvent(element, 'inlay-success');
  });

  it('opens one dialog when two elements of a page are pressed, and success is the one’s alone', async () => {
    const other = await shown(TAG);
    const { element, dialog } = await shownAndPressed(stripe);
    await other.start();
    expect(stripe.cashapp.confirmations).to.have.length(1);
    const success = oneEvent(element, 'inlay-success');
    dialog.end();
    await success;
    expect(other.paymentMethod).to.equal(null);
    expect(on.named('success')).to.have.length(1);
    await waitUntil(() => !words(other).includes('By continuing'), 'the terms were accepted next to it');
    const again = stripe.cashapp.next();
    other.start();
    (await again).end();
    await oneEvent(other, 'inlay-success');
  });

  it('shows the new terms when the site has changed them, and has them accepted', async () => {
    const element = await shown(TAG);
    on.worker.setup.terms = { ...on.worker.setup.terms, version: 'terms_2', business_name: 'Rocket Boats' };
    on.worker.fail(CREATE, 400, 'terms_not_accepted');
    await element.start();
    expect(words(element)).to.contain('The terms have changed.').and.to.contain('Rocket Boats’s terms');
    expect(words(element)).to.contain('Save Cash App Pay');
    expect(stripe.cashapp.confirmations).to.have.length(0);
    (await pressSave(element, stripe)).end();
    await oneEvent(element, 'inlay-success');
    expect(on.worker.asked.findLast(({ what }) => what === CREATE)?.body).to.include({ accepted_terms: 'terms_2' });
  });

  it('starts on start() what a click starts, but takes nobody’s word for terms that were not shown', async () => {
    const element = document.createElement(TAG);
    await fixture(element);
    await element.start();
    expect(on.worker.kinds).not.to.contain(CREATE);
    await waitUntil(() => words(element).includes('By continuing'));
    const next = stripe.cashapp.next();
    element.start();
    (await next).end();
    await oneEvent(element, 'inlay-success');
    const accepted = document.createElement(TAG);
    await fixture(accepted);
    const again = stripe.cashapp.next();
    accepted.start();
    (await again).end();
    await oneEvent(accepted, 'inlay-success');
  });

  it('does not start where the site has not said what its terms are, and says so to the developer', async () => {
    on.worker.fail(TERMS, 409, 'terms_not_configured');
    on.worker.fail(TERMS, 409, 'terms_not_configured');
    const element = await shown(TAG);
    expect(words(element)).to.contain('does not work on this page');
    expect(on.lines[0]).to.contain('Set terms_url of site_test');
    await element.start();
    expect(on.worker.kinds).not.to.contain(CREATE);
  });

  it('names the scope that the user token lacks', async () => {
    on.worker.fail(CREATE, 403, 'scope_missing');
    const element = await shown(TAG);
    await element.start();
    expect(on.lines[0]).to.contain('Add "save" to the claim scope');
  });

  it('keeps the client secret out of events, attributes, storage, the console and what it shows', async () => {
    on.worker.setup.status = 'requires_confirmation';
    const { element, dialog } = await shownAndPressed(stripe);
    const failed = oneEvent(element, 'inlay-error');
    dialog.break(new Error(`Invalid client secret ${SETUP_SECRET}`));
    await failed;
    expect(on.lines.join()).to.contain('Invalid client secret …');
    const seen = [
      JSON.stringify(on.heard),
      document.documentElement.outerHTML,
      element.shadowRoot?.innerHTML,
      ...on.lines,
      location.href,
      JSON.stringify({ ...localStorage, ...sessionStorage }),
    ];
    expect(seen.join()).not.to.contain('CANARY');
  });
});
