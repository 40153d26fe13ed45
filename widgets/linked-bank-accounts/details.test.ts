import { expect, nextFrame } from '@open-wc/testing';
import type { BankAccount, Transaction } from '../../worker/contract.ts';
import { bankAccountThat, NOON, refreshThat, transactionsThat, transactionThat } from '../testing/fake-bank.ts';
import { cards, labelled, listSettled, said, says, shownList } from '../testing/list-scene.ts';
import { stage } from '../testing/stage.ts';
import type { LinkedBankAccounts } from './linked-bank-accounts.ts';
import './linked-bank-accounts.ts';
import { waitUntil } from '../testing/wait-until.ts';

const TRANSACTIONS = 'GET financial_connections/accounts/fca_1/transactions';
const OWNERS = 'GET financial_connections/accounts/fca_1/owners';
const all: BankAccount = bankAccountThat({
  permissions: ['balances', 'transactions', 'ownership'],
  ownership_refresh: refreshThat('succeeded', NOON),
});

function lines(element: Element): string[] {
  const rows = element.shadowRoot?.querySelectorAll('.scroll li') ?? [];
  return [...rows].map(({ textContent }) => textContent?.replace(/\s+/g, ' ').trim() ?? '');
}

describe('linked-bank-accounts, what unfolds below an account', () => {
  const on = stage();
  const { now } = Date;
  beforeEach(() => {
    Date.now = () => NOON * 1000;
  });
  afterEach(() => {
    Date.now = now;
  });

  async function unfolded(
    label: string,
    transactions: Transaction[] = [],
    attributes = {},
  ): Promise<LinkedBankAccounts> {
    on.worker.bank.accounts = [all];
    on.worker.bank.transactions = { fca_1: transactions };
    const element = await shownList(attributes);
    labelled(element, label).click();
    await listSettled();
    return element;
  }

  it('asks for nothing before it is unfolded', async () => {
    on.worker.bank.accounts = [all];
    await shownList();
    expect(on.worker.kinds).to.deep.equal(['token', 'GET financial_connections/accounts']);
  });

  it('shows what is pending apart from what is posted, by day, and strikes out what is void', async () => {
    const element = await unfolded('Transactions', [
      transactionThat({ id: 'a', status: 'pending', description: 'Fuel' }),
      transactionThat({ id: 'b', description: 'Wages', amount: 250_000 }),
      transactionThat({ id: 'c', status: 'void', description: 'Mistake' }),
      transactionThat({ id: 'd', description: 'Rent', transacted_at: NOON - 3 * 86_400 }),
    ]);
    expect(lines(element)).to.deep.equal(['Fuel-$19.99', 'Wages+$2,500.00', 'Mistake Cancelled-$19.99', 'Rent-$19.99']);
    const names = [...(element.shadowRoot?.querySelectorAll('.date') ?? [])].map(({ textContent }) => textContent);
    expect(names).to.deep.equal(['Pending', 'Fri, November 20, 2026', 'Tue, November 17, 2026']);
    expect(element.shadowRoot?.querySelectorAll('s')).to.have.length(2);
    expect(said(element)).to.contain('That is all of the last 90 days.');
    expect(labelled(element, 'Transactions').ariaExpanded).to.equal('true');
  });

  it('passes axe with everything unfolded', async () => {
    on.worker.bank.owners = {
      fca_1: [
        {
          object: 'financial_connections.account_owner',
          id: 'o',
          name: 'Jenny',
          email: 'j@example.com',
          phone: null,
          raw_address: '1 Main St',
        },
      ],
    };
    on.worker.bank.monthlyTotals = {
      fca_1: [{ object: 'monthly_total', month: '2026-11', currency: 'usd', in: 250_000, out: -1_999 }],
    };
    const element = await unfolded('Transactions', [transactionThat({ status: 'void' }), ...transactionsThat(70)]);
    labelled(element, 'Owners').click();
    await says(element, 'Jenny');
    await expect(element).to.be.accessible();
    element.theme = 'dark';
    element.parentElement?.style.setProperty('background', '#111');
    await listSettled();
    await expect(element).to.be.accessible();
  });

  it('shows no more days than it is asked to', async () => {
    const element = await unfolded('Transactions', transactionsThat(60), { days: '2' });
    expect(lines(element)).to.have.length(9);
    expect(said(element)).to.contain('That is all of the last 2 days.');
    expect(on.worker.kinds.filter((kind) => kind === TRANSACTIONS)).to.have.length(1);
    element.days = 3;
    await waitUntil(() => lines(element).length === 13);
  });

  it('loads the next page as somebody scrolls, each page once', async () => {
    const element = await unfolded('Transactions', transactionsThat(120));
    const region = () => element.shadowRoot?.querySelector('.scroll');
    expect(lines(element)).to.have.length(50);
    region()?.scrollTo(0, 1e6);
    await waitUntil(() => lines(element).length === 100);
    region()?.scrollTo(0, 1e6);
    await waitUntil(() => lines(element).length === 120);
    await says(element, 'That is all of the last 90 days.');
    const pages = on.worker.asked.filter(({ what }) => what === TRANSACTIONS).map(({ url }) => new URL(url).search);
    expect(pages).to.deep.equal([
      '?limit=50',
      '?limit=50&starting_after=fctxn_50',
      '?limit=50&starting_after=fctxn_100',
    ]);
    expect(new Set(lines(element)).size).to.equal(120);
  });

  it('has a button for who does not scroll', async () => {
    const element = await unfolded('Transactions', transactionsThat(60));
    labelled(element, 'Show more').click();
    await waitUntil(() => lines(element).length === 60);
  });

  it('keeps what is there when a page fails, and tries again', async () => {
    const element = await unfolded('Transactions', transactionsThat(60));
    on.worker.fail(TRANSACTIONS, 500, 'internal');
    labelled(element, 'Show more').click();
    await says(element, 'Something went wrong.');
    expect(lines(element)).to.have.length(50);
    labelled(element, 'Try again').click();
    await waitUntil(() => lines(element).length === 60);
  });

  it('shows 5,000 transactions, of which only those in sight are laid out, and leaves the earlier ones alone', async () => {
    const many = Array.from({ length: 5_000 }, (_, index) =>
      transactionThat({ id: `t${index}`, description: `Payment ${index}`, transacted_at: NOON - index * 1_000 }),
    );
    const element = await unfolded('Transactions', many);
    const first = element.shadowRoot?.querySelector('.day');
    while (lines(element).length < 5_000) {
      const before = lines(element).length;
      labelled(element, 'Show more').click();
      await waitUntil(() => (element.shadowRoot?.querySelectorAll('.scroll li').length ?? 0) > before);
    }
    expect(element.shadowRoot?.querySelector('.day')).to.equal(first);
    const days = [...(element.shadowRoot?.querySelectorAll('.day') ?? [])];
    const row = (day: Element | undefined) =>
      day?.querySelector('li')?.checkVisibility({ contentVisibilityAuto: true });
    await nextFrame();
    await nextFrame();
    expect(row(days.at(0))).to.equal(true);
    expect(row(days.at(-1))).to.equal(false);
  }).timeout(60_000);

  it('says so where there is nothing, or nothing was ever read', async () => {
    const element = await unfolded('Transactions');
    expect(said(element)).to.contain('No transactions in the last 90 days.');
    on.worker.bank.accounts = [bankAccountThat({ transaction_refresh: null })];
    const never = await shownList({ site: 'site_other' });
    labelled(never, 'Transactions').click();
    await says(never, 'Nothing has been read from the bank yet.');
  });

  it('says that older ones are still being read', async () => {
    on.worker.bank.synchronizing = true;
    const element = await unfolded('Transactions', transactionsThat(3));
    expect(lines(element)).to.have.length(3);
    expect(said(element)).to.contain('Older transactions are still being read.');
  });

  it('adds up the months once the Worker has read transactions, and again when it has read them all', async () => {
    on.worker.bank.synchronizing = true;
    const element = await unfolded('Transactions', transactionsThat(120));
    const asked = () => on.worker.kinds.filter((kind) => kind.includes('/transactions'));
    expect(asked()).to.deep.equal([TRANSACTIONS, `${TRANSACTIONS}/monthly_totals`]);
    element.shadowRoot?.querySelector('.scroll')?.scrollTo(0, 1e6);
    await waitUntil(() => lines(element).length === 100);
    expect(asked()).to.have.length(3);
    on.worker.bank.synchronizing = false;
    element.shadowRoot?.querySelector('.scroll')?.scrollTo(0, 1e6);
    await waitUntil(() => asked().length === 5);
    expect(asked().slice(3)).to.deep.equal([TRANSACTIONS, `${TRANSACTIONS}/monthly_totals`]);
  });

  it('draws money in and out, and says it in a table', async () => {
    on.worker.bank.monthlyTotals = {
      fca_1: [
        { object: 'monthly_total', month: '2026-10', currency: 'usd', in: 250_000, out: -120_050 },
        { object: 'monthly_total', month: '2026-11', currency: 'usd', in: 0, out: -1 },
      ],
    };
    const element = await unfolded('Transactions');
    expect(element.shadowRoot?.querySelectorAll('svg rect')).to.have.length(4);
    const rows = [...(element.shadowRoot?.querySelectorAll('table tr') ?? [])].map((row) =>
      [...row.children].map(({ textContent }) => textContent),
    );
    expect(rows).to.deep.equal([
      ['Month', 'In', 'Out'],
      ['October 2026', '$2,500.00', '$1,200.50'],
      ['November 2026', '$0.00', '$0.01'],
    ]);
  });

  it('names the owners, and says what is known of them', async () => {
    on.worker.bank.owners = {
      fca_1: [
        {
          object: 'financial_connections.account_owner',
          id: 'o1',
          name: 'Jenny Rosen',
          email: 'j@example.com',
          phone: null,
          raw_address: '1 Main St',
        },
        {
          object: 'financial_connections.account_owner',
          id: 'o2',
          name: '<b>John</b>',
          email: null,
          phone: null,
          raw_address: null,
        },
      ],
    };
    const element = await unfolded('Owners');
    for (const part of ['Jenny Rosen', 'Email', 'j@example.com', 'Address', '1 Main St', '<b>John</b>']) {
      expect(said(element)).to.contain(part);
    }
    expect(said(element)).not.to.contain('Phone');
  });

  it('says in its place what went wrong with the owners, and tries again', async () => {
    on.worker.fail(OWNERS, 500, 'internal');
    const element = await unfolded('Owners');
    expect(said(element)).to.contain('Something went wrong.');
    labelled(element, 'Try again').click();
    await says(element, 'The bank names no owner.');
  });

  it('says what is not shared, and offers to share it where the site would ask', async () => {
    on.worker.bank.accounts = [bankAccountThat({ permissions: ['balances'] })];
    const element = await shownList();
    labelled(element, 'Transactions: not shared').click();
    labelled(element, 'Owners: not shared').click();
    await listSettled();
    expect(said(element)).to.contain('This is not shared with this site.').and.to.contain('Share transactions too');
    expect(said(element)).not.to.contain('Share owners too');
    expect(on.worker.kinds).not.to.contain(TRANSACTIONS);
    await expect(element).to.be.accessible();
  });

  it('says that something is not shared where the Worker finds out', async () => {
    on.worker.bank.accounts = [all];
    on.worker.fail(TRANSACTIONS, 403, 'data_not_shared');
    const element = await shownList();
    on.worker.bank.accounts = [bankAccountThat({ permissions: ['balances'] })];
    labelled(element, 'Transactions').click();
    await says(element, 'This is not shared with this site.');
    expect(said(element)).to.contain('Share transactions too');
  });

  it('folds again, and remembers what it knows', async () => {
    const element = await unfolded('Transactions', transactionsThat(3));
    labelled(element, 'Transactions').click();
    await listSettled();
    expect(lines(element)).to.deep.equal([]);
    labelled(element, 'Transactions').click();
    await listSettled();
    expect(lines(element)).to.have.length(3);
    expect(on.worker.kinds.filter((kind) => kind === TRANSACTIONS)).to.have.length(1);
  });

  it('stays with its account when another comes before it', async () => {
    const element = await unfolded('Transactions', transactionsThat(60));
    const region = element.shadowRoot?.querySelector('.scroll');
    region?.scrollTo(0, 300);
    labelled(element, 'Transactions').focus();
    on.worker.bank.accounts = [bankAccountThat({ id: 'fca_2', display_name: 'New' }), all];
    await element.refresh();
    expect(cards(element).map((card) => card.querySelector('strong')?.textContent)).to.deep.equal([
      'New ••6789',
      'Everyday ••6789',
    ]);
    expect(region?.scrollTop).to.equal(300);
    expect(cards(element)[1]?.contains(element.shadowRoot?.activeElement ?? null)).to.equal(true);
  });

  it('follows the language', async () => {
    const element = await unfolded('Transactions', transactionsThat(3));
    element.lang = 'fr';
    await says(element, 'C’est tout pour les 90 derniers jours.');
    expect(said(element)).to.contain('ven. 20 novembre 2026').and.to.contain('Opérations');
  });
});
