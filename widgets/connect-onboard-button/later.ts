/** What onboarding needs beyond a first click: loaded after the first render, or when there is need of it before. */

import { detailWords } from '../shared/messages/detail-words.ts';
import { errorWords } from '../shared/messages/error-words.ts';
import { page, type Session } from '../shared/settings.ts';
import { FRESH_MS, type Onboarding } from './onboarding.ts';
import { returnToOpener, watchWindow } from './popup.ts';
import { takeMarker } from './return-marker.ts';

export { detailStyles } from './details.styles.ts';
export { messageOf, statusLine, summary } from './details.ts';
export { openWindow } from './popup.ts';

export async function load(locale: string): Promise<void> {
  await Promise.all([detailWords.load(locale), errorWords.load(locale)]);
}

const openWindows = new WeakMap<Onboarding, Window>();

/** Brings the window that is open to the front again. */
export function showWindow(flow: Onboarding): void {
  openWindows.get(flow)?.focus();
}

/** Acts on the marker of a return, for the first element that finds one. */
export function comeBack(flow: Onboarding, session: Session): boolean {
  const marker = takeMarker();
  flow.engaged ||= marker !== undefined;
  switch (marker) {
    case 'onboard-refresh':
    case 'onboard-popup-refresh':
      flow.follow(null, marker);
      return true;
    case 'onboard-return':
      flow.ask('returned');
      return true;
    case 'onboard-popup-return':
      returnToOpener(session.site);
      flow.ask('left_open');
      return true;
    case undefined:
      return false;
  }
}

export function sendAway(flow: Onboarding, opened: Window, url: string, signal: AbortSignal): void {
  openWindows.set(flow, opened);
  flow.to({ type: 'window_opened' });
  if (!opened.closed) opened.location.replace(url);
  watchWindow(opened, flow.session?.site, signal, (news) => flow.ask(news));
}

/** Keeps up with what happens to the page, until the element leaves it. */
export function attend(flow: Onboarding, signal: AbortSignal): void {
  const when = (target: EventTarget, type: string, act: (event: Event) => void) =>
    target.addEventListener(type, act, { signal });

  when(window, 'pageshow', (event) => {
    if (!(event instanceof PageTransitionEvent && event.persisted)) return;
    flow.stay();
    flow.ask('glance');
  });
  when(window, 'online', () => {
    const { state } = flow;
    if (state.name === 'failed' && state.error?.type === 'connection_error') flow.retry();
  });
  when(document, 'visibilitychange', () => {
    if (!document.hidden && flow.state.name === 'ready') flow.ask('glance', FRESH_MS);
  });
  when(page, 'account', (event) => {
    const { session, asking } = flow;
    if (asking || !session || !(event instanceof CustomEvent) || event.detail !== session) return;
    session.account?.answer.then((account) => flow.learn(account, 'load')).catch(() => undefined);
  });

  // An element inherits its language: any `lang` on the way up may change.
  const languages = new MutationObserver(() => flow.host.requestUpdate());
  languages.observe(document, { attributeFilter: ['lang'], subtree: true });
  signal.addEventListener('abort', () => languages.disconnect());
}
