/**
 * Leads a merchant to Stripe, for any element. Here is what is needed before a click, and no byte more; `later.ts`, loaded
 * as soon as the button is there, has the rest.
 */
import { readAccount } from '../shared/account-api.ts';
import { Flow } from '../shared/flow.ts';
import type { InlayElement } from '../shared/inlay-element.ts';
import { initial, type State } from './flow.ts';

/** Elements of one page, and returns to a tab, share an answer this young. */
export const FRESH_MS = 15_000;

type Later = typeof import('./later.ts');

export interface OnboardingHost extends InlayElement {
  presentation: string | null | undefined;
  returnPath: string | null | undefined;
}

/** Why the Worker is asked where the merchant stands. */
export type Reason =
  | 'load'
  /** A look in passing, whose failure changes nothing that is shown. */
  | 'glance'
  /** The person came back from Stripe: what the Worker says now is the outcome. */
  | 'returned'
  | 'window_closed'
  /** This page stands in the window itself, which could not be closed. */
  | 'left_open';

export class Onboarding extends Flow<OnboardingHost, State, Later> {
  constructor(host: OnboardingHost) {
    super(host, initial);
  }

  start(): Promise<void> {
    return this.engage((later) => later.start(this));
  }

  ask(reason: Reason = 'load', maxAge = 0): Promise<void> {
    return this.read(
      (session, signal) => readAccount(session, maxAge, signal),
      async (account) => {
        const { work } = this;
        if (account.status !== 'none') await this.loadLater();
        if (work === this.work) await (this.later?.learn(this, account, reason) ?? this.to({ name: 'ready', account }));
      },
      reason === 'glance',
    );
  }

  protected importLater(): Promise<Later> {
    return import('./later.ts');
  }

  protected broken(): State {
    return { name: 'failed', account: null, error: null, again: 'load' };
  }

  protected override async look(): Promise<void> {
    const returned = location.search.includes('inlay=onboard-');
    if (!returned && this.host.presentation !== 'popup' && window === top) await this.ask('load', FRESH_MS);
  }
}
