/**
 * Carries out what `flow.ts` decides, for any element that leads a merchant to Stripe. Here is what a first click needs;
 * `later.ts`, loaded once the button is there, has the rest.
 */
import type { ReactiveController } from 'lit';
import type { Account, AccountLinkReturn } from '../../worker/contract.ts';
import { createAccountLink, readAccount } from '../shared/api.ts';
import type { InlayElement } from '../shared/inlay-element.ts';
import { words } from '../shared/messages/words.ts';
import { page, type Session } from '../shared/settings.ts';
import { userToken } from '../shared/token.ts';
import { followable, returnUrl } from './addresses.ts';
import { canStart, type Happening, initial, isDone, next, type State } from './flow.ts';

/** Elements of one page, and returns to a tab, share an answer this young. */
export const FRESH_MS = 15_000;
/** A browser that has not left the page by then will not. */
const LEAVING_MS = 15_000;

export type Later = typeof import('./later.ts');

export interface OnboardingHost extends InlayElement {
  presentation: string | null | undefined;
  returnPath: string | null | undefined;
}

/** Why the Worker is asked where the merchant stands. */
export type Reason =
  | 'load'
  /** The person pressed "Try again", or the connection is back. */
  | 'retry'
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
  /** Whether an answer is being waited for that this element asked for itself. */
  asking = 0;
  readonly host: OnboardingHost;

  /** Aborts when the element leaves the page, or the person does. */
  #work = new AbortController();
  #shown = false;
  #locale: string | undefined;

  constructor(host: OnboardingHost) {
    this.host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.host.requestUpdate();
  }

  /** A moved element is disconnected and connected again in one go: it keeps working. */
  hostDisconnected(): void {
    queueMicrotask(() => {
      if (!this.host.isConnected) this.#leave(this.state.name === 'ready' ? this.state : initial);
    });
  }

  /** After every update: whose account this is, or in which language, may have changed. */
  hostUpdated(): void {
    const { host } = this;
    if (!host.isConnected) return;
    if (host.locale !== this.#locale) this.#speak(host.locale);
    if (page.signedOut) {
      if (this.state.name !== 'signed_out') this.#leave(next(this.state, { type: 'logout' }));
      return;
    }
    const before = this.session;
    this.session = host.session;
    if (!this.session) this.#awaitSettings();
    else if (!before) this.#begin(this.session);
    else if (!isSamePerson(before, this.session)) this.#leave(initial);
  }

  /** What a click does. Nothing is awaited before the window opens. */
  async start(): Promise<void> {
    const { host, later, state } = this;
    this.engaged = true;
    if (host.disabled) return;
    if (state.name === 'away') later?.showWindow(this);
    if (state.name === 'failed' && state.again === 'load') return this.retry();
    if (!canStart(state)) return;
    const opened = (host.presentation === 'popup' && later?.openWindow(words.in(host.locale).opening)) || null;
    host.emit('start');
    await this.follow(opened);
  }

  /** A person turns to the element: a token that ran out is renewed now, so that the click is one request. */
  engage(): void {
    this.engaged = true;
    if (this.session && canStart(this.state)) userToken(this.session).catch(() => undefined);
  }

  /** Fetches a link and goes there: in `opened`, or with this page. */
  async follow(opened: Window | null, marker?: AccountLinkReturn): Promise<void> {
    const { signal } = this.#work;
    const { host, session } = this;
    if (!session) return;
    this.to({ type: 'begin', doing: 'start' });
    try {
      const presentation = opened || marker === 'onboard-popup-refresh' ? 'popup' : 'redirect';
      const body = { return_url: returnUrl(host.returnPath), presentation, ...(marker && { refresh: true }) } as const;
      const url = followable((await createAccountLink(session, body, signal)).url);
      if (opened) this.later?.sendAway(this, opened, url, signal);
      else {
        if (marker) location.replace(url);
        else location.assign(url);
        setTimeout(() => this.stay(), LEAVING_MS);
      }
    } catch (error) {
      opened?.close();
      if (!signal.aborted) await this.#fail(error);
    }
  }

  /** Asks the Worker again, after a failure. */
  retry(): Promise<void> {
    this.to({ type: 'begin', doing: 'load' });
    return this.ask('retry');
  }

  async ask(reason: Reason, maxAge = 0): Promise<void> {
    const { signal } = this.#work;
    this.asking++;
    try {
      if (!this.session) throw await this.#settingMissing();
      await this.learn(await readAccount(this.session, maxAge, signal), reason);
    } catch (error) {
      if (!signal.aborted && reason !== 'glance') await this.#fail(error);
    } finally {
      this.asking--;
    }
  }

  async learn(account: Account, reason: Reason): Promise<void> {
    const { signal } = this.#work;
    await Promise.all([words.load(this.host.locale), account.status !== 'none' && this.loadLater()]);
    if (signal.aborted) return;
    const before = this.state;
    const changed = JSON.stringify(before.account) !== JSON.stringify(account);
    const outcome = reason === 'returned' || (before.name === 'away' && changed && isDone(account));
    const over = outcome || reason === 'retry' || reason === 'window_closed' || reason === 'left_open';
    const note = reason === 'left_open' && ({ note: 'close_window' } as const);
    await this.to({ type: over ? 'settled' : 'account', account, ...note });
    if (outcome || (before.account && changed)) this.host.emit('change', { account });
    if (outcome && isDone(account)) this.host.emit('success', { account });
    else if (reason === 'window_closed' && !changed) this.host.emit('cancel');
  }

  async to(happening: Happening): Promise<void> {
    this.state = next(this.state, happening);
    this.host.requestUpdate();
    await this.host.updateComplete;
    if (this.#shown || this.state.name === 'loading' || this.state.name === 'busy') return;
    this.#shown = true;
    this.host.emit('ready');
  }

  /** The browser came back, or never left. */
  stay(): void {
    const { name, account } = this.state;
    if (name === 'busy') this.to({ type: 'settled', account });
  }

  async loadLater(): Promise<Later> {
    this.later ??= await import('./later.ts');
    await this.later.load(this.host.locale);
    return this.later;
  }

  async #begin(session: Session): Promise<void> {
    const { signal } = this.#work;
    const returned = /[?&]inlay=onboard-/.test(location.search);
    if (this.state.name === 'signed_out') this.to({ type: 'reload' });
    if (returned || this.host.presentation === 'popup') await this.loadLater().catch(() => undefined);
    if (signal.aborted) return;
    if (!returned || !this.later?.comeBack(this, session)) await this.ask('load', FRESH_MS);
    this.loadLater().then(
      (later) => signal.aborted || later.attend(this, signal),
      () => undefined,
    );
  }

  #leave(state: State): void {
    this.#work.abort();
    this.#work = new AbortController();
    this.session = undefined;
    this.state = state;
    this.host.requestUpdate();
  }

  async #fail(cause: unknown): Promise<void> {
    const { host } = this;
    const errors = await import('../shared/errors.ts').catch(() => undefined);
    const error = errors?.asInlayError(cause) ?? null;
    const detail = error && (await errors?.report(error, host.localName, this.session, host.locale));
    await this.loadLater().catch(() => undefined);
    await this.to({ type: 'error', error });
    if (detail) host.emit('error', detail);
  }

  /** Not configured yet is an error only once the page's own scripts have had their turn. */
  #awaitSettings(): void {
    if (document.readyState !== 'complete') addEventListener('load', this.host, { once: true });
    else if (this.state.name === 'loading' && !this.asking) this.ask('load');
  }

  async #settingMissing(): Promise<Error> {
    const { settingMissing } = await import('../shared/errors.ts');
    return settingMissing(this.host.site || page.settings.site, this.host.api || page.settings.api);
  }

  async #speak(locale: string): Promise<void> {
    this.#locale = locale;
    await Promise.all([words.load(locale), this.later?.load(locale)]);
    this.host.requestUpdate();
  }
}

/** A framework may pass a new function on every render: that is not another person. */
function isSamePerson(one: Session, other: Session): boolean {
  const sameSource =
    one.source === other.source || (typeof one.source === 'function' && typeof other.source === 'function');
  return one.api === other.api && one.site === other.site && sameSource;
}
