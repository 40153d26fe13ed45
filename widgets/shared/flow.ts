/**
 * The life of a flow in its element: it begins once the element is on a page and knows whom to ask, and ends when either
 * changes. Here is what every element needs before its first render; a flow's `later.ts` has what can wait.
 */
import type { ReactiveController } from 'lit';
import type { InlayElement } from './inlay-element.ts';
import { page, type Session } from './settings.ts';

/** The code of a flow that can wait until its first render is done. */
export interface LaterCode<F> {
  loadWords(locale: string): Promise<void>;
  begin(flow: F, signal: AbortSignal): void;
  beforeUpdate(flow: F): void;
  afterUpdate(flow: F): void;
  fail(flow: F, error: unknown): Promise<void>;
}

export abstract class Flow<Host extends InlayElement, State extends { readonly name: string }, Later extends object>
  implements ReactiveController
{
  declare state: State;
  declare later: (Later & LaterCode<this>) | undefined;
  /** Whether the person turned to the element, so that what happens is worth announcing. */
  declare engaged: boolean | undefined;
  declare session: Session | undefined;
  /** Aborts when the element leaves the page, or the person does. */
  declare work: AbortController | undefined;
  declare readonly host: Host;
  declare readonly initial: State;
  /** Whether `inlay-ready` has been told. */
  declare protected shown: boolean | undefined;

  constructor(host: Host, initial: State) {
    this.host = host;
    this.state = this.initial = initial;
    host.addController(this);
  }

  protected abstract importLater(): Promise<Later & LaterCode<this>>;
  /** What is shown where not even the code that tells of errors could be loaded. */
  protected abstract broken(): State;
  /** Asks the Worker for what is shown. */
  abstract ask(): Promise<void>;
  /** The first question, once the first render is done. */
  protected look(): Promise<void> {
    return this.ask();
  }
  /** Somebody else may be signed in: nothing that was known is theirs. */
  protected forget(): void {}

  /** A moved element is disconnected and connected again in one go: it keeps working. */
  hostDisconnected(): void {
    queueMicrotask(() => {
      if (this.host.isConnected) return;
      this.work?.abort();
      this.work = undefined;
      this.forget();
      if (this.state.name !== 'ready') this.state = this.initial;
    });
  }

  hostConnected(): void {
    this.host.requestUpdate();
  }

  hostUpdate(): void {
    this.later?.beforeUpdate(this);
  }

  /** After every update: who is signed in may have changed. */
  hostUpdated(): void {
    this.later?.afterUpdate(this);
    const { session, isConnected } = this.host;
    const same = session === this.session;
    if (!isConnected || (same && this.work)) return;
    this.work?.abort();
    this.work = new AbortController();
    this.session = session;
    if (!same) {
      this.forget();
      if (this.state !== this.initial) this.to(this.initial);
    }
    const { signal } = this.work;
    // A task of its own: what was rendered may be painted before the person's token is asked for.
    setTimeout(() => signal.aborted || this.begin(signal));
  }

  async to(state: State): Promise<void> {
    this.state = state;
    this.host.requestUpdate();
    await this.host.updateComplete;
    if (this.shown || state === this.initial || state.name === 'busy') return;
    this.shown = true;
    this.host.emit('ready');
  }

  async fail(error: unknown, signal?: AbortSignal): Promise<void> {
    await this.loadLater().catch(() => undefined);
    if (signal?.aborted) return;
    await (this.later?.fail(this, error) ?? this.to(this.broken()));
  }

  async loadLater(): Promise<Later & LaterCode<this>> {
    const later = await this.importLater();
    await later.loadWords(this.host.locale);
    this.later = later;
    return later;
  }

  /** Does, at once where it is here, what only the code that can wait knows how to do; a failure is told. */
  async act(how: (later: Later & LaterCode<this>) => Promise<void>): Promise<void> {
    const { work } = this;
    try {
      await how(this.later ?? (await this.loadLater()));
    } catch (error) {
      await this.fail(error, (work ?? this.work)?.signal);
    }
  }

  /** What a click does. Nothing is awaited before a window opens, once the code for that is here. */
  protected async engage(how: (later: Later & LaterCode<this>) => Promise<void>): Promise<void> {
    this.engaged = true;
    if (!this.host.disabled) await this.act(how);
  }

  /** Asks the Worker and takes its answer in. @param quietly a failure changes nothing that is shown */
  protected async read<T>(
    question: (session: Session, signal: AbortSignal) => Promise<T>,
    take: (answer: T) => Promise<void>,
    quietly = false,
  ): Promise<void> {
    const { session, work } = this;
    if (!session || !work) return;
    try {
      const answer = await this.inWords(question(session, work.signal));
      if (!work.signal.aborted) await take(answer);
    } catch (error) {
      if (!quietly) await this.fail(error, work.signal);
    }
  }

  /**
   * An answer of the Worker's together with the words to say it in; English ones are at hand, unless the page has its own.
   * Others are used as soon as they have come: an answer may take its time, and what waits for it has a name.
   */
  protected async inWords<T>(answer: Promise<T>): Promise<T> {
    const atHand = !page.settings.messages && /^en/i.test(this.host.locale);
    const [said] = await Promise.all([answer, atHand || this.loadLater().then(() => this.host.requestUpdate())]);
    return said;
  }

  protected async begin(signal: AbortSignal): Promise<void> {
    if (this.session) await this.look();
    try {
      (await this.loadLater()).begin(this, signal);
    } catch (error) {
      if (this.state === this.initial) await this.fail(error, signal);
    }
  }
}
