import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { bankAccountThat, NOON, refreshThat } from '../testing/fake-bank.ts';
import { cards, focused, labelled, listSettled, said, says, shownList } from '../testing/list-scene.ts';
import { stage } from '../testing/stage.ts';
import { waitUntil } from '../testing/wait-until.ts';
import './linked-bank-accounts.ts';

const LIST = 'GET financial_connections/accounts';
const REFRESH = 'POST financial_connections/accounts/fca_1/refresh';
const DISCONNECT = 'DELETE financial_connections/accounts/fca_1';
const other = bankAccountThat({ id: 'fca_2', display_name: 'Savings', last4: '0002' });

describe('linked-bank-accounts, refreshing an account', () => {
  const on = stage();
  const { setTimeout } = window;
  const { now } = Date;
  afterEach(() => {
    Object.assign(window, { setTimeout });
    Date.now = now;
  });

  /** Whoever wants to wait for seconds waits no time. */
  function hurry(): void {
    Object.assign(window, {
      setTimeout: (run: () => void, ms = 0) => setTimeout(run, ms >= 2_000 && ms <= 60_000 ? 0 : ms),
    });
  }

  it('asks for what is shared, and says that it is under way', async () => {
    on.worker.bank.accounts = [bankAccountThat()];
    const element = await shownList();
    labelled(element, 'Refresh').focus();
    labelled(element, 'Refresh').click();
    await says(element, 'Being refreshed…');
    await listSettled();
    expect(on.worker.asked.find(({ what }) => what === REFRESH)?.body).to.deep.equal({
      features: ['balance', 'transactions'],
    });
    expect(labelled(element, 'Refresh').ariaDisabled).to.equal('true');
    expect(focused(element), 'the focus stays').to.equal(labelled(element, 'Refresh'));
    expect(on.named('change')).to.have.length(1);
    await expect(element).to.be.accessible();
  });

  for (const [status, text] of [
    ['succeeded', 'Up to date.'],
    ['failed', 'The last refresh failed.'],
  ] as const) {
    it(`asks again by itself until it has ${status}, and says so`, async () => {
      on.worker.bank.accounts = [bankAccountThat()];
      const element = await shownList();
      hurry();
      const release = on.worker.hold(LIST);
      labelled(element, 'Refresh').click();
      // Not what the row says: it says that as soon as the button is pressed, before the Worker has heard of it.
      await waitUntil(() => on.worker.kinds.filter((kind) => kind === LIST).length === 2);
      expect(said(element)).to.contain('Being refreshed…');
      const done = bankAccountThat({
        balance_refresh: refreshThat(status, NOON),
        transaction_refresh: refreshThat(status, NOON),
      });
      on.worker.bank.accounts = [done];
      release();
      await says(element, text);
      const asked = on.worker.asked.length;
      await listSettled();
      expect(on.worker.asked, 'and then no more').to.have.length(asked);
      expect(element.shadowRoot?.querySelector('[role=status]')?.textContent).to.contain(text);
    });
  }

  it('stops asking after a while, and says that it takes longer', async () => {
    hurry();
    on.worker.bank.accounts = [bankAccountThat({ balance_refresh: refreshThat('pending') })];
    const element = await shownList();
    await says(element, 'This takes longer than usual.');
    expect(on.worker.kinds.filter((kind) => kind === LIST)).to.have.length(7);
  });

  it('waits until the bank allows it again, says when that is, and then offers it', async () => {
    Date.now = () => NOON * 1000;
    const next = refreshThat('succeeded', NOON + 3_600);
    on.worker.bank.accounts = [bankAccountThat({ balance_refresh: next, transaction_refresh: next })];
    const element = await shownList();
    expect(said(element)).to.match(/Can be refreshed again from Nov 20, 2026/);
    labelled(element, 'Refresh').click();
    await listSettled();
    expect(on.worker.kinds).not.to.contain(REFRESH);
    Date.now = () => (NOON + 3_600) * 1000;
    element.requestUpdate();
    await listSettled();
    expect(labelled(element, 'Refresh').ariaDisabled).to.equal('false');
  });

  it('says in the row what went wrong, and tries again there', async () => {
    on.worker.bank.accounts = [bankAccountThat(), other];
    on.worker.fail(REFRESH, 503, 'stripe_unavailable');
    const element = await shownList();
    labelled(element, 'Refresh').click();
    await listSettled();
    const [first, second] = cards(element);
    expect(first?.textContent).to.contain('There is a lot going on');
    expect(second?.textContent).not.to.contain('There is a lot going on');
    expect(on.named('error')).to.have.length(1);
    expect(element.shadowRoot?.querySelector('[role=status]')?.textContent).to.contain('There is a lot going on');
    await expect(element).to.be.accessible();
    labelled(element, 'Try again').click();
    await says(element, 'Being refreshed…');
  });

  it('looks again where the account turns out to have become inactive', async () => {
    on.worker.bank.accounts = [bankAccountThat()];
    on.worker.fail(REFRESH, 400, 'bank_account_inactive');
    const element = await shownList();
    on.worker.bank.accounts = [bankAccountThat({ status: 'inactive' })];
    labelled(element, 'Refresh').click();
    await says(element, 'The bank no longer gives access to this account.');
  });

  it('does it once, however often it is pressed', async () => {
    on.worker.bank.accounts = [bankAccountThat()];
    const element = await shownList();
    const release = on.worker.hold(REFRESH);
    for (let press = 0; press < 5; press++) labelled(element, 'Refresh').click();
    await listSettled();
    expect(element.matches(':state(busy)')).to.equal(true);
    release();
    await says(element, 'Being refreshed…');
    expect(on.worker.kinds.filter((kind) => kind === REFRESH)).to.have.length(1);
  });

  it('starts nothing while it is disabled', async () => {
    on.worker.bank.accounts = [bankAccountThat()];
    const element = await shownList({ disabled: '' });
    expect(labelled(element, 'Refresh').disabled).to.equal(true);
    expect(labelled(element, 'Disconnect').disabled).to.equal(true);
    expect(labelled(element, 'Transactions').disabled).to.equal(false);
  });
});

describe('linked-bank-accounts, disconnecting an account', () => {
  const on = stage();

  async function confirming(element: Element): Promise<HTMLButtonElement> {
    const [first] = cards(element);
    if (!first) throw new Error('There is no account.');
    labelled(first, 'Disconnect').focus();
    labelled(first, 'Disconnect').click();
    await says(element, 'Disconnect Everyday ••6789?');
    await listSettled();
    return labelled(first, 'Disconnect');
  }

  it('asks first, and is where it was when the answer is no', async () => {
    on.worker.bank.accounts = [bankAccountThat()];
    const element = await shownList();
    await confirming(element);
    expect(focused(element)?.getAttribute('role')).to.equal('group');
    await expect(element).to.be.accessible();
    labelled(element, 'Keep').click();
    await listSettled();
    expect(focused(element)).to.equal(labelled(element, 'Disconnect'));
    await confirming(element);
    await sendKeys({ press: 'Escape' });
    await listSettled();
    expect(said(element)).not.to.contain('Disconnect Everyday');
    expect(focused(element)).to.equal(labelled(element, 'Disconnect'));
    expect(on.worker.kinds).not.to.contain(DISCONNECT);
  });

  it('takes the second half of a double-click for no answer, wherever it falls', async () => {
    on.worker.bank.accounts = [bankAccountThat()];
    const element = await shownList();
    for (const label of ['Disconnect', 'Keep']) {
      await confirming(element);
      labelled(element, label).dispatchEvent(new MouseEvent('click', { detail: 2, bubbles: true }));
      await listSettled();
      expect(said(element)).to.contain('Disconnect Everyday ••6789?');
      labelled(element, 'Keep').click();
      await listSettled();
    }
    expect(on.worker.kinds).not.to.contain(DISCONNECT);
  });

  it('takes the account off the list, goes on to the next, and tells the page', async () => {
    on.worker.bank.accounts = [bankAccountThat(), other];
    const element = await shownList();
    (await confirming(element)).click();
    await says(element, 'Everyday ••6789 is disconnected.');
    await listSettled();
    expect(on.worker.kinds).to.contain(DISCONNECT);
    expect(cards(element)).to.have.length(1);
    expect(cards(element)[0]?.contains(focused(element))).to.equal(true);
    expect(on.named('change')).to.deep.equal([{ accounts: [other] }]);
    expect(element.accounts).to.deep.equal([other]);
  });

  it('ends on what is said of an empty list', async () => {
    on.worker.bank.accounts = [bankAccountThat()];
    const element = await shownList();
    (await confirming(element)).click();
    await says(element, 'No bank account is linked yet.');
    await listSettled();
    expect(focused(element)?.className).to.contain('empty');
    await expect(element).to.be.accessible();
  });

  it('takes what is gone already for done', async () => {
    on.worker.bank.accounts = [bankAccountThat()];
    on.worker.fail(DISCONNECT, 404, 'resource_missing');
    const element = await shownList();
    (await confirming(element)).click();
    await says(element, 'No bank account is linked yet.');
    expect(on.named('error')).to.deep.equal([]);
  });

  it('keeps the account where that failed, and tries again', async () => {
    on.worker.bank.accounts = [bankAccountThat()];
    on.worker.fail(DISCONNECT, 500, 'internal');
    const element = await shownList();
    (await confirming(element)).click();
    await says(element, 'Something went wrong.');
    expect(cards(element)).to.have.length(1);
    labelled(element, 'Try again').click();
    await says(element, 'No bank account is linked yet.');
  });

  it('removes without a question what somebody else has disconnected', async () => {
    on.worker.bank.accounts = [bankAccountThat({ status: 'disconnected' })];
    const element = await shownList();
    labelled(element, 'Remove').click();
    await says(element, 'No bank account is linked yet.');
    expect(on.worker.kinds).to.contain(DISCONNECT);
  });

  it('is not undone by a list that was asked for before', async () => {
    on.worker.bank.accounts = [bankAccountThat()];
    const element = await shownList();
    const before = { object: 'list', url: '', has_more: false, data: [bankAccountThat()], permissions: [] };
    const release = on.worker.hold(LIST, () => Response.json(before));
    const asking = element.refresh();
    (await confirming(element)).click();
    await says(element, 'is disconnected');
    release();
    await asking;
    expect(element.accounts).to.deep.equal([]);
  });
});
