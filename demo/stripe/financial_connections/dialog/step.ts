/** Where a person stands in the dialog, and where each answer takes them. Nothing here shows or asks anything. */
import type { Answer, Challenge, Entered, OfferedAccount, OfferedBank, Opened } from './bank.ts';

export type Step =
  | { name: 'loading' }
  | { name: 'consent' }
  | { name: 'search' }
  | { name: 'down'; bank: OfferedBank }
  | { name: 'log-in'; bank: OfferedBank; username: string; problem: string | null }
  | { name: 'challenge'; bank: OfferedBank; challenge: Challenge; entry: Entry }
  | { name: 'authorize'; bank: OfferedBank; page: string; blocked: boolean }
  | {
      name: 'accounts';
      bank: OfferedBank;
      /** Names what the person did on the bank's own page, if it has one. */
      authorization: string;
      accounts: readonly OfferedAccount[];
      chosen: readonly string[];
      problem: string | null;
    }
  | { name: 'manual'; numbers: Numbers; problem: string | null; field: string | null }
  | { name: 'failed'; message: string }
  | { name: 'done'; count: number };

/** What lets a person in: what they typed, or did on the bank's own page; or nothing at all. */
export interface Entry {
  readonly username?: string;
  readonly password?: string;
  readonly answer?: string;
  readonly authorization?: string;
}

export interface Numbers {
  readonly routing: string;
  readonly account: string;
}

export const MANUAL: Step = { name: 'manual', numbers: { routing: '', account: '' }, problem: null, field: null };

/**
 * What choosing a bank leads to before anything is asked of it; null: nothing stands between, ask for its accounts.
 * @param page where the bank would ask, if it does so on its own
 */
export function afterChoosing(bank: OfferedBank, page: string): Step | null {
  if (bank.outage) return { name: 'down', bank };
  if (bank.access === 'password') return { name: 'log-in', bank, username: '', problem: null };
  if (bank.access === 'oauth') return { name: 'authorize', bank, page, blocked: false };
  return null;
}

export function afterLogIn(bank: OfferedBank, entry: Entry, answer: Answer<Entered>): Step {
  if ('error' in answer) return { name: 'failed', message: answer.error.message ?? 'Something went wrong.' };
  switch (answer.ok.result) {
    case 'in': {
      const { accounts } = answer.ok;
      // Where there is but one there is little to choose.
      const chosen = accounts.length === 1 ? accounts.map(({ name }) => name) : [];
      return { name: 'accounts', bank, authorization: entry.authorization ?? '', accounts, chosen, problem: null };
    }
    case 'incorrect':
      return {
        name: 'log-in',
        bank,
        username: entry.username ?? '',
        problem: 'The username or password is incorrect. Try again.',
      };
    case 'failed':
      return { name: 'failed', message: `${bank.name} could not log you in.` };
    case 'challenge':
      return { name: 'challenge', bank, challenge: answer.ok.challenge, entry };
  }
}

export const OUTAGES: Readonly<Record<NonNullable<OfferedBank['outage']>, string>> = {
  scheduled: 'is down for maintenance. Try again tomorrow, or choose another bank.',
  unscheduled: 'is unavailable at the moment. Try again later, or choose another bank.',
  error: 'could not be reached because of an error. Choose another bank.',
};

/** What a site may see, in the words of who is asked. */
const SEES: Readonly<Record<string, string>> = {
  balances: 'Account balances',
  ownership: 'Account owner details',
  payment_method: 'Account and routing numbers',
  transactions: 'Transactions',
};

export function dataAskedFor({ session }: Opened): string[] {
  return session.permissions.map((permission) => SEES[permission] ?? permission);
}

/** Whatever the person types has to be in the name, in any case. */
export function matching(banks: readonly OfferedBank[], typed: string): OfferedBank[] {
  const wanted = typed.trim().toLowerCase();
  return banks.filter((bank) => bank.name.toLowerCase().includes(wanted));
}

/** Beyond the limit the choice made first gives way. */
export function chosenWithin(limit: number | null, chosen: readonly string[], added: string): string[] {
  const all = [...chosen.filter((name) => name !== added), added];
  return limit === null ? all : all.slice(-limit);
}
