import { expect } from '@open-wc/testing';
import { BANK_SECRET, bankAccountThat } from '../testing/fake-bank.ts';
import { type Dialog, type FakeStripe, fakeStripe } from '../testing/fake-stripe.ts';
import { focused, labelled, listSettled, said, says, shownList } from '../testing/list-scene.ts';
import { stage } from '../testing/stage.ts';
import type { LinkedBankAccounts } from './linked-bank-accounts.ts';
import './linked-bank-accounts.ts';

const SESSIONS = 'POST financial_connections/sessions';
const little = bankAccountThat({ permissions: ['balances'] });

describe('linked-bank-accounts, asking for a new consent', () => {
  const on = stage();
  let stripe: FakeStripe;
  beforeEach(() => {
    stripe = fakeStripe(on.signal);
    on.worker.bank.accounts = [little];
    on.worker.bank.permissions = ['balances', 'ownership', 'transactions'];
  });

  /** The dialog that a press opens; a page has one at a time, so none is left open for the next test. */
  async function openedBy(press: () => unknown): Promise<Dialog> {
    const opened = stripe.next();
    press();
    const dialog = await opened;
    on.signal.addEventListener('abort', () => dialog.end());
    return dialog;
  }

  /** Opens Stripe's dialog by way of "Share transactions too". */
  async function sharing(): Promise<[LinkedBankAccounts, Dialog]> {
    const element = await shownList();
    labelled(element, 'Transactions: not shared').click();
    await listSettled();
    labelled(element, 'Share transactions too').focus();
    return [element, await openedBy(() => labelled(element, 'Share transactions too').click())];
  }

  it('asks for what is shared already and what was pressed', async () => {
    const [element] = await sharing();
    expect(on.worker.asked.find(({ what }) => what === SESSIONS)?.body.permissions).to.deep.equal([
      'balances',
      'transactions',
    ]);
    expect(on.named('start')).to.have.length(1);
    expect(said(element)).to.contain('Continue in the window');
  });

  it('shows what came of it, tells the page, and keeps the focus in the list', async () => {
    const [element, dialog] = await sharing();
    const wider = bankAccountThat({ permissions: ['balances', 'transactions'] });
    on.worker.bank.chosen = [wider];
    dialog.end();
    await says(element, 'No transactions');
    await listSettled();
    expect(on.named('success')).to.deep.equal([{ accounts: [wider] }]);
    expect(on.named('change')).to.deep.equal([{ accounts: [wider] }]);
    expect(focused(element)).not.to.equal(null);
    expect(said(element)).not.to.contain('Continue in the window');
  });

  it('is as before when the dialog is closed early', async () => {
    const [element, dialog] = await sharing();
    on.worker.bank.chosen = [];
    dialog.end();
    await listSettled();
    expect(on.named('cancel')).to.have.length(1);
    expect(on.named('error')).to.deep.equal([]);
    expect(said(element)).not.to.contain('Continue in the window');
    expect(focused(element)).to.equal(labelled(element, 'Share transactions too'));
  });

  it('says in the row what went wrong, and tries again', async () => {
    on.worker.fail(SESSIONS, 500, 'internal');
    const element = await shownList();
    labelled(element, 'Transactions: not shared').click();
    await listSettled();
    labelled(element, 'Share transactions too').click();
    await says(element, 'Something went wrong.');
    expect(on.named('error')).to.have.length(1);
    await openedBy(() => labelled(element, 'Try again').click());
    const bodies = on.worker.asked.filter(({ what }) => what === SESSIONS).map(({ body }) => body.permissions);
    expect(bodies).to.deep.equal([
      ['balances', 'transactions'],
      ['balances', 'transactions'],
    ]);
  });

  it('links an inactive account again with what it shared', async () => {
    on.worker.bank.accounts = [bankAccountThat({ status: 'inactive' })];
    const element = await shownList();
    const dialog = await openedBy(() => labelled(element, 'Link again').click());
    on.worker.bank.chosen = [bankAccountThat()];
    dialog.end();
    await listSettled();
    expect(said(element)).not.to.contain('no longer gives access');
    expect(element.accounts.map(({ status }) => status)).to.deep.equal(['active']);
  });

  it('opens one dialog, however often it is pressed', async () => {
    const [element] = await sharing();
    labelled(element, 'Share transactions too').click();
    void element.start();
    await listSettled();
    expect(stripe.dialogs).to.have.length(1);
  });

  it('can be started by the page, for all that the site asks for', async () => {
    const element = await shownList();
    await openedBy(() => element.start());
    const body = on.worker.asked.find(({ what }) => what === SESSIONS)?.body;
    expect(body?.permissions ?? 'all').to.equal('all');
  });

  it('keeps the client secret to itself', async () => {
    const [element] = await sharing();
    expect(JSON.stringify(on.heard)).not.to.contain('CANARY');
    expect(element.shadowRoot?.innerHTML).not.to.contain(BANK_SECRET);
    expect(element.outerHTML + on.lines.join()).not.to.contain(BANK_SECRET);
  });
});
