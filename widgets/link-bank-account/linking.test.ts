import { expect, fixture, oneEvent } from '@open-wc/testing';
import { init } from '../shared/init.ts';
import { BANK_KEY, BANK_SECRET, bankAccountThat } from '../testing/fake-bank.ts';
import { type FakeStripe, fakeStripe } from '../testing/fake-stripe.ts';
import { button, part, settled, shown, words } from '../testing/scene.ts';
import { stage } from '../testing/stage.ts';
import './link-bank-account.ts';
import { waitUntil } from '../testing/wait-until.ts';

const TAG = 'link-bank-account';
const CREATE = 'POST financial_connections/sessions';
const SYNC = 'POST financial_connections/sessions/fcsess_1/sync';

describe('link-bank-account, linking', () => {
  const on = stage();
  let stripe: FakeStripe;
  beforeEach(() => {
    stripe = fakeStripe(on.signal);
  });

  /** An element whose button has been pressed, and the dialog that this opened. */
  async function opened(attributes: Record<string, string> = {}) {
    const element = await shown(TAG, attributes);
    const next = stripe.next();
    button(element).click();
    const dialog = await next;
    await element.updateComplete;
    return { element, dialog };
  }

  it('asks nothing but a token and the terms before a click', async () => {
    await shown(TAG);
    expect(on.worker.kinds).to.deep.equal(['token', 'GET financial_connections/sessions']);
    expect(stripe.dialogs).to.have.length(0);
  });

  it('opens Stripe’s dialog with what the Worker made, and says so', async () => {
    const { element, dialog } = await opened();
    expect(dialog).to.include({ publishableKey: BANK_KEY, clientSecret: BANK_SECRET });
    expect(on.worker.asked.at(-1)?.body).to.deep.equal({});
    expect(words(element)).to.contain('Continue in Stripe’s dialog.');
    expect(element.matches(':state(busy)')).to.equal(true);
    expect(on.named('start')).to.have.length(1);
    dialog.end();
    await oneEvent(element, 'inlay-success');
  });

  it('shows what was linked, as the Worker and not the page’s script says', async () => {
    on.worker.bank.chosen = [bankAccountThat(), bankAccountThat({ id: 'fca_2', display_name: null, last4: null })];
    const { element, dialog } = await opened();
    const success = oneEvent(element, 'inlay-success');
    dialog.end({ financialConnectionsSession: { accounts: [{ id: 'fca_forged' }] } });
    await success;
    expect(words(element)).to.contain('2 accounts linked.').and.to.contain('Test (Non-OAuth)');
    expect(words(element)).to.contain('Everyday · Checking account ••6789').and.to.contain('Link another account');
    expect(element.matches(':state(done)')).to.equal(true);
    expect(on.named('success')).to.deep.equal([{ accounts: on.worker.bank.chosen }]);
    expect(on.named('change')).to.deep.equal([{ accounts: on.worker.bank.chosen }]);
    expect(element.accounts).to.deep.equal(on.worker.bank.chosen);
    expect(on.worker.kinds.slice(2)).to.deep.equal([CREATE, SYNC]);
  });

  it('adds what is linked later, and shows an account that is linked again once', async () => {
    const { element, dialog } = await opened();
    dialog.end();
    await oneEvent(element, 'inlay-success');
    on.worker.bank.chosen = [bankAccountThat({ id: 'fca_2' }), bankAccountThat({ display_name: 'Renamed' })];
    const next = stripe.next();
    button(element).click();
    (await next).end();
    await oneEvent(element, 'inlay-success');
    expect(element.accounts.map(({ id, display_name }) => [id, display_name])).to.deep.equal([
      ['fca_2', 'Everyday'],
      ['fca_1', 'Renamed'],
    ]);
  });

  it('is ready again when the dialog is closed early, and says nothing that sounds like an error', async () => {
    on.worker.bank.chosen = [];
    const { element, dialog } = await opened();
    const cancelled = oneEvent(element, 'inlay-cancel');
    dialog.end();
    await cancelled;
    expect(words(element)).to.contain('Link a bank account').and.not.to.contain('again');
    expect(part(element, 'error')).to.equal(null);
    expect(element.matches(':state(failed), :state(busy), :state(done)')).to.equal(false);
    expect(on.named('error')).to.deep.equal([]);
    expect(button(element).getAttribute('aria-disabled')).to.equal('false');
  });

  it('opens one dialog for a double click', async () => {
    const { element, dialog } = await opened();
    button(element).click();
    await element.start();
    expect(stripe.dialogs).to.have.length(1);
    expect(on.worker.kinds.filter((kind) => kind === CREATE)).to.have.length(1);
    expect(on.named('start')).to.have.length(1);
    dialog.end();
    await oneEvent(element, 'inlay-success');
  });

  it('opens one dialog when two elements of a page are pressed', async () => {
    const other = await shown(TAG);
    const { element, dialog } = await opened();
    await other.start();
    expect(stripe.dialogs).to.have.length(1);
    expect(words(other)).to.contain('Link a bank account');
    const success = oneEvent(element, 'inlay-success');
    dialog.end();
    await success;
    expect(other.accounts).to.deep.equal([]);
    const next = stripe.next();
    other.start();
    (await next).end();
    await oneEvent(other, 'inlay-success');
  });

  it('says in a sentence when the dialog fails, and opens another when pressed again', async () => {
    on.worker.bank.chosen = [];
    const { element, dialog } = await opened();
    const failed = oneEvent(element, 'inlay-error');
    dialog.end({ error: { type: 'api_error', code: 'x', message: `No session ${BANK_SECRET}` } });
    await failed;
    expect(words(element)).to.contain('Something went wrong.').and.to.contain('Try again');
    expect(element.matches(':state(failed)')).to.equal(true);
    expect(on.named('error')[0]).to.include({ type: 'stripe_error', code: 'bank_link_failed', recoverable: true });
    expect(on.lines[0]).to.contain('api_error x No session …');
    const next = stripe.next();
    button(element).click();
    (await next).end();
    await oneEvent(element, 'inlay-cancel');
  });

  it('asks the Worker all the same when the dialog’s answer is lost', async () => {
    const { element, dialog } = await opened();
    const success = oneEvent(element, 'inlay-success');
    dialog.break(new Error('IntegrationError'));
    await success;
    expect(words(element)).to.contain('1 account linked.');
    expect(on.named('error')).to.deep.equal([]);
  });

  it('asks again for what came of it when there was no connection just then', async () => {
    const { element, dialog } = await opened();
    on.worker.next(SYNC, () => Promise.reject(new TypeError('Failed to fetch')));
    const failed = oneEvent(element, 'inlay-error');
    dialog.end();
    await failed;
    expect(words(element)).to.contain('There is no connection.');
    const success = oneEvent(element, 'inlay-success');
    window.dispatchEvent(new Event('online'));
    await success;
    expect(stripe.dialogs).to.have.length(1);
    expect(words(element)).to.contain('1 account linked.');
  });

  it('renews a token that has run out while the dialog was open, once', async () => {
    const { element, dialog } = await opened();
    on.worker.fail(SYNC, 401, 'token_expired');
    const success = oneEvent(element, 'inlay-success');
    dialog.end();
    await success;
    expect(on.worker.kinds.slice(-3)).to.deep.equal([SYNC, 'token', SYNC]);
  });

  it('tells nobody, but keeps the accounts, when it is removed while the dialog is open', async () => {
    const { element, dialog } = await opened();
    const before = on.heard.length;
    const heard: string[] = [];
    for (const name of ['change', 'success', 'cancel', 'error'])
      element.addEventListener(`inlay-${name}`, () => heard.push(name));
    element.remove();
    await settled();
    dialog.end();
    await waitUntil(() => on.worker.kinds.includes(SYNC));
    await settled();
    expect(on.worker.bank.accounts).to.have.length(1);
    expect(heard).to.deep.equal([]);
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
    expect(stripe.dialogs).to.have.length(0);
    expect(on.named('error')).to.deep.equal([]);
  });

  it('goes on when it is moved while the dialog is open', async () => {
    const { element, dialog } = await opened();
    document.body.append(element);
    await settled();
    const success = oneEvent(element, 'inlay-success');
    dialog.end();
    await success;
    expect(words(element)).to.contain('1 account linked.');
    element.remove();
  });

  it('is usable again out of the browser’s cache, and knows what came of an open dialog', async () => {
    const { element, dialog } = await opened();
    const success = oneEvent(element, 'inlay-success');
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await success;
    dialog.end();
    await settled();
    expect(on.named('success')).to.have.length(1);
    const release = on.worker.hold(CREATE);
    button(element).click();
    await waitUntil(() => words(element).includes('Opening Stripe…'));
    await settled();
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await waitUntil(() => words(element).includes('1 account linked.'));
    release();
    const next = stripe.next();
    button(element).click();
    (await next).end();
    await oneEvent(element, 'inlay-success');
    expect(stripe.dialogs, 'the press before the page was left opens nothing').to.have.length(2);
  });

  it('forgets everything at logout, also what an open dialog links then', async () => {
    const { logout, update } = init();
    const { element, dialog } = await opened();
    logout();
    await waitUntil(() => words(element) === '');
    dialog.end();
    await settled();
    expect(on.worker.kinds).not.to.contain(SYNC);
    expect(element.accounts).to.deep.equal([]);
    await element.start();
    update({});
    await waitUntil(() => words(element).includes('Link a bank account'));
  });

  it('says that there is no connection, and goes on when it is back', async () => {
    on.worker.next('GET financial_connections/sessions', () => Promise.reject(new TypeError('Failed to fetch')));
    const element = await shown(TAG);
    expect(words(element)).to.contain('There is no connection.').and.to.contain('Try again');
    window.dispatchEvent(new Event('online'));
    await waitUntil(() => words(element).includes('Rocket Rides asks to see:'));
  });

  it('starts without a click on start(), also before it has asked for the terms', async () => {
    const element = document.createElement(TAG);
    element.permissions = 'balances';
    await fixture(element);
    const next = stripe.next();
    element.start();
    (await next).end();
    await oneEvent(element, 'inlay-success');
    expect(on.worker.asked.find(({ what }) => what === CREATE)?.body).to.deep.equal({
      permissions: ['balances'],
      prefetch: ['balances'],
    });
  });

  it('asks again on refresh()', async () => {
    const element = await shown(TAG);
    on.worker.bank.business = 'Rocket Boats';
    await element.refresh();
    expect(words(element)).to.contain('Rocket Boats asks to see:');
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
    const next = stripe.next();
    button(element).click();
    const dialog = await next;
    button(element).blur();
    dialog.end();
    await oneEvent(element, 'inlay-success');
    expect(element.shadowRoot?.activeElement).to.equal(button(element));
  });

  it('keeps the client secret out of events, attributes, storage, the console and what it shows', async () => {
    const { element, dialog } = await opened();
    const success = oneEvent(element, 'inlay-success');
    dialog.break(new Error(`Invalid client secret ${BANK_SECRET}`));
    await success;
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

  for (const { code, says } of [
    { code: 'scope_missing', says: 'Please contact support.' },
    { code: 'customer_being_created', says: 'Please try again in a minute.' },
  ] as const) {
    it(`says it in a sentence when the Worker answers ${code}`, async () => {
      on.worker.fail(CREATE, 403, code);
      const element = await shown(TAG);
      await element.start();
      expect(words(element)).to.contain(says).and.not.to.contain(code);
      if (code === 'scope_missing') expect(on.lines[0]).to.contain('Add "bank" to the claim scope');
    });
  }
});
