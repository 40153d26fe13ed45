import { expect, oneEvent } from '@open-wc/testing';
import { init } from '../shared/init.ts';
import { News } from '../shared/news.ts';
import { page } from '../shared/settings.ts';
import { type FakeStripe, fakeStripe } from '../testing/fake-stripe.ts';
import { pressSave, shownAndPressed } from '../testing/press-save.ts';
import { button, settled, shown, words } from '../testing/scene.ts';
import { stage } from '../testing/stage.ts';
import './cashapp-save-method.ts';
import { waitUntil } from '../testing/wait-until.ts';

const TAG = 'cashapp-save-method';
const TERMS = 'GET setup_intents';
const CREATE = 'POST setup_intents';
const SYNC = 'POST setup_intents/seti_1/sync';

describe('cashapp-save-method, on a page that lives', () => {
  const on = stage();
  let stripe: FakeStripe;
  beforeEach(() => {
    stripe = fakeStripe(on.signal);
  });

  it('asks again for the outcome when there was no connection just then, rather than for another one', async () => {
    const { element, dialog } = await shownAndPressed(stripe);
    on.worker.next(SYNC, () => Promise.reject(new TypeError('Failed to fetch')));
    const failed = oneEvent(element, 'inlay-error');
    dialog.end();
    await failed;
    expect(words(element)).to.contain('There is no connection.').and.to.contain('Try again');
    const success = oneEvent(element, 'inlay-success');
    window.dispatchEvent(new Event('online'));
    await success;
    expect(stripe.cashapp.confirmations).to.have.length(1);
  });

  it('renews a token that has run out while the dialog was open, once', async () => {
    const { element, dialog } = await shownAndPressed(stripe);
    on.worker.fail(SYNC, 401, 'token_expired');
    const success = oneEvent(element, 'inlay-success');
    dialog.end();
    await success;
    expect(on.worker.kinds.slice(-3)).to.deep.equal([SYNC, 'token', SYNC]);
  });

  it('tells nobody, but has the Worker keep the method, when it is removed while the dialog is open', async () => {
    const { element, dialog } = await shownAndPressed(stripe);
    const before = on.heard.length;
    element.remove();
    await settled();
    dialog.end();
    await waitUntil(() => on.worker.kinds.includes(SYNC));
    await settled();
    expect(on.worker.methods.saved).to.have.length(1);
    expect(on.heard).to.have.length(before);
  });

  it('opens nothing when it is removed before the dialog is there', async () => {
    const release = on.worker.hold(CREATE);
    const element = await shown(TAG);
    button(element).click();
    await waitUntil(() => on.worker.kinds.includes(CREATE));
    element.remove();
    await settled();
    release();
    await settled();
    expect(stripe.cashapp.confirmations).to.have.length(0);
    expect(on.named('error')).to.deep.equal([]);
  });

  it('goes on when it is moved while the dialog is open', async () => {
    const { element, dialog } = await shownAndPressed(stripe);
    document.body.append(element);
    await settled();
    const success = oneEvent(element, 'inlay-success');
    dialog.end();
    await success;
    expect(words(element)).to.contain('Cash App Pay is saved.');
    element.remove();
  });

  it('is usable again out of the browser’s cache, and knows what came of an open dialog', async () => {
    const { element, dialog } = await shownAndPressed(stripe);
    const success = oneEvent(element, 'inlay-success');
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await success;
    dialog.end();
    await settled();
    expect(on.named('success')).to.have.length(1);
    const release = on.worker.hold(CREATE);
    button(element).click();
    await waitUntil(() => words(element).includes('Getting ready…'));
    await settled();
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await waitUntil(() => words(element).includes('Cash App Pay is saved.'));
    release();
    (await pressSave(element, stripe)).end();
    await oneEvent(element, 'inlay-success');
    expect(stripe.cashapp.confirmations, 'the press before the page was left opens nothing').to.have.length(2);
  });

  it('asks anew out of the browser’s cache for an outcome that was being read', async () => {
    on.worker.hold(SYNC);
    const { element, dialog } = await shownAndPressed(stripe);
    dialog.end();
    await waitUntil(() => words(element).includes('Checking with Cash App…'));
    await settled();
    const success = oneEvent(element, 'inlay-success');
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await success;
    expect(words(element)).to.contain('Cash App Pay is saved.');
  });

  it('forgets everything at logout, also what an open dialog saves then', async () => {
    const { logout, update } = init();
    const { element, dialog } = await shownAndPressed(stripe);
    logout();
    await waitUntil(() => words(element) === '');
    dialog.end();
    await settled();
    expect(on.worker.kinds).not.to.contain(SYNC);
    expect(element.paymentMethod).to.equal(null);
    await element.start();
    update({});
    await waitUntil(() => words(element).includes('Save Cash App Pay'));
  });

  it('says that there is no connection, and goes on when it is back', async () => {
    on.worker.next(TERMS, () => Promise.reject(new TypeError('Failed to fetch')));
    const element = await shown(TAG);
    expect(words(element)).to.contain('There is no connection.').and.to.contain('Try again');
    window.dispatchEvent(new Event('online'));
    await waitUntil(() => words(element).includes('By continuing, you authorize Rocket Rides'));
  });

  it('asks again on refresh()', async () => {
    const element = await shown(TAG);
    on.worker.setup.terms = { ...on.worker.setup.terms, business_name: 'Rocket Boats' };
    await element.refresh();
    expect(words(element)).to.contain('Rocket Boats’s terms');
    expect(on.named('ready')).to.have.length(1);
  });

  it('can be disabled', async () => {
    const element = await shown(TAG, { disabled: '' });
    expect(button(element).disabled).to.equal(true);
    const before = on.worker.asked.length;
    await element.start();
    expect(on.worker.asked).to.have.length(before);
  });

  it('gives the focus back to the button when the dialog has taken it', async () => {
    const element = await shown(TAG);
    button(element).focus();
    const dialog = await pressSave(element, stripe);
    button(element).blur();
    dialog.end();
    await oneEvent(element, 'inlay-success');
    expect(element.shadowRoot?.activeElement).to.equal(button(element));
  });

  it('tells the page’s other elements, and stops showing what one of them has removed', async () => {
    const told: Event[] = [];
    page.addEventListener('payment_methods', (event) => told.push(event), { signal: on.signal });
    const { element, dialog } = await shownAndPressed(stripe);
    dialog.end();
    await oneEvent(element, 'inlay-success');
    expect(told).to.have.length(1);
    on.worker.methods.saved = [];
    const changed = oneEvent(element, 'inlay-change');
    page.dispatchEvent(new News('payment_methods', {}));
    await changed;
    expect(on.named('change').at(-1)).to.deep.equal({ paymentMethod: null });
    expect(element.paymentMethod).to.equal(null);
    expect(words(element)).to.contain('Save Cash App Pay').and.not.to.contain('$ada');
  });
});
