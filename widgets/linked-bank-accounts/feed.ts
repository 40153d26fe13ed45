/** One account's transactions, page by page as somebody scrolls. */
import type { BankAccount, TransactionList } from '../../worker/contract.ts';
import { listTransactions } from '../shared/bank-api.ts';
import type { InlayError } from '../shared/inlay-error.ts';
import { Patience } from '../shared/patience.ts';
import { daysIn, goesOn, nothingShown, type Shown, withPage } from './day-groups.ts';
import { shownSince } from './days.ts';
import { announce } from './learn.ts';
import type { Listing } from './listing.ts';

const PAGE = 50;

/** What the next page is, or why there is none. */
export type Next =
  | { readonly name: 'loading' }
  | { readonly name: 'more' }
  | { readonly name: 'end'; readonly refresh: TransactionList['refresh'] }
  /** The Worker is still reading older ones from Stripe. */
  | { readonly name: 'synchronizing' }
  | { readonly name: 'takes_longer' }
  | { readonly name: 'failed'; readonly error: InlayError };

export class Feed {
  shown: Shown = nothingShown;
  next: Next = { name: 'more' };
  readonly #flow: Listing;
  readonly #account: string;
  readonly #changed: () => void;
  readonly #summable: () => void;
  readonly #patience: Patience;
  readonly #dayOf = daysIn();
  #since = 0;
  #synchronizing: boolean | undefined;
  #turn = 0;

  /** @param summable called when what the Worker has stored of the account is worth adding up, and again when it has all */
  constructor(flow: Listing, { id }: BankAccount, signal: AbortSignal, changed: () => void, summable: () => void) {
    this.#flow = flow;
    this.#account = id;
    this.#changed = changed;
    this.#summable = summable;
    const look = async () => {
      await this.more();
      return this.next.name === 'synchronizing';
    };
    this.#patience = new Patience(look, () => this.#to({ name: 'takes_longer' }), signal);
  }

  /** From the beginning: there is something newer. What is shown stays until that has come. */
  reload(): Promise<void> {
    this.#synchronizing = undefined;
    return this.#load(nothingShown, true);
  }

  async more(): Promise<void> {
    if (this.next.name !== 'loading' && this.next.name !== 'end') await this.#load(this.shown, false);
  }

  async #load(from: Shown, overtaking: boolean): Promise<void> {
    const { session, work, host } = this.#flow;
    if (!session || !work || (this.next.name === 'loading' && !overtaking)) return;
    const turn = ++this.#turn;
    const waits = this.next.name === 'synchronizing';
    this.#since = shownSince(host.days, Date.now());
    if (!waits) this.#to({ name: 'loading' });
    try {
      const page = await listTransactions(session, this.#account, work.signal, PAGE, from.last);
      if (turn === this.#turn && !work.signal.aborted) this.#take(from, page);
    } catch (cause) {
      if (turn === this.#turn && !work.signal.aborted) this.#to({ name: 'failed', error: announce(this.#flow, cause) });
    }
  }

  #take(from: Shown, page: TransactionList): void {
    this.shown = withPage(from, page.data, this.#since, this.#dayOf);
    if (page.synchronizing !== this.#synchronizing) this.#summable();
    this.#synchronizing = page.synchronizing;
    const oldest = page.data.at(-1);
    const complete = oldest !== undefined && oldest.transacted_at < this.#since;
    if (goesOn(page, this.#since)) this.#to({ name: 'more' });
    else if (page.synchronizing && !complete) this.#to({ name: 'synchronizing' });
    else this.#to({ name: 'end', refresh: page.refresh });
    if (this.next.name === 'synchronizing') this.#patience.keepOn();
    else this.#patience.stop();
  }

  #to(next: Next): void {
    this.next = next;
    this.#changed();
  }
}
