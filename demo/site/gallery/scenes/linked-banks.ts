import type { BankAccount, MonthlyTotal, TransactionList } from '../../../../worker/contract.ts';
import { type Answers, call, fails, never, offline, press, type Scene, type Shown } from '../scene.ts';
import {
  bankAccountThat,
  bankListOf,
  card,
  everyday,
  everything,
  refreshThat,
  sessionThat,
  transactionThat,
  travel,
} from './banks.ts';
import { NOW } from './merchants.ts';

const DAY_S = 86_400;
const FAR = Date.UTC(2031, 2, 1, 12) / 1000;
const accounts = (...data: BankAccount[]): Answers => ({
  'GET financial_connections/accounts': { is: bankListOf(data) },
});

function one(name: string, title: string, is: Partial<BankAccount>): Scene {
  return { name, title, answers: accounts({ ...everyday, ...is }) };
}

const transactions: TransactionList = {
  object: 'list',
  url: '/v1/financial_connections/accounts/fca_1/transactions',
  has_more: false,
  refresh: refreshThat('succeeded'),
  synchronizing: false,
  data: [
    transactionThat({
      id: 'fctxn_1',
      status: 'pending',
      amount: -450,
      description: 'COFFEE AT THE STATION',
      transacted_at: NOW,
    }),
    transactionThat({ id: 'fctxn_2', amount: 250_000, description: 'ROCKET RIDES PAYOUT', transacted_at: NOW - DAY_S }),
    transactionThat({ id: 'fctxn_3', amount: -120_000, description: 'RENT', transacted_at: NOW - DAY_S }),
    transactionThat({
      id: 'fctxn_4',
      status: 'void',
      amount: -9_900,
      description: 'A DESCRIPTION OF A LENGTH THAT NO BANK SHOULD EVER SEND TO ANYBODY',
      transacted_at: NOW - 2 * DAY_S,
    }),
  ],
};

function month(name: string, money_in: number, out: number): MonthlyTotal {
  return { object: 'monthly_total', month: name, currency: 'usd', in: money_in, out };
}

const unfolded: Answers = {
  ...accounts(everyday),
  'GET financial_connections/accounts/:id/transactions': { is: transactions },
  'GET financial_connections/accounts/:id/transactions/monthly_totals': {
    is: {
      object: 'list',
      url: '/v1/financial_connections/accounts/fca_1/transactions/monthly_totals',
      has_more: false,
      data: [
        month('2026-09', 310_000, -180_000),
        month('2026-10', 250_000, -290_000),
        month('2026-11', 250_000, -120_450),
      ],
    },
  },
};

const owners = (data: { name: string; email: string | null }[]): Answers => ({
  ...accounts(everyday),
  'GET financial_connections/accounts/:id/owners': {
    is: {
      object: 'list',
      url: '/v1/financial_connections/accounts/fca_1/owners',
      has_more: false,
      refresh: refreshThat('succeeded'),
      data: data.map(({ name, email }, index) => ({
        object: 'financial_connections.account_owner',
        id: `fcaow_${index}`,
        name,
        email,
        phone: '+1 555-555-0100',
        raw_address: '1 Main Street, Springfield, IL 62701',
      })),
    },
  },
});

const show = (panel: string, until: string) => press(until, `[data-does=${panel}]`);

export const linkedBanks: Shown = {
  tag: 'linked-bank-accounts',
  about: 'lists linked accounts with balances, owners and transactions',
  scenes: [
    { name: 'loading', title: 'loading', answers: { 'GET financial_connections/accounts': never }, loading: true },
    { name: 'empty', title: 'nothing linked', answers: accounts() },
    {
      name: 'empty-slotted',
      title: 'nothing linked, in words of the site’s',
      slots: { empty: 'Link one above to see it here.' },
      answers: accounts(),
    },
    { name: 'one', title: 'one account', answers: accounts(everyday) },
    { name: 'several', title: 'several accounts, of every kind', answers: accounts(everyday, card, travel) },
    one('unshared', 'shares next to nothing', { permissions: ['payment_method'], balance: null }),
    one('no-balance', 'balance not known yet', { balance: null }),
    one('relink', 'has to be linked again by a date', { relink_required: true, expected_deactivation_date: FAR }),
    one('inactive', 'the bank gives no access', { status: 'inactive' }),
    one('disconnected', 'disconnected elsewhere', { status: 'disconnected' }),
    one('refreshing', 'being refreshed', { balance_refresh: refreshThat('pending') }),
    one('refresh-failed', 'the last refresh failed', { balance_refresh: refreshThat('failed', NOW) }),
    one('refresh-later', 'cannot be refreshed yet', {
      permissions: ['balances'],
      balance_refresh: refreshThat('succeeded', FAR),
    }),
    {
      name: 'refresh-begins',
      title: 'refresh pressed',
      answers: { ...accounts(everyday), 'POST financial_connections/accounts/:id/refresh': never },
      steps: [show('refresh', '[part=spinner]')],
    },
    {
      name: 'refresh-refused',
      title: 'refresh pressed too early',
      answers: { ...accounts(everyday), 'POST financial_connections/accounts/:id/refresh': fails('refresh_too_early') },
      steps: [show('refresh', '[part=error]')],
    },
    {
      name: 'confirm',
      title: 'asks before it disconnects',
      answers: accounts(everyday),
      steps: [show('confirm', '.confirm')],
    },
    {
      name: 'disconnecting',
      title: 'being disconnected',
      answers: { ...accounts(everyday), 'DELETE financial_connections/accounts/:id': never },
      steps: [show('confirm', '.confirm'), show('disconnect', '[part=spinner]')],
    },
    {
      name: 'transactions',
      title: 'transactions and chart unfolded',
      answers: unfolded,
      steps: [show('transactions', '.scroll .void')],
    },
    {
      name: 'transactions-loading',
      title: 'transactions are on their way',
      answers: {
        ...accounts(everyday),
        'GET financial_connections/accounts/:id/transactions': never,
        'GET financial_connections/accounts/:id/transactions/monthly_totals': never,
      },
      steps: [show('transactions', '.stand-in')],
    },
    {
      name: 'transactions-failed',
      title: 'transactions could not be had',
      answers: {
        ...accounts(everyday),
        'GET financial_connections/accounts/:id/transactions': fails('stripe_unavailable'),
        'GET financial_connections/accounts/:id/transactions/monthly_totals': fails('stripe_unavailable'),
      },
      steps: [show('transactions', '.panel [part=error] ~ *')],
    },
    {
      name: 'transactions-none',
      title: 'no transactions',
      answers: {
        ...unfolded,
        'GET financial_connections/accounts/:id/transactions': { is: { ...transactions, data: [] } },
      },
      steps: [show('transactions', '.ending')],
    },
    {
      name: 'transactions-synchronizing',
      title: 'older transactions are still being read',
      answers: {
        ...unfolded,
        // Of the older ones nothing comes.
        'GET financial_connections/accounts/:id/transactions': [
          { is: { ...transactions, synchronizing: true } },
          never,
        ],
      },
      steps: [show('transactions', '.ending [part=spinner]')],
    },
    {
      name: 'owners',
      title: 'owners unfolded',
      answers: owners([
        { name: 'Ada Rivera', email: 'ada.rivera@rocketrides.example' },
        { name: 'Grace Rivera', email: null },
      ]),
      steps: [show('ownership', '.owners')],
    },
    { name: 'owners-none', title: 'no owner named', answers: owners([]), steps: [show('ownership', '.ending')] },
    {
      name: 'not-shared',
      title: 'unfolds what is not shared',
      answers: accounts(bankAccountThat({ permissions: ['balances'] })),
      steps: [show('transactions', '.panel.unshared')],
    },
    {
      name: 'linking',
      title: 'linked again: the dialog is on its way',
      answers: {
        ...accounts({ ...everyday, status: 'inactive' }),
        'GET financial_connections/sessions': {
          is: {
            object: 'financial_connections.session_terms',
            permissions: everything,
            prefetch: [],
            business_name: 'Rocket Rides',
          },
        },
        'POST financial_connections/sessions': never,
      },
      steps: [show('link', '[part=spinner]')],
      apart: '',
    },
    {
      name: 'linking-failed',
      title: 'linked again: the dialog went wrong',
      answers: {
        ...accounts({ ...everyday, status: 'inactive' }),
        'POST financial_connections/sessions': { is: sessionThat('fails') },
        'POST financial_connections/sessions/:id/sync': {
          is: { object: 'financial_connections.session', id: 'fcsess_1', accounts: [] },
        },
      },
      steps: [show('link', '[part=error]')],
    },
    {
      name: 'failed',
      title: 'the list could not be had',
      answers: { 'GET financial_connections/accounts': offline, 'GET config': offline },
    },
    {
      name: 'asking',
      title: 'asked for again after a failure',
      answers: { 'GET financial_connections/accounts': [fails('internal'), never] },
      steps: [press('.problem [part=spinner]', '.problem button')],
    },
    {
      name: 'stale',
      title: 'could not be brought up to date',
      answers: { 'GET financial_connections/accounts': [{ is: bankListOf([everyday]) }, fails('internal')] },
      steps: [call('refresh', '.problem')],
    },
    { name: 'disabled', title: 'disabled', attributes: { disabled: '' }, answers: accounts(everyday) },
  ],
};
