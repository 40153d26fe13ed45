/**
 * Gets the accounts of a person and keeps what is known of them. Here is what a first look needs, and no byte more;
 * `later.ts`, loaded as soon as the list is there, has the rest.
 */
import type { ReactiveController } from 'lit';
import type { BankAccount, BankAccountList } from '../../worker/contract.ts';
import { listAccounts } from '../shared/bank-api.ts';
import type { InlayElement } from '../shared/inlay-element.ts';
import type { Session } from '../shared/settings.ts';
import { placeCards } from './cards.ts';
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

export class Listing implements ReactiveController {
  state: State = initial;
  readonly rows = new Map<string, Row>();
  later: Later | undefined;
  details: Details | undefined;
  /** Whether the person has pressed something, so that what comes of it is worth announcing. */
  engaged = false;
  /** What a screen reader is told. */
  said = '';
  session: Session | undefined;
  /** Aborts when the element leaves the page, or the person does. */
  work: AbortController | undefined;
  /** When the list was last asked for, in milliseconds of `Date.now()`. */
  askedAt = 0;
  /** Counts what was changed here, so that a list read before a change does not undo it. */
  changes = 0;
  readonly host: ListHost;
  #shown = false;

  constructor(host: ListHost) {
    this.host = host;
    host.addController(this);
  }

  get say(): ListWords {
    return this.later?.listWords.in(this.host.locale) ?? enList;
  }

  rowOf({ id }: BankAccount): Row {
    return this.rows.get(id) ?? closed;
  }

  /** A moved element is disconnected and connected again in one go: it keeps working. */
  hostDisconnected(): void {
    queueMicrotask(() => {
      if (this.host.isConnected) return;
      this.work?.abort();
      this.work = undefined;
      this.rows.clear();
      if (this.state.name !== 'ready') this.state = initial;
    });
  }

  hostConnected(): void {
    this.host.requestUpdate();
  }

  hostUpdate(): void {
    this.later?.beforeUpdate(this);
  }

  /** After every update: whose accounts these are may have changed. */
  hostUpdated(): void {
    placeCards(this);
    this.later?.afterUpdate(this);
    const { session, isConnected } = this.host;
    const same = session === this.session;
    if (!isConnected || (same && this.work)) return;
    this.work?.abort();
    this.work = new AbortController();
    this.session = session;
    if (!same) this.rows.clear();
    if (!same && this.state !== initial) this.to(initial);
    const { signal } = this.work;
    // A task of its own: what was rendered may be painted before the person's token is asked for.
    setTimeout(() => signal.aborted || this.#begin(signal));
  }

  /** @param maxAge seconds; 0 has the Worker ask Stripe whatever it knows */
  async ask(reason: Reason, maxAge?: number): Promise<void> {
    const { host, session, work, changes } = this;
    if (!session || !work) return;
    const { signal } = work;
    const askedAt = Math.max(Date.now(), this.askedAt + 1);
    this.askedAt = askedAt;
    try {
      const english = /^en/i.test(host.locale);
      const [list] = await Promise.all([listAccounts(session, signal, maxAge), english || this.loadLater()]);
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
    const { work } = this;
    if (!work) return;
    try {
      await (await this.loadLater()).press(this, account, press);
    } catch (error) {
      await this.fail(error, work.signal);
    }
  }

  async to(state: State): Promise<void> {
    this.state = state;
    this.host.requestUpdate();
    await this.host.updateComplete;
    if (this.#shown || state.name === 'loading') return;
    this.#shown = true;
    this.host.emit('ready');
  }

  async fail(error: unknown, signal: AbortSignal): Promise<void> {
    await this.loadLater().catch(() => undefined);
    if (signal.aborted) return;
    await (this.later?.fail(this, error) ?? this.to({ name: 'failed', list: this.state.list, error: null }));
  }

  async loadLater(): Promise<Later> {
    const later = await import('./later.ts');
    await later.loadWords(this.host.locale);
    this.later = later;
    return later;
  }

  async #begin(signal: AbortSignal): Promise<void> {
    if (this.session) await this.ask('load');
    try {
      (await this.loadLater()).begin(this, signal);
    } catch (error) {
      if (this.state === initial) await this.fail(error, signal);
    }
  }
}

function isUnusual({ status, relink_required }: BankAccount): boolean {
  return status !== 'active' || relink_required;
}
