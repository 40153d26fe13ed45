import { expect, test } from 'vitest';
import type { OfferedBank, Opened } from './bank.ts';
import { afterChoosing, afterLogIn, chosenWithin, dataAskedFor, matching } from './step.ts';

const open: OfferedBank = { name: 'Test (Non-OAuth)', access: 'open', outage: null };
const password: OfferedBank = { name: 'Bank (Non-OAuth)', access: 'password', outage: null };
const oauth: OfferedBank = { name: 'Bank (OAuth)', access: 'oauth', outage: null };
const down: OfferedBank = { name: 'Down (Error)', access: 'open', outage: 'error' };
const PAGE = 'http://localhost/bank/authorize/1';
const SUCCESS = { name: 'Success', last4: '6789', subcategory: 'checking', currency: 'usd' };

test('the bank decides what comes after it was chosen', () => {
  expect(afterChoosing(open, PAGE)).toBeNull();
  expect(afterChoosing(password, PAGE)).toEqual({ name: 'log-in', bank: password, username: '', problem: null });
  expect(afterChoosing(oauth, PAGE)).toEqual({ name: 'authorize', bank: oauth, page: PAGE, blocked: false });
  expect(afterChoosing(down, PAGE)).toEqual({ name: 'down', bank: down });
});

test('a wrong password is asked for again, the username is kept', () => {
  const next = afterLogIn(password, { username: 'jenny', password: 'x' }, { ok: { result: 'incorrect' } });
  expect(next).toMatchObject({ name: 'log-in', username: 'jenny', problem: expect.stringContaining('incorrect') });
});

test('a bank that fails, and a stand-in that does not answer, end in another bank', () => {
  expect(afterLogIn(password, {}, { ok: { result: 'failed' } }).name).toBe('failed');
  const error = { type: 'api_connection_error', message: 'Stripe could not be reached.' };
  expect(afterLogIn(password, {}, { error })).toEqual({ name: 'failed', message: 'Stripe could not be reached.' });
});

test('an extra step remembers what was typed before it', () => {
  const entry = { username: 'jenny', password: 'mfa' };
  const challenge = { kind: 'text', prompt: 'One-time code', choices: [] } as const;
  expect(afterLogIn(password, entry, { ok: { result: 'challenge', challenge } })).toEqual({
    name: 'challenge',
    bank: password,
    challenge,
    entry,
  });
});

test('the accounts are to choose from; a single one is chosen beforehand', () => {
  const more = { ...SUCCESS, name: 'Savings' };
  const several = afterLogIn(open, {}, { ok: { result: 'in', accounts: [SUCCESS, more] } });
  expect(several).toMatchObject({ name: 'accounts', chosen: [], authorization: '' });
  const single = afterLogIn(oauth, { authorization: 'a1' }, { ok: { result: 'in', accounts: [SUCCESS] } });
  expect(single).toMatchObject({ chosen: ['Success'], authorization: 'a1' });
});

test('beyond the limit the first choice gives way', () => {
  expect(chosenWithin(null, ['a', 'b'], 'c')).toEqual(['a', 'b', 'c']);
  expect(chosenWithin(2, ['a', 'b'], 'c')).toEqual(['b', 'c']);
  expect(chosenWithin(1, ['a'], 'b')).toEqual(['b']);
});

test('banks are found by any part of their name, in any case', () => {
  expect(matching([open, oauth, password, down], ' OAUTH) ').map(({ name }) => name)).toEqual([
    'Test (Non-OAuth)',
    'Bank (OAuth)',
    'Bank (Non-OAuth)',
  ]);
  expect(matching([open, down], '')).toHaveLength(2);
  expect(matching([open], 'nowhere')).toEqual([]);
});

test('every permission is named in words', () => {
  const session = {
    id: 'fcsess_1',
    accounts: [],
    permissions: ['balances', 'ownership', 'payment_method', 'transactions'],
  };
  const opened: Opened = {
    session,
    business: 'Shop',
    limit: null,
    manual_entry: false,
    authorization: 'a1',
    institutions: [],
  };
  expect(dataAskedFor(opened)).toEqual([
    'Account balances',
    'Account owner details',
    'Account and routing numbers',
    'Transactions',
  ]);
});
