import { expect, fixture, oneEvent } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { BankAccount } from '../../worker/contract.ts';
import { bankAccountThat, NOON, refreshThat } from '../testing/fake-bank.ts';
import { focused, labelled, listSettled, said, shownList } from '../testing/list-scene.ts';
import { stage } from '../testing/stage.ts';
import './linked-bank-accounts.ts';
import { waitUntil } from '../testing/wait-until.ts';

const TAG = 'linked-bank-accounts';
const credit: BankAccount = bankAccountThat({
  id: 'fca_credit',
  category: 'credit',
  subcategory: 'credit_card',
  balance: { as_of: NOON, type: 'credit', current: { usd: -45_010 }, available: null, used: { usd: 40_000 } },
});
const later = Date.UTC(2031, 2, 1, 12) / 1000;

const situations: readonly (readonly [situation: string, account: BankAccount, says: readonly string[]])[] = [
  [
    'a current account',
    bankAccountThat(),
    ['Everyday ••6789', 'Test (Non-OAuth) · Checking account', '$1,234.56', '$1,200.00 available', 'as of Nov 2'],
  ],
  ['credit', credit, ['$450.10 owed', 'Credit card']],
  [
    'credit that the bank owes',
    bankAccountThat({
      balance: { as_of: NOON, type: 'credit', current: { usd: 1_000 }, available: null, used: { usd: 0 } },
    }),
    ['$10.00'],
  ],
  [
    'an account without a name',
    bankAccountThat({ display_name: null, last4: null }),
    ['Test (Non-OAuth) Test (Non-OAuth) ·'],
  ],
  ['a balance not known yet', bankAccountThat({ balance: null }), ['Balance not known yet']],
  [
    'yen',
    { ...credit, balance: { as_of: NOON, type: 'cash', current: { jpy: 5_000 }, available: null, used: null } },
    ['¥5,000'],
  ],
  [
    'nothing shared but transactions',
    bankAccountThat({ permissions: ['transactions'] }),
    ['Balance: not shared', 'Share balance too', 'Owners: not shared'],
  ],
  [
    'a bank that wants a new login',
    bankAccountThat({ relink_required: true }),
    ['wants you to log in again.', 'Link again'],
  ],
  [
    'a bank that wants a new login by a day',
    bankAccountThat({ relink_required: true, expected_deactivation_date: later }),
    ['log in again by March 1, 2031.', 'Link again'],
  ],
  [
    'an inactive account',
    bankAccountThat({ status: 'inactive' }),
    ['no longer gives access', 'Link again', 'Disconnect'],
  ],
  ['a disconnected account', bankAccountThat({ status: 'disconnected' }), ['was disconnected', 'Link again', 'Remove']],
  ['a refresh under way', bankAccountThat({ balance_refresh: refreshThat('pending') }), ['Being refreshed…']],
  ['a refresh that failed', bankAccountThat({ balance_refresh: refreshThat('failed') }), ['The last refresh failed.']],
];

describe('linked-bank-accounts', () => {
  const on = stage();

  for (const [situation, account, parts] of situations) {
    it(`says how it is about ${situation}`, async () => {
      on.worker.bank.accounts = [account];
      const text = said(await shownList());
      for (const part of parts) expect(text).to.contain(part);
    });

    for (const theme of ['light', 'dark'] as const) {
      it(`passes axe in ${theme} with ${situation}`, async () => {
        on.worker.bank.accounts = [account];
        const element = await shownList({ theme });
        element.parentElement?.style.setProperty('background', theme === 'dark' ? '#111' : '#fff');
        await expect(element).to.be.accessible();
      });
    }
  }

  it('offers to share more only where the site would ask for it', async () => {
    on.worker.bank.permissions = ['balances'];
    on.worker.bank.accounts = [bankAccountThat({ permissions: ['payment_method'] })];
    const text = said(await shownList());
    expect(text).to.contain('Share balance too').and.to.contain('Transactions: not shared');
    expect(text).not.to.contain('Share transactions too');
  });

  it('says that nothing is linked, in the words of the page where it has some', async () => {
    const element = await shownList();
    expect(said(element)).to.contain('No bank account is linked yet.');
    await expect(element).to.be.accessible();
    const own = document.createElement('p');
    own.slot = 'empty';
    element.append(own);
    expect(element.shadowRoot?.querySelector('slot')?.assignedElements()).to.deep.equal([own]);
  });

  it('passes axe while it loads', async () => {
    const release = on.worker.hold('GET financial_connections/accounts');
    const element = await fixture<HTMLElement>(document.createElement(TAG));
    await expect(element).to.be.accessible();
    const ready = oneEvent(element, 'inlay-ready');
    release();
    await ready;
  });

  it('takes the room that was kept for it', async () => {
    const release = on.worker.hold('GET financial_connections/accounts');
    on.worker.bank.accounts = [
      bankAccountThat({ permissions: ['balances', 'transactions', 'ownership'] }),
      { ...credit, permissions: ['balances', 'transactions', 'ownership'] },
    ];
    const element = await fixture<HTMLElement>(document.createElement(TAG));
    const before = element.getBoundingClientRect();
    const ready = oneEvent(element, 'inlay-ready');
    release();
    await ready;
    const first = element.getBoundingClientRect();
    await listSettled();
    expect(first).to.deep.equal(before);
    expect(element.getBoundingClientRect()).to.deep.equal(before);
  });

  for (const width of [320, 375]) {
    it(`fits on a screen ${width} pixels wide, unfolded too`, async () => {
      await setViewport({ width, height: 800 });
      on.worker.bank.accounts = [bankAccountThat(), bankAccountThat({ id: 'fca_2', relink_required: true })];
      on.worker.bank.monthlyTotals = {
        fca_1: [{ object: 'monthly_total', month: '2026-11', currency: 'usd', in: 250_000, out: -1_999 }],
      };
      const element = await shownList();
      labelled(element, 'Transactions').click();
      await listSettled();
      expect(document.documentElement.scrollWidth).to.be.at.most(width);
      expect(element.scrollWidth).to.be.at.most(element.clientWidth);
      await setViewport({ width: 1280, height: 800 });
    });
  }

  it('takes the room that was kept for it on a narrow screen too', async () => {
    await setViewport({ width: 375, height: 800 });
    const release = on.worker.hold('GET financial_connections/accounts');
    on.worker.bank.accounts = [bankAccountThat(), { ...credit, permissions: ['balances', 'transactions'] }];
    const element = await fixture<HTMLElement>(document.createElement(TAG));
    const before = element.offsetHeight;
    const ready = oneEvent(element, 'inlay-ready');
    release();
    await ready;
    await listSettled();
    expect(element.offsetHeight).to.equal(before);
    await setViewport({ width: 1280, height: 800 });
  });

  it('says what went wrong, and tries again when asked to', async () => {
    on.worker.fail('GET financial_connections/accounts', 500, 'internal');
    const element = await shownList();
    expect(said(element)).to.contain('Something went wrong. Please try again.');
    expect(on.named('error')).to.have.length(1);
    expect(element.matches(':state(failed)')).to.equal(true);
    await expect(element).to.be.accessible();
    on.worker.bank.accounts = [bankAccountThat()];
    labelled(element, 'Try again').click();
    await listSettled();
    expect(said(element)).to.contain('Everyday ••6789');
    expect(element.matches(':state(done)')).to.equal(true);
  });

  it('keeps the focus, and what went wrong in sight, while it tries again, and says a failure each time', async () => {
    const heard = () => element.shadowRoot?.querySelector('[role=status]')?.textContent;
    for (let time = 0; time < 2; time++) on.worker.fail('GET financial_connections/accounts', 500, 'internal');
    const element = await shownList();
    expect(heard(), 'nobody asked').to.equal('');
    labelled(element, 'Try again').focus();
    labelled(element, 'Try again').click();
    await waitUntil(() => heard() === 'Something went wrong. Please try again.');
    const release = on.worker.hold('GET financial_connections/accounts');
    labelled(element, 'Try again').click();
    await listSettled();
    expect(heard()).to.equal('');
    expect(said(element)).to.contain('Something went wrong.');
    expect(element.matches(':state(busy)')).to.equal(true);
    expect(focused(element)).to.equal(labelled(element, 'Try again'));
    await expect(element).to.be.accessible();
    on.worker.bank.accounts = [bankAccountThat()];
    release();
    await waitUntil(() => said(element).includes('Everyday ••6789'));
    expect(focused(element), 'the first thing to press').to.equal(labelled(element, 'Transactions'));
  });

  it('gives the page its accounts, and asks the Worker to ask Stripe', async () => {
    on.worker.bank.accounts = [bankAccountThat()];
    const element = await shownList();
    expect(element.accounts).to.deep.equal(on.worker.bank.accounts);
    on.worker.bank.accounts = [bankAccountThat(), credit];
    await element.refresh();
    expect(on.worker.asked.at(-1)?.url).to.contain('max_age=0');
    expect(on.named('change')).to.deep.equal([{ accounts: on.worker.bank.accounts }]);
    await element.refresh();
    expect(on.named('change'), 'nothing has changed').to.have.length(1);
  });

  it('keeps markup in names text', async () => {
    const markup = '"><img src=x onerror=alert(1)>';
    on.worker.bank.accounts = [bankAccountThat({ display_name: markup, institution_name: markup, id: 'fca_"x' })];
    const element = await shownList();
    expect(said(element)).to.contain(markup);
    expect(element.shadowRoot?.querySelector('img')).to.equal(null);
  });

  it('speaks French, numbers and dates included', async () => {
    on.worker.bank.accounts = [bankAccountThat({ relink_required: true })];
    const text = said(await shownList({ lang: 'fr' }));
    for (const part of ['Compte courant', '1 234,56 $US', 'disponibles', 'au 2', 'Actualiser', 'Associer à nouveau']) {
      expect(text).to.contain(part);
    }
  });

  for (const lang of ['tlh', 'x', '"><img src=x onerror=alert(1)>', 'constructor']) {
    it(`speaks English where lang is ${lang}`, async () => {
      on.worker.bank.accounts = [bankAccountThat()];
      expect(said(await shownList({ lang })))
        .to.contain('Checking account')
        .and.to.contain('2026');
    });
  }

  for (const display of ['flex', 'inline-flex', 'grid', 'inline-grid']) {
    it(`keeps a width in a ${display} box`, async () => {
      const box = await fixture<HTMLElement>(document.createElement('div'));
      box.style.display = display;
      const element = document.createElement(TAG);
      box.append(element);
      await oneEvent(element, 'inlay-ready');
      expect(element.offsetWidth).to.be.greaterThan(300);
    });
  }
});
