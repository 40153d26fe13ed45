/** What the dialog asks of the stand-in: with the publishable key and the session's client secret, nothing else. */
import type { Challenge, LogIn } from '../log_in.ts';

export interface StripeError {
  type: string;
  code?: string;
  message?: string;
  param?: string;
}

export interface OfferedBank {
  readonly name: string;
  readonly access: 'open' | 'password' | 'oauth';
  readonly outage: 'scheduled' | 'unscheduled' | 'error' | null;
}

export interface OfferedAccount {
  readonly name: string;
  readonly last4: string;
  readonly subcategory: string;
  readonly currency: string;
}

/** As `collectFinancialConnectionsAccounts` resolves with it. */
export interface BrowserSession {
  readonly id: string;
  readonly accounts: readonly object[];
  readonly permissions: readonly string[];
}

export interface Opened {
  readonly session: BrowserSession;
  readonly business: string;
  readonly limit: number | null;
  readonly manual_entry: boolean;
  /** Names the page of a bank that asks on its own site. */
  readonly authorization: string;
  readonly institutions: readonly OfferedBank[];
}

export type Entered = Exclude<LogIn, { result: 'in' }> | { result: 'in'; accounts: readonly OfferedAccount[] };
export type { Challenge };

export interface Linked {
  readonly session: BrowserSession;
  readonly token?: object | null;
}

/** `next` names the page of whichever bank is asked after this one. */
export type Decision = { status: 'waiting' } | { status: 'authorized' | 'declined'; next: string };

export type Answer<T> = { ok: T } | { error: StripeError };

interface Questions {
  session: Opened;
  'log-in': Entered;
  authorization: Decision;
  link: Linked;
  manual: Linked;
}

export interface Bank {
  ask<Q extends keyof Questions>(
    question: Q,
    fields?: Record<string, string | readonly string[]>,
  ): Promise<Answer<Questions[Q]>>;
  /** The page on which this bank asks. */
  page(authorization: string, institution: string): string;
}

/** A dialog that hears nothing for so long says so. */
const TIMEOUT_MS = 30_000;

export interface Opening {
  readonly origin: string;
  readonly key: string;
  readonly stripeAccount: string | undefined;
  readonly clientSecret: string;
}

export function createBank({ origin, key, stripeAccount, clientSecret }: Opening): Bank {
  return {
    async ask(question, fields = {}) {
      const body = new URLSearchParams({ key, client_secret: clientSecret });
      if (stripeAccount !== undefined) body.set('stripe_account', stripeAccount);
      for (const [name, value] of Object.entries(fields)) {
        if (typeof value === 'string') body.set(name, value);
        else for (const each of value) body.append(`${name}[]`, each);
      }
      let response: Response;
      try {
        response = await fetch(`${origin}/bank/${question}`, {
          method: 'POST',
          body,
          credentials: 'omit',
          signal: AbortSignal.timeout(TIMEOUT_MS),
        });
      } catch {
        return { error: { type: 'api_connection_error', message: 'Stripe could not be reached. Are you online?' } };
      }
      try {
        const answer = await response.json();
        return response.ok ? { ok: answer } : { error: answer.error };
      } catch {
        return { error: { type: 'api_error', message: 'Something went wrong at Stripe.' } };
      }
    },
    page: (authorization, institution) =>
      `${origin}/bank/authorize/${encodeURIComponent(authorization)}?${new URLSearchParams({ institution })}`,
  };
}
