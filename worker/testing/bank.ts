/** A user with linked bank accounts, as far as a Worker test needs to arrange them. */
import type { BankAccount, BankAccountList, BankSession, LinkedBankSession } from '../contract.ts';
import type { World } from './world.ts';

/** Everything a site can ask for. */
export const everything = { permissions: ['balances', 'ownership', 'payment_method', 'transactions'] };

export interface BankUser {
  /** As the user's page would ask, with a fresh token of the scope `bank`. */
  ask(path: string, init?: { method?: string; body?: unknown }): Promise<Response>;
  session(body?: Record<string, unknown>): Promise<BankSession>;
  /** Opens a session and links accounts of an institution in it, as the person does in Stripe's dialog. */
  link(options?: LinkOptions): Promise<BankAccount[]>;
  list(maxAge?: number): Promise<BankAccount[]>;
}

export interface LinkOptions {
  readonly institution?: string;
  readonly accounts?: readonly string[];
  readonly body?: Record<string, unknown>;
  readonly as_new?: boolean;
}

export function bankUser(world: World, sub = 'user_1', claims: Record<string, unknown> = {}): BankUser {
  const ask: BankUser['ask'] = async (path, init = {}) =>
    world.ask(`/financial_connections${path}`, {
      ...init,
      token: await world.token({ sub, scope: ['bank'], ...claims }),
    });
  const session: BankUser['session'] = async (body = {}) => answer(await ask('/sessions', { body }));
  return {
    ask,
    session,
    async link({ body, ...choice } = {}) {
      const { id } = await session(body);
      await world.control('bank/link', { session: id, ...choice });
      const synced: LinkedBankSession = await answer(await ask(`/sessions/${id}/sync`, { body: {} }));
      return synced.accounts;
    },
    async list(maxAge) {
      const list: BankAccountList = await answer(
        await ask(`/accounts${maxAge === undefined ? '' : `?max_age=${maxAge}`}`),
      );
      return list.data;
    },
  };
}

export async function answer<T>(response: Response): Promise<T> {
  const body: T = await response.json();
  if (!response.ok) throw new Error(`${response.status}: ${JSON.stringify(body)}`);
  return body;
}

/** The first of several, where a test has just made it. */
export function first<T>([one]: readonly T[]): T {
  if (one === undefined) throw new Error('There is none.');
  return one;
}
