/** One go at showing a component: from asking for it until it is taken away. */
import type { Account, EmbeddedComponent } from '../../worker/contract.ts';
import { wear } from '../shared/appearance.ts';
import type { ConnectInstance, ConnectProblem } from '../shared/connect-js.ts';
import { InlayError } from '../shared/inlay-error.ts';
import type { Session } from '../shared/settings.ts';
import type { Connection, User } from './connection.ts';
import type { Embedding } from './embedding.ts';
import { readAccount, tellOfExit, tellOthers } from './exit.ts';
import type { Notifications } from './flow.ts';
import { fail, happen } from './learn.ts';
import { type Look, lookOf } from './look.ts';
import { mount, type Told } from './mount.ts';
import { join, leave, settleLooks } from './pool.ts';

/** What is refused of one component must not take the others with it. */
const OF_ONE: readonly string[] = ['component_not_allowed', 'stripe_refused'];

/** Why a component is made anew by itself. */
export type Why = 'look' | 'secret';

export class Showing implements User, Told {
  readonly session: Session;
  readonly component: EmbeddedComponent;
  /** Until it has begun to show itself, has failed, or is taken away. */
  readonly settled: Promise<void>;
  readonly #flow: Embedding;
  readonly #anew: (why: Why) => void;
  readonly #over = new AbortController();
  #settle: (outcome?: Promise<void>) => void = () => undefined;
  #look: Look | undefined;
  #connection: Connection | undefined;
  /** Where the merchant stood before onboarding; null where that is not known. */
  #account: Promise<Account | null> = Promise.resolve(null);

  constructor(flow: Embedding, session: Session, component: EmbeddedComponent, anew: (why: Why) => void) {
    this.#flow = flow;
    this.session = session;
    this.component = component;
    this.#anew = anew;
    this.settled = new Promise((resolve) => {
      this.#settle = resolve;
    });
  }

  get look(): Look {
    this.#look ??= this.#lookNow();
    return this.#look;
  }

  /** What is around it may have changed. */
  lookAgain(): void {
    if (!this.#connection) return;
    const { look } = this;
    this.#look = this.#lookNow();
    if (this.#look.key !== look.key) settleLooks();
  }

  async begin(): Promise<void> {
    try {
      await happen(this.#flow, { type: 'asked' });
      if (this.#isOver) return;
      // What is measured is then what will be seen.
      wear(this.#flow.host);
      const instance = await this.#connect();
      if (!this.#isOver) mount(this.#flow.host, this.component, instance, this, this.#over.signal);
    } catch (error) {
      this.failed(error);
    }
  }

  /** Stripe's component goes, and nothing more is heard of it. */
  end(): void {
    this.#over.abort();
    if (this.#connection) leave(this.#connection, this, this.#flow.session === this.session);
    if (this.#flow.showing === this) this.#flow.showing = undefined;
    this.#settle();
  }

  remake(): void {
    this.#anew('look');
  }

  started(): void {
    const { state } = this.#flow;
    if (this.#isOver || state.name === 'shown') return;
    if (this.component === 'account_onboarding') {
      this.#account = readAccount(this.session, this.#over.signal).catch(() => null);
    }
    this.#settle(happen(this.#flow, { type: 'shown' }));
  }

  broken({ type, message }: ConnectProblem): void {
    const connection = this.#connection;
    if (this.#isOver || !connection) return;
    connection.works = false;
    // The first time this ends here, with another secret.
    if (type === 'authentication_error') this.#anew('secret');
    this.failed(connection.problem(type, message));
  }

  failed(cause: unknown): void {
    if (this.#isOver) return;
    // The next try is made with all of it anew.
    if (this.#connection) this.#connection.works = false;
    const error = cause instanceof InlayError ? cause : (this.#connection?.problem(cause) ?? cause);
    this.#settle(fail(this.#flow, error));
    this.end();
  }

  async exited(): Promise<void> {
    const before = await this.#account;
    if (this.#isOver) return;
    try {
      this.#account = Promise.resolve(await tellOfExit(this.#flow, this.session, before, this.#over.signal));
    } catch (error) {
      this.failed(error);
    }
  }

  notified(notifications: Notifications): void {
    // What has something to tell is there.
    this.started();
    const { host, state } = this.#flow;
    if (this.#isOver || state.name !== 'shown') return;
    const before = state.notifications;
    happen(this.#flow, { type: 'notified', notifications });
    if (JSON.stringify(before) === JSON.stringify(notifications)) return;
    host.emit('change', { notifications });
    // What it told of before has been seen to, or something new has come up.
    if (before) tellOthers(this.#flow, this.session, this.#over.signal);
  }

  get #isOver(): boolean {
    return this.#over.signal.aborted || this.#flow.host.session !== this.session;
  }

  #lookNow(): Look {
    const { host } = this.#flow;
    return lookOf(host.shadowRoot?.querySelector('.probe') ?? host, host.locale);
  }

  async #connect(alone = false): Promise<ConnectInstance> {
    const connection = join(this.session, this.component, this, alone);
    this.#connection = connection;
    try {
      return await connection.instance;
    } catch (cause) {
      const isOfOne = cause instanceof InlayError && OF_ONE.includes(cause.code);
      if (!isOfOne || connection.components.size === 1 || this.#isOver) throw cause;
      leave(connection, this, true);
      return this.#connect(true);
    }
  }
}
