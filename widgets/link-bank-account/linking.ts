/**
 * Links bank accounts, for any element. Here is what is needed before a click, and no byte more; `later.ts`, loaded as
 * soon as the button is there, has the rest.
 */
import type { ReactiveController } from 'lit';
import { readTerms } from '../shared/bank-terms.ts';
import type { InlayElement } from '../shared/inlay-element.ts';
import type { Session } from '../shared/settings.ts';
import { type Consent, initial, type State } from './flow.ts';

/** A guest waits for nothing but its `start()`. */
const idle: State = { name: 'ready', terms: null, accounts: [] };

type Later = typeof import('./later.ts');

/** What narrows a session; a host without these asks for all that the token and the site allow. */
export interface LinkingHost extends InlayElement {
  permissions?: string | null | undefined;
  prefetch?: string | null | undefined;
  country?: string | null | undefined;
  subcategories?: string | null | undefined;
  maxAccounts?: number | string | null | undefined;
  returnPath?: string | null | undefined;
}

export class Linking implements ReactiveController {
  state: State;
  later: Later | undefined;
  /** Whether the person turned to the element, so that what happens is worth announcing. */
  engaged = false;
  session: Session | undefined;
  /** Aborts when the element leaves the page, or the person does. */
  work: AbortController | undefined;
  readonly host: LinkingHost;
  /** In an element with a content of its own: asks for nothing before `start()`, and leaves `:state()` and `inlay-ready` alone. */
  readonly guest: boolean;
  readonly #first: State;
  #shown: boolean;

  constructor(host: LinkingHost, guest = false) {
    this.host = host;
    this.guest = guest;
    this.#shown = guest;
    this.#first = guest ? idle : initial;
    this.state = this.#first;
    host.addController(this);
  }

  /** A moved element is disconnected and connected again in one go: it keeps working. */
  hostDisconnected(): void {
    queueMicrotask(() => {
      if (this.host.isConnected) return;
      this.work?.abort();
      this.work = undefined;
      if (this.state.name !== 'ready') this.state = this.#first;
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
    this.later?.afterUpdate(this);
    const { session, isConnected } = this.host;
    const same = session === this.session;
    if (!isConnected || (same && this.work)) return;
    this.work?.abort();
    this.work = new AbortController();
    this.session = session;
    if (!same && this.state !== this.#first) this.to(this.#first);
    if (this.guest) return;
    const { signal } = this.work;
    // A task of its own: what was rendered may be painted before the person's token is asked for.
    setTimeout(() => signal.aborted || this.#begin(signal));
  }

  /** What a click does; with a `consent`, for just those permissions. */
  async start(consent: Consent = {}): Promise<void> {
    this.engaged = true;
    if (this.host.disabled) return;
    try {
      await (await this.loadLater()).start(this, consent);
    } catch (error) {
      await this.fail(error, this.work?.signal);
    }
  }

  /** Asks the Worker what a session would ask for. */
  async ask(): Promise<void> {
    const { host, session, work } = this;
    if (!session || !work) return;
    try {
      const english = /^en/i.test(host.locale);
      const [terms] = await Promise.all([readTerms(session, work.signal), english || this.loadLater()]);
      if (!work.signal.aborted) {
        await (this.later?.learn(this, terms) ?? this.to({ name: 'ready', terms, accounts: this.state.accounts }));
      }
    } catch (error) {
      await this.fail(error, work.signal);
    }
  }

  async to(state: State): Promise<void> {
    this.state = state;
    this.host.requestUpdate();
    await this.host.updateComplete;
    if (this.#shown || state.name === 'loading' || state.name === 'busy') return;
    this.#shown = true;
    this.host.emit('ready');
  }

  async fail(error: unknown, signal?: AbortSignal): Promise<void> {
    await this.loadLater().catch(() => undefined);
    if (signal?.aborted) return;
    await (this.later?.fail(this, error) ??
      this.to({ ...this.state, name: 'failed', error: null, again: { what: 'load' } }));
  }

  async loadLater(): Promise<Later> {
    const later = await import('./later.ts');
    await later.loadWords(this.host.locale);
    this.later = later;
    return later;
  }

  async #begin(signal: AbortSignal): Promise<void> {
    if (this.session) await this.ask();
    try {
      (await this.loadLater()).begin(this, signal);
    } catch (error) {
      if (this.state === initial) await this.fail(error, signal);
    }
  }
}
