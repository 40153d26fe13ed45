import { expect, fixture, oneEvent } from '@open-wc/testing';
import { init } from '../shared/init.ts';
import { page } from '../shared/settings.ts';
import { bankAccountThat } from '../testing/fake-bank.ts';
import { cards, labelled, listSettled, said, says, shownList } from '../testing/list-scene.ts';
import { stage } from '../testing/stage.ts';
import './linked-bank-accounts.ts';
import { waitUntil } from '../testing/wait-until.ts';

const TAG = 'linked-bank-accounts';
const LIST = 'GET financial_connections/accounts';
const other = bankAccountThat({ id: 'fca_2', display_name: 'Savings', last4: '0002' });

describe('linked-bank-accounts, on a page that lives', () => {
  const on = stage();
  const { now } = Date;
  beforeEach(() => {
    on.worker.bank.accounts = [bankAccountThat()];
  });
  afterEach(() => {
    Date.now = now;
  });

  const asked = () => on.worker.kinds.filter((kind) => kind === LIST).length;

  it('follows when something was linked elsewhere on the page', async () => {
    const element = await shownList();
    on.worker.bank.accounts = [other, bankAccountThat()];
    page.dispatchEvent(new Event('bank'));
    await says(element, 'Savings ••0002');
    expect(on.named('change')).to.deep.equal([{ accounts: on.worker.bank.accounts }]);
  });

  it('tells another list of a disconnection, and not itself', async () => {
    const first = await shownList();
    const second = await shownList();
    const before = asked();
    labelled(first, 'Disconnect').click();
    await listSettled();
    labelled(first, 'Disconnect').click();
    await says(second, 'No bank account is linked yet.');
    await listSettled();
    expect(asked() - before).to.equal(1);
  });

  it('asks again when the page comes back from the back-forward cache', async () => {
    const element = await shownList();
    on.worker.bank.accounts = [other];
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await says(element, 'Savings');
  });

  it('asks again when the person comes back after a minute, and not at once', async () => {
    const element = await shownList();
    on.worker.bank.accounts = [other];
    document.dispatchEvent(new Event('visibilitychange'));
    await listSettled();
    expect(asked()).to.equal(1);
    Date.now = () => now() + 61_000;
    document.dispatchEvent(new Event('visibilitychange'));
    await says(element, 'Savings');
  });

  it('keeps what it shows when such a look fails', async () => {
    const element = await shownList();
    on.worker.fail(LIST, 500, 'internal');
    page.dispatchEvent(new Event('bank'));
    await listSettled();
    expect(said(element)).to.contain('Everyday').and.not.to.contain('went wrong');
    expect(on.named('error')).to.deep.equal([]);
  });

  it('keeps what it shows when it is asked to look and that fails, and says so', async () => {
    const element = await shownList();
    on.worker.fail(LIST, 500, 'internal');
    await element.refresh();
    expect(said(element)).to.contain('Everyday').and.to.contain('Something went wrong.');
    await expect(element).to.be.accessible();
    labelled(element, 'Try again').click();
    await waitUntil(() => !said(element).includes('went wrong'));
  });

  it('is not left waiting when a look in passing overtakes an answer, and fails', async () => {
    const element = await shownList();
    on.worker.hold(LIST);
    void element.refresh();
    await waitUntil(() => asked() === 2);
    on.worker.fail(LIST, 500, 'internal');
    page.dispatchEvent(new Event('bank'));
    await says(element, 'Something went wrong.');
    expect(element.matches(':state(failed)')).to.equal(true);
  });

  it('goes on when it is online again', async () => {
    on.worker.next(LIST, () => Promise.reject(new TypeError('Failed to fetch')));
    const element = await shownList();
    expect(said(element)).to.contain('There is no connection.');
    window.dispatchEvent(new Event('online'));
    await says(element, 'Everyday');
  });

  it('forgets everything at logout, and shows the next person their own', async () => {
    const element = await shownList();
    init().logout();
    await waitUntil(() => said(element) === '');
    expect(element.accounts).to.deep.equal([]);
    on.worker.bank.accounts = [other];
    init({ tokenUrl: '/inlay/token' });
    await says(element, 'Savings');
    expect(cards(element)).to.have.length(1);
  });

  it('gives up what it waits for when it is removed, and works when it comes back', async () => {
    const release = on.worker.hold(LIST);
    const box = await fixture<HTMLElement>(document.createElement('div'));
    const element = document.createElement(TAG);
    box.append(element);
    await waitUntil(() => asked() === 1);
    element.remove();
    await waitUntil(() => on.worker.asked.at(-1)?.signal?.aborted);
    release();
    expect(on.heard).to.deep.equal([]);
    const ready = oneEvent(element, 'inlay-ready');
    box.append(element);
    await ready;
    expect(said(element)).to.contain('Everyday');
  });

  it('keeps working when it is moved', async () => {
    const element = await shownList();
    labelled(element, 'Transactions').click();
    await listSettled();
    const before = on.worker.asked.length;
    const box = await fixture<HTMLElement>(document.createElement('section'));
    box.append(element);
    await listSettled();
    expect(on.worker.asked).to.have.length(before);
    expect(said(element)).to.contain('No transactions');
  });

  it('names the setting that is missing', async () => {
    init({ site: undefined });
    page.settings.site = undefined;
    const element = await shownList();
    expect(said(element)).to.contain('This does not work on this page at the moment.');
    expect(on.lines.join()).to.contain('data-site');
  });
});
