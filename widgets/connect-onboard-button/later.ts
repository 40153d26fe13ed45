/** What onboarding needs beyond a first click: loaded after the first render, or when there is need of it before. */
import type { Account } from '../../worker/contract.ts';
import { asInlayError, report, settingMissing } from '../shared/errors.ts';
import { errorWords } from '../shared/messages/error-words.ts';
import { onboardWords } from '../shared/messages/onboard-words.ts';
import { page, type Session } from '../shared/settings.ts';
import { renewToken } from '../shared/token-age.ts';
import { initial } from './flow.ts';
import { FRESH_MS, type Onboarding, type Reason } from './onboarding.ts';
import { openWindow, returnToOpener, watchWindow } from './popup.ts';
import { takeMarker } from './return-marker.ts';
import { canStart, type Happening, isDone, next } from './transitions.ts';

export { afterUpdate, beforeUpdate } from './around-update.ts';
export { labelOf, messageOf, view } from './details.ts';

/** Gets all that onboarding says in a language. */
export async function loadWords(locale: string): Promise<void> {
  await Promise.all([onboardWords.load(locale), errorWords.load(locale)]);
}

/** A browser that has not left the page by then will not. */
const LEAVING_MS = 15_000;

function happen(flow: Onboarding, happening: Happening): Promise<void> {
  return flow.to(next(flow.state, happening));
}

/** Begins with what the first render left to do: missing settings, a return from Stripe, a window to come. */
export function begin(flow: Onboarding, signal: AbortSignal): void {
  if (signal.aborted) return;
  attend(flow, signal);
  if (flow.session) comeBack(flow, flow.session);
  else awaitSettings(flow, signal);
}

function comeBack(flow: Onboarding, { site }: Session): void {
  const marker = takeMarker();
  flow.engaged ||= marker !== undefined;
  const replace = (url: string) => location.replace(url);
  switch (marker) {
    case 'onboard-refresh':
      flow.leave(replace, { refresh: true });
      break;
    case 'onboard-popup-refresh':
      flow.leave(replace, { refresh: true, presentation: 'popup' });
      break;
    case 'onboard-return':
      ask(flow, 'returned');
      break;
    case 'onboard-popup-return':
      returnToOpener(site);
      ask(flow, 'left_open');
      break;
    case undefined:
      if (flow.state === initial) flow.ask('load', FRESH_MS);
  }
}

/** Not configured yet is an error only once the page's own scripts have had their turn. */
function awaitSettings(flow: Onboarding, signal: AbortSignal): void {
  if (page.signedOut) happen(flow, { type: 'logout' });
  else if (document.readyState === 'complete') flow.fail(missing(flow), signal);
  else addEventListener('load', () => flow.session || flow.fail(missing(flow), signal), { once: true, signal });
}

function missing({ host }: Onboarding) {
  return settingMissing(host.site || page.settings.site, host.api || page.settings.api);
}

const openWindows = new WeakMap<Onboarding, Window>();

/** What a click does: it starts, unless there is an open window to show again or a failure to try again. */
export async function start(flow: Onboarding): Promise<void> {
  const { state, host } = flow;
  if (state.name === 'away') openWindows.get(flow)?.focus();
  if (state.name === 'failed' && state.again === 'load') return retry(flow);
  if (!canStart(state)) return;
  const opened = host.presentation === 'popup' && openWindow(onboardWords.in(host.locale).opening);
  if (!opened) {
    await flow.leave((url) => location.assign(url));
    const { state: leaving } = flow;
    setTimeout(() => flow.state === leaving && stay(flow), LEAVING_MS);
    return;
  }
  await flow.leave((url) => sendAway(flow, opened, url), { presentation: 'popup' });
  if (flow.state.name !== 'away') opened.close();
}

function sendAway(flow: Onboarding, opened: Window, url: string): void {
  const { session, work } = flow;
  if (!session || !work) return;
  openWindows.set(flow, opened);
  happen(flow, { type: 'window_opened' });
  // A window closed in the meantime is noticed like one closed later.
  if (!opened.closed) opened.location.replace(url);
  watchWindow(opened, session.site, work.signal, (news) => ask(flow, news));
}

async function retry(flow: Onboarding): Promise<void> {
  if (!flow.session) return flow.fail(missing(flow), new AbortController().signal);
  happen(flow, { type: 'retry' });
  await flow.ask(owed.get(flow));
}

/** Why an element last asked and got no answer: a second try still owes the page the outcome. */
const owed = new WeakMap<Onboarding, Reason>();

function ask(flow: Onboarding, reason: Reason): void {
  if (reason !== 'glance') owed.set(flow, reason);
  flow.ask(reason);
}

/** The browser came back, or never left. */
function stay(flow: Onboarding): void {
  const { name, account } = flow.state;
  if (name === 'busy') happen(flow, { type: 'settled', account });
}

/** The person turns to the element: a token that ran out is renewed now, so that the click is one request. */
function engage(flow: Onboarding): void {
  flow.engaged = true;
  if (flow.session && canStart(flow.state)) renewToken(flow.session);
}

/** One element has read where the merchant stands: the others on the page show the same. */
class News extends Event {
  readonly from: Onboarding;
  readonly session: Session | undefined;
  readonly account: Account;
  constructor(from: Onboarding, account: Account) {
    super('account');
    this.from = from;
    this.session = from.session;
    this.account = account;
  }
}

export async function learn(flow: Onboarding, account: Account, reason: Reason): Promise<void> {
  if (reason !== 'glance') owed.delete(flow);
  page.dispatchEvent(new News(flow, account));
  await takeIn(flow, account, reason);
}

/** Takes in where the merchant stands, and tells the host page what came of it. */
async function takeIn(flow: Onboarding, account: Account, reason: Reason): Promise<void> {
  const { state, host } = flow;
  const changed = JSON.stringify(state.account) !== JSON.stringify(account);
  const away = state.name === 'away';
  // The window may have told of its end after this page has noticed it.
  const returned = reason === 'returned' && (changed || state.name !== 'ready');
  const outcome = returned || (away && changed && isDone(account));
  const over = outcome || reason === 'window_closed';
  await happen(flow, { type: reason === 'left_open' ? reason : over ? 'settled' : 'account', account });
  if (outcome || (state.account && changed)) host.emit('change', { account });
  if (outcome && isDone(account)) host.emit('success', { account });
  else if (reason === 'window_closed' && away) host.emit('cancel');
}

export async function fail(flow: Onboarding, cause: unknown): Promise<void> {
  const { host, session } = flow;
  const error = asInlayError(cause);
  const detail = report(error, host.localName, session, host.locale);
  await happen(flow, { type: 'error', error });
  host.emit('error', detail);
}

/** Keeps up with what happens to the page, until the element leaves it. */
function attend(flow: Onboarding, signal: AbortSignal): void {
  const when = (target: EventTarget, type: string, act: (event: Event) => void) =>
    target.addEventListener(type, act, { signal });

  when(window, 'pageshow', (event) => {
    if (!(event instanceof PageTransitionEvent && event.persisted)) return;
    stay(flow);
    flow.ask('glance');
  });
  when(window, 'online', () => {
    const { state } = flow;
    if (state.name === 'failed' && state.error?.type === 'connection_error') retry(flow);
  });
  when(document, 'visibilitychange', () => {
    if (!document.hidden && flow.state.name === 'ready') flow.ask('glance', FRESH_MS);
  });
  when(page, 'settings', () => flow.host.requestUpdate());
  when(flow.host, 'pointerenter', () => engage(flow));
  when(flow.host, 'focusin', () => engage(flow));
  when(page, 'account', (event) => {
    const isOurs = event instanceof News && event.session === flow.session && event.from !== flow;
    if (isOurs) takeIn(flow, event.account, 'load');
  });

  // An element inherits its language: any `lang` on the way up may change.
  const languages = new MutationObserver(() => flow.host.requestUpdate());
  languages.observe(document, { attributeFilter: ['lang'], subtree: true });
  signal.addEventListener('abort', () => languages.disconnect());

  // Whatever was set while this was on its way.
  flow.host.requestUpdate();
}
