/**
 * Gets the payment methods a person has saved and keeps what is known of them. Here is what a first look needs, and no byte
 * more; `later.ts`, loaded as soon as the list is there, has the rest.
 */
import type { PaymentMethod } from '../../worker/contract.ts';
import { plainly } from '../shared/fill.ts';
import { Flow } from '../shared/flow.ts';
import type { InlayElement } from '../shared/inlay-element.ts';
import { type ListItems, placeItems } from '../shared/list-items.ts';
import { listPaymentMethods } from '../shared/payment-api.ts';
import type { Say } from '../shared/words.ts';
import { initial, type State } from './list-state.ts';
import { enMethods, type MethodWords } from './messages/en-methods.ts';
import { methodRow } from './method-row.ts';
import type { Press, Removal } from './removal.ts';

type Later = typeof import('./later.ts');

/**
 * Why the Worker is asked: somebody wants to know, it is a look in passing, or another element has told of a change. Only
 * the failure of the first is shown.
 */
export type Reason = 'load' | 'glance' | 'news';

export class MethodList extends Flow<InlayElement, State, Later> {
  /** By method. */
  readonly removals = new Map<string, Removal>();
  readonly items: ListItems = new Map();
  /** What a screen reader is told. */
  said = '';
  /** Counts what was changed here, so that a list read before a change does not undo it. */
  changes = 0;
  #questions = 0;

  constructor(host: InlayElement) {
    super(host, initial);
  }

  get say(): Say<MethodWords> {
    return this.later?.methodWords.of(this.host) ?? plainly(enMethods, this.host.locale);
  }

  override hostUpdated(): void {
    placeItems(this.host, this.items, this.state.methods ?? [], (method) => methodRow(this, method));
    super.hostUpdated();
  }

  /** @param maxAge seconds; 0 has the Worker ask Stripe whatever it knows */
  async ask(reason: Reason = 'load', maxAge?: number): Promise<void> {
    const { session, work, changes } = this;
    if (!session || !work) return;
    const { signal } = work;
    const question = ++this.#questions;
    try {
      const { data } = await this.inWords(listPaymentMethods(session, signal, maxAge));
      if (signal.aborted || question !== this.#questions) return;
      if (changes !== this.changes) await this.ask(reason, maxAge);
      else await (this.later?.learn(this, data, reason) ?? this.to({ name: 'ready', methods: data }));
    } catch (error) {
      // Somebody waits for an answer that this question has overtaken: then its failure is theirs.
      const awaited = reason === 'load' || this.state.name === 'loading' || this.state.name === 'asking';
      if (awaited && question === this.#questions) await this.fail(error, signal);
    }
  }

  /** The button next to what failed: from the very beginning where not even the code of the rest could be loaded. */
  async again(): Promise<void> {
    const { state, work, later } = this;
    if (!work || state.name !== 'failed') return;
    this.said = '';
    await this.to({ name: 'asking', methods: state.methods, after: state });
    await (later ? this.ask('load', 0) : this.begin(work.signal));
  }

  async press(method: PaymentMethod, press: Press): Promise<void> {
    if (this.work) await this.act((later) => later.press(this, method, press));
  }

  protected importLater(): Promise<Later> {
    return import('./later.ts');
  }

  protected broken(): State {
    return { name: 'failed', methods: this.state.methods, error: null };
  }

  protected override forget(): void {
    this.removals.clear();
    this.said = '';
  }
}
