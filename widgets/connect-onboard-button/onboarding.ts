/**
 * Leads a merchant to Stripe, for any element. Here is what a first click needs, and no byte more; `later.ts`, loaded as
 * soon as the button is there, has the rest.
 */
import type { ReactiveController } from 'lit';
import type { AccountLinkRequest } from '../../worker/contract.ts';
import { createAccountLink, readAccount } from '../shared/account-api.ts';
import type { InlayElement } from '../shared/inlay-element.ts';
import type { Session } from '../shared/settings.ts';
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

export class Onboarding implements ReactiveController {
  state: State = initial;
  later: Later | undefined;
  /** Whether the person turned to the element, so that what happens is worth announcing. */
  engaged = false;
  session: Session | undefined;
  /** Aborts when the element leaves the page, or the person does. */
  work: AbortController | undefined;
  readonly host: OnboardingHost;
  #shown = false;

  constructor(host: OnboardingHost) {
    this.host = host;
    host.addController(this);
  }

  /** A moved element is disconnected and connected again in one go: it keeps working. */
  hostDisconnected(): void {
    queueMicrotask(() => {
      if (this.host.isConnected) return;
      this.work?.abort();
      this.work = undefined;
      if (this.state.name !== 'ready') this.state = initial;
    });
  }

  hostConnected(): void {
    this.host.requestUpdate();
  }

  hostUpdate(): void {
    this.later?.beforeUpdate(this);
  }

  /** After every update: whose account this is may have changed. */
  hostUpdated(): void {
    this.later?.afterUpdate(this);
    const { session, isConnected } = this.host;
    const same = session === this.session;
    if (!isConnected || (same && this.work)) return;
    this.work?.abort();
    this.work = new AbortController();
    this.session = session;
    if (!same && this.state !== initial) this.to(initial);
    const { signal } = this.work;
    // A task of its own: what was rendered may be painted before the person's token is asked for.
    setTimeout(() => signal.aborted || this.#begin(signal));
  }

  /** What a click does. Nothing is awaited before a window opens. */
  async start(): Promise<void> {
    this.engaged = true;
    if (this.host.disabled) return;
    if (this.later) await this.later.start(this);
    else if (this.state.name !== 'busy') await this.leave((url) => location.assign(url));
  }

  /** Fetches a link, and goes there. */
  async leave(go: (url: string) => void, how?: Partial<AccountLinkRequest>): Promise<void> {
    const { host, session, work, state } = this;
    if (!session || !work) return;
    host.emit('start');
    this.to({ name: 'busy', account: state.account, doing: 'start' });
    try {
      // Resolved against the page's address, an empty path is the page itself without its hash.
      const return_url = new URL(host.returnPath || '', location.href).href;
      const { url } = await createAccountLink(session, { return_url, presentation: 'redirect', ...how }, work.signal);
      work.signal.throwIfAborted();
      if (!isFollowable(url)) throw new Error('The link is not https.');
      go(url);
    } catch (error) {
      await this.fail(error, work.signal);
    }
  }

  async ask(reason: Reason = 'load', maxAge = 0): Promise<void> {
    const { host, session, work } = this;
    if (!session || !work) return;
    try {
      const english = /^en/i.test(host.locale);
      const [account] = await Promise.all([readAccount(session, maxAge, work.signal), english || this.loadLater()]);
      if (account.status !== 'none') await this.loadLater();
      if (!work.signal.aborted) await (this.later?.learn(this, account, reason) ?? this.to({ name: 'ready', account }));
    } catch (error) {
      if (reason !== 'glance') await this.fail(error, work.signal);
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

  async fail(error: unknown, signal: AbortSignal): Promise<void> {
    await this.loadLater().catch(() => undefined);
    if (signal.aborted) return;
    await (this.later?.fail(this, error) ?? this.to({ name: 'failed', account: null, error: null, again: 'load' }));
  }

  async loadLater(): Promise<Later> {
    const later = await import('./later.ts');
    await later.loadWords(this.host.locale);
    this.later = later;
    return later;
  }

  async #begin(signal: AbortSignal): Promise<void> {
    const returned = location.search.includes('inlay=onboard-');
    if (this.session && !returned && this.host.presentation !== 'popup') await this.ask('load', FRESH_MS);
    try {
      (await this.loadLater()).begin(this, signal);
    } catch (error) {
      if (this.state === initial) await this.fail(error, signal);
    }
  }
}

/** Plain http only from a page that is plain http itself; nothing else, `javascript:` least of all. */
function isFollowable(link: string): boolean {
  return link.startsWith('https:') || (link.startsWith('http:') && location.protocol === 'http:');
}
