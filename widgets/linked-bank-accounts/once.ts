/** Something that is read once when it is unfolded, and again when there is something newer. */
import type { InlayError } from '../shared/inlay-error.ts';
import type { Session } from '../shared/settings.ts';
import { announce } from './learn.ts';
import type { Listing } from './listing.ts';

export type Reading<T> =
  | { readonly name: 'loading' }
  | { readonly name: 'known'; readonly value: T }
  | { readonly name: 'failed'; readonly error: InlayError };

export class Once<T> {
  reading: Reading<T> = { name: 'loading' };
  readonly #flow: Listing;
  readonly #read: (session: Session, signal: AbortSignal) => Promise<T>;
  readonly #changed: () => void;
  #turn = 0;

  constructor(flow: Listing, read: (session: Session, signal: AbortSignal) => Promise<T>, changed: () => void) {
    this.#flow = flow;
    this.#read = read;
    this.#changed = changed;
  }

  /** What is known stays until there is something newer. */
  async load(): Promise<void> {
    const { session, work } = this.#flow;
    if (!session || !work) return;
    const turn = ++this.#turn;
    if (this.reading.name === 'failed') this.#to({ name: 'loading' });
    const reading = await this.#read(session, work.signal).then(
      (value): Reading<T> => ({ name: 'known', value }),
      (cause): Reading<T> | undefined =>
        work.signal.aborted ? undefined : { name: 'failed', error: announce(this.#flow, cause) },
    );
    if (reading && turn === this.#turn && !work.signal.aborted) this.#to(reading);
  }

  #to(reading: Reading<T>): void {
    this.reading = reading;
    this.#changed();
  }
}
