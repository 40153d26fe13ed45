import { expect, fixture, oneEvent } from '@open-wc/testing';
import { takeSetupReturn } from '../shared/setup-return.ts';
import { fakeStripe } from '../testing/fake-stripe.ts';
import { button, settled, shown, visit, words } from '../testing/scene.ts';
import { stage } from '../testing/stage.ts';
import './cashapp-save-method.ts';
import { waitUntil } from '../testing/wait-until.ts';

const TAG = 'cashapp-save-method';
const TERMS = 'GET setup_intents';
const SYNC = 'POST setup_intents/seti_9/sync';
const SECRET = 'seti_9_secret_CANARY';

describe('cashapp-save-method, coming back from Cash App', () => {
  const on = stage();

  function comeBack(status = 'succeeded', hash = ''): void {
    visit(
      `?a=1&inlay=save-return&setup_intent=seti_9&setup_intent_client_secret=${SECRET}&redirect_pm_type=cashapp&redirect_status=${status}`,
      hash,
    );
  }

  it('asks the Worker what became of it, and says only then that it is saved', async () => {
    comeBack();
    const release = on.worker.hold(SYNC);
    const element = document.createElement(TAG);
    await fixture(element);
    await waitUntil(() => words(element).includes('Checking with Cash App…'));
    expect(on.named('success')).to.deep.equal([]);
    const success = oneEvent(element, 'inlay-success');
    release();
    await success;
    expect(words(element)).to.contain('Cash App Pay is saved.').and.to.contain('$ada');
    expect(on.named('change')).to.have.length(1);
    await waitUntil(() => on.worker.kinds.includes(TERMS));
    expect(words(element)).not.to.contain('By continuing');
    expect(on.worker.kinds[1], 'before anything else').to.equal(SYNC);
  });

  it('takes what Stripe added off the address, and sends none of it anywhere', async () => {
    comeBack('succeeded', '#part');
    const element = await shown(TAG);
    await settled();
    expect(location.search + location.hash).to.equal('?a=1#part');
    const seen = [JSON.stringify(on.heard), element.outerHTML, element.shadowRoot?.innerHTML, ...on.lines];
    for (const { url, body } of on.worker.asked) seen.push(url, JSON.stringify(body));
    expect(seen.join()).not.to.contain('CANARY');
  });

  it('takes up what the script tag has taken off the address before it', async () => {
    comeBack();
    takeSetupReturn();
    expect(location.search).to.equal('?a=1');
    await shown(TAG);
    expect(on.named('success')).to.have.length(1);
  });

  it('does not take the address’s word for success', async () => {
    comeBack('succeeded');
    Object.assign(on.worker.setup, {
      status: 'requires_payment_method',
      failure: 'setup_intent_authentication_failure',
    });
    const element = await shown(TAG);
    expect(words(element)).to.contain('Cash App did not authorize this.').and.to.contain('By continuing');
    expect(on.named('success')).to.deep.equal([]);
    expect(on.named('error')[0]).to.include({ code: 'setup_declined' });
  });

  it('does not take the address’s word for failure', async () => {
    comeBack('failed');
    await shown(TAG);
    expect(on.named('success')).to.have.length(1);
  });

  it('makes a new attempt when pressed after one that was declined', async () => {
    const stripe = fakeStripe(on.signal);
    comeBack('failed');
    Object.assign(on.worker.setup, { status: 'requires_payment_method', failure: 'payment_method_provider_decline' });
    const element = await shown(TAG);
    const next = stripe.cashapp.next();
    button(element).click();
    const confirmation = await next;
    expect(on.worker.asked.at(-1)?.body, 'the terms were shown').to.include({ accepted_terms: 'terms_1' });
    Object.assign(on.worker.setup, { status: 'succeeded', failure: null });
    confirmation.end();
    await oneEvent(element, 'inlay-success');
    expect(on.worker.kinds.at(-1)).to.equal('POST setup_intents/seti_1/sync');
  });

  it('is ready when the person came back without having decided', async () => {
    comeBack();
    on.worker.setup.status = 'requires_action';
    const element = await shown(TAG);
    await waitUntil(() => words(element).includes('By continuing'));
    expect(on.named('cancel')).to.have.length(1);
    expect(words(element)).to.contain('Save Cash App Pay');
  });

  it('waits with the person for what Stripe has not settled', async () => {
    comeBack();
    on.worker.setup.status = 'processing';
    const element = await shown(TAG);
    expect(words(element)).to.contain('Cash App has not confirmed this yet.');
    on.worker.setup.status = 'succeeded';
    button(element).click();
    await oneEvent(element, 'inlay-success');
  });

  it('treats an attempt that is not this person’s as nothing, quietly', async () => {
    comeBack();
    on.worker.fail(SYNC, 404, 'resource_missing');
    const element = await shown(TAG);
    await waitUntil(() => words(element).includes('By continuing'));
    expect(words(element)).to.contain('Save Cash App Pay').and.not.to.contain('wrong');
    expect(on.heard.map(({ type }) => type)).to.deep.equal(['inlay-ready']);
    expect(on.lines).to.have.length(1);
    expect(on.lines[0]).to.contain('is not this person’s');
    expect(element.matches(':state(failed), :state(done), :state(busy)')).to.equal(false);
  });

  it('does the same when the answer came only with the second try', async () => {
    comeBack();
    on.worker.next(SYNC, () => Promise.reject(new TypeError('Failed to fetch')));
    on.worker.fail(SYNC, 404, 'resource_missing');
    const element = await shown(TAG);
    expect(words(element)).to.contain('There is no connection.');
    button(element).click();
    await waitUntil(() => words(element).includes('Save Cash App Pay'));
    expect(on.named('error'), 'of the connection').to.have.length(1);
  });

  it('keeps what is no id within its route', async () => {
    visit('?inlay=save-return&setup_intent=../payment_methods/pm_1%3Fx');
    await shown(TAG);
    const asked = on.worker.kinds.filter((kind) => kind.startsWith('POST'));
    expect(asked).to.deep.equal(['POST setup_intents/..%2Fpayment_methods%2Fpm_1%3Fx/sync']);
  });

  it('asks again for the outcome when there was no connection just then', async () => {
    comeBack();
    on.worker.next(SYNC, () => Promise.reject(new TypeError('Failed to fetch')));
    const element = await shown(TAG);
    expect(words(element)).to.contain('There is no connection.').and.to.contain('Try again');
    const success = oneEvent(element, 'inlay-success');
    window.dispatchEvent(new Event('online'));
    await success;
  });

  it('is taken up by one of two elements', async () => {
    comeBack();
    const box = await fixture<HTMLElement>(document.createElement('div'));
    const both = [document.createElement(TAG), document.createElement(TAG)] as const;
    box.append(...both);
    await Promise.all(both.map((element) => oneEvent(element, 'inlay-ready')));
    await settled();
    expect(on.worker.kinds.filter((kind) => kind === SYNC)).to.have.length(1);
    expect(on.named('success')).to.have.length(1);
    expect(both.map(({ paymentMethod }) => paymentMethod?.id)).to.deep.equal(['pm_1', undefined]);
    await waitUntil(() => words(both[1]).includes('Save Cash App Pay'));
  });

  it('is not taken up a second time by an element that comes later', async () => {
    comeBack();
    (await shown(TAG)).remove();
    const later = await shown(TAG);
    expect(later.paymentMethod).to.equal(null);
    expect(on.worker.kinds.filter((kind) => kind === SYNC)).to.have.length(1);
  });

  it('leaves the returns of other flows alone', async () => {
    visit('?setup_intent=seti_9&redirect_pm_type=sepa_debit');
    await shown(TAG);
    expect(location.search).to.equal('?setup_intent=seti_9&redirect_pm_type=sepa_debit');
    expect(on.worker.kinds).to.deep.equal(['token', TERMS]);
  });

  it('tells the person of the outcome: a screen reader hears it without a press', async () => {
    comeBack();
    const element = await shown(TAG);
    expect(element.shadowRoot?.querySelector('[role=status]')?.getAttribute('aria-live')).to.equal('polite');
  });
});
