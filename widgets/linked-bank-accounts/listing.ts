/**
 * Gets the accounts of a person and keeps what is known of them. Here is what a first look needs, and no byte more;
 * `later.ts`, loaded as soon as the list is there, has the rest.
 */
import type { BankAccount, BankAccountList } from '../../worker/contract.ts';
import { listAccounts } from '../shared/bank-list.ts';
import { plainly } from '../shared/fill.ts';
import { Flow } from '../shared/flow.ts';
import type { InlayElement } from '../shared/inlay-element.ts';
import { type ListItems, placeItems } from '../shared/list-items.ts';
import type { Say } from '../shared/words.ts';
import { accountCard } from './account-card.ts';
import { initial, type State } from './list-state.ts';
import { enList, type ListWords } from './messages/en-list.ts';
import { closed, type Row } from './row.ts';

type Later = typeof import('./later.ts');
type Details = typeof import('./details.ts');

export interface ListHost extends InlayElement {
  days: number | null | undefined;
}

/** Why the Worker is asked for the list; the failure of a look in passing changes nothing that is shown. */
export type Reason = 'load' | 'glance';

/** What a card's buttons do. */
export type Press =
  | { readonly does: 'refresh' | 'disconnect' | 'confirm' | 'keep' | 'link' }
  | { readonly does: 'toggle'; readonly panel: Row['open'][number] }
  | { readonly does: 'share'; readonly permission: BankAccountList['permissions'][number] };

export class Listing extends Flow<ListHost, State, Later> {
  readonly rows = new Map<string, Row>();
  readonly items: ListItems = new Map();
  details: Details | undefined;
  /** What a screen reader is told. */
  said = '';
  /** When the list was last asked for, in milliseconds of `Date.now()`. */
  askedAt = 0;
  /** Counts what was changed here, so that a list read before a change does not undo it. */
  changes = 0;

  constructor(host: ListHost) {
    super(host, initial);
  }

  get say(): Say<ListWords> {
    return this.later?.listWords.of(this.host) ?? plainly(enList, this.host.locale);
  }

  rowOf({ id }: BankAccount): Row {
    return this.rows.get(id) ?? closed;
  }

  override hostUpdated(): void {
    placeItems(this.host, this.items, this.state.list?.data ?? [], (account) => accountCard(this, account));
    super.hostUpdated();
  }

  /** @param maxAge seconds; 0 has the Worker ask Stripe whatever it knows */
  async ask(reason: Reason = 'load', maxAge?: number): Promise<void> {
    const { session, work, changes } = this;
    if (!session || !work) return;
    const { signal } = work;
    const askedAt = Math.max(Date.now(), this.askedAt + 1);
    this.askedAt = askedAt;
    try {
      const list = await this.inWords(listAccounts(session, signal, maxAge));
      if (signal.aborted || askedAt !== this.askedAt) return;
      // What is out of the ordinary is said by code that is not loaded yet, and must not push the rest down afterwards.
      if (list.data.some(isUnusual)) await this.loadLater();
      if (changes !== this.changes) await this.ask(reason, maxAge);
      else await (this.later?.learn(this, list) ?? this.to({ name: 'ready', list }));
    } catch (error) {
      // Somebody waits for an answer that this one has overtaken: then its failure is theirs.
      const awaited = reason !== 'glance' || this.state.name === 'asking';
      if (awaited && askedAt === this.askedAt) await this.fail(error, signal);
    }
  }

  async press(account: BankAccount, press: Press): Promise<void> {
    this.engaged = true;
    if (this.work) await this.act((later) => later.press(this, account, press));
  }

  protected importLater(): Promise<Later> {
    return import('./later.ts');
  }

  protected broken(): State {
    return { name: 'failed', list: this.state.list, error: null };
  }

  protected override forget(): void {
    this.rows.clear();
  }
}

function isUnusual({ status, relink_required }: BankAccount): boolean {
  return status !== 'active' || relink_required;
}
