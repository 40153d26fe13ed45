/** What a bank has booked: plausible entries, day by day, the same ones every time for the same account. */
import type { OfferedAccount } from './institution.ts';
import { type Dice, dice } from './random.ts';

export const DAY = 24 * 60 * 60;
/** How far back an institution tells. */
export const HISTORY = 180 * DAY;

export interface Entry {
  readonly at: number;
  /** In the currency's minor unit; below zero is money out. */
  readonly amount: number;
  readonly description: string;
}

/** Oldest first, after `from` up to and including `to`. */
export function entriesBetween(account: string, offered: OfferedAccount, from: number, to: number): Entry[] {
  const entries: Entry[] = [];
  for (let day = Math.floor(from / DAY); day <= Math.floor(to / DAY); day += 1)
    entries.push(...dayOf(account, offered, day));
  return entries.filter((entry) => entry.at > from && entry.at <= to);
}

/** That many, evenly over the history; the mix of a checking account's smaller days. */
export function manyEntries(account: string, offered: OfferedAccount, count: number, now: number): Entry[] {
  const step = HISTORY / Math.max(count, 1);
  return Array.from({ length: count }, (_, index) => {
    const at = now - HISTORY + Math.ceil(step * (index + 1));
    const roll = dice(`${account}:many:${index}`);
    return { at, ...inCurrency(roll.once(12) ? salary : everyday(roll), offered.currency) };
  });
}

/** In cents of a dollar, until the account's currency is known. */
type Item = Omit<Entry, 'at'>;

const salary: Item = { amount: 284_512, description: 'ACME RIDES PAYROLL' };

function dayOf(account: string, offered: OfferedAccount, day: number): Entry[] {
  const roll = dice(`${account}:${day}`);
  const times = Array.from({ length: 8 }, () => roll.between(8 * 3600, 21 * 3600)).sort((a, b) => a - b);
  return itemsOf(offered.subcategory, new Date(day * DAY * 1000), roll).map((item, index) => ({
    at: day * DAY + (times[index] ?? 0),
    ...inCurrency(item, offered.currency),
  }));
}

function itemsOf(subcategory: OfferedAccount['subcategory'], date: Date, roll: Dice): Item[] {
  const dayOfMonth = date.getUTCDate();
  switch (subcategory) {
    case 'checking':
      return checkingItems(dayOfMonth, roll);
    case 'savings':
      return [
        ...(dayOfMonth === 2 ? [{ amount: 40_000, description: 'TRANSFER FROM CHECKING' }] : []),
        ...(dayOfMonth === 28 ? [{ amount: roll.between(1800, 2600), description: 'INTEREST PAID' }] : []),
        ...(dayOfMonth === 19 && roll.once(2) ? [{ amount: -15_000, description: 'TRANSFER TO CHECKING' }] : []),
      ];
    case 'credit_card':
      return [
        ...(dayOfMonth === 20 ? [{ amount: 65_000, description: 'PAYMENT RECEIVED, THANK YOU' }] : []),
        ...(roll.once(2) ? [everyday(roll)] : []),
        ...(roll.once(25) ? [refund(roll)] : []),
      ];
    case 'mortgage':
    case 'line_of_credit':
      return [
        ...(dayOfMonth === 5 ? [{ amount: 182_000, description: 'MONTHLY PAYMENT' }] : []),
        ...(dayOfMonth === 1 ? [{ amount: -roll.between(80_000, 90_000), description: 'INTEREST CHARGED' }] : []),
      ];
  }
}

function checkingItems(dayOfMonth: number, roll: Dice): Item[] {
  return [
    ...(dayOfMonth === 1 || dayOfMonth === 15 ? [salary] : []),
    ...(dayOfMonth === 1 ? [{ amount: -185_000, description: 'RENT HARBOUR STREET 12' }] : []),
    ...(dayOfMonth === 2 ? [{ amount: -40_000, description: 'TRANSFER TO SAVINGS' }] : []),
    ...(dayOfMonth === 7 ? [{ amount: -roll.between(6_400, 11_900), description: 'CITY POWER AND WATER' }] : []),
    ...(dayOfMonth === 11 ? [{ amount: -1_599, description: 'STREAMING MONTHLY' }] : []),
    ...(roll.once(3) ? [{ amount: -roll.between(2_100, 14_800), description: groceries(roll) }] : []),
    ...(roll.once(2) ? [{ amount: -roll.between(350, 890), description: coffee(roll) }] : []),
    ...(roll.once(40) ? [refund(roll)] : []),
  ];
}

function everyday(roll: Dice): Item {
  return roll.pick<(roll: Dice) => Item>([
    (rolled) => ({ amount: -rolled.between(2_100, 14_800), description: groceries(rolled) }),
    (rolled) => ({ amount: -rolled.between(350, 890), description: coffee(rolled) }),
    (rolled) => ({
      amount: -rolled.between(1_800, 9_500),
      description: rolled.pick(['BISTRO MIRABELLE', 'NOODLE BAR 88']),
    }),
    (rolled) => ({ amount: -rolled.between(2_900, 6_400), description: 'FILLING STATION ELM ROAD' }),
  ])(roll);
}

function refund(roll: Dice): Item {
  return { amount: roll.between(1_200, 7_900), description: 'REFUND NORTHWIND OUTFITTERS' };
}

function groceries(roll: Dice): string {
  return roll.pick(['GREEN GROCER MARKET', 'CORNER PROVISIONS', 'HARVEST SUPERMARKET']);
}

function coffee(roll: Dice): string {
  return roll.pick(['BLUE KETTLE COFFEE', 'ROASTERY NO 5']);
}

/** Minor units that a hundred cents are worth, in hundredths; others are taken like dollars. */
const WORTH: Readonly<Record<string, number>> = { usd: 100, eur: 92, jpy: 150, kwd: 307 };

function inCurrency(item: Item, currency: string): Item {
  return { ...item, amount: Math.round((item.amount * (WORTH[currency] ?? 100)) / 100) };
}
