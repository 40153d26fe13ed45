/** How an element begins, once its first render is done: with a return from Stripe, or waiting for settings. */
import { awaitSettings } from '../shared/keep-up.ts';
import type { Session } from '../shared/settings.ts';
import { attend } from './attend.ts';
import { initial } from './flow.ts';
import { happen } from './learn.ts';
import { leave } from './leave.ts';
import { FRESH_MS, type Onboarding } from './onboarding.ts';
import { askOwed } from './owed.ts';
import { returnToOpener } from './popup.ts';
import { takeMarker } from './return-marker.ts';

/** Begins with what the first render left to do: missing settings, a return from Stripe, a window to come. */
export function begin(flow: Onboarding, signal: AbortSignal): void {
  if (signal.aborted) return;
  attend(flow, signal);
  if (flow.session) comeBack(flow, flow.session);
  else awaitSettings(flow, signal, () => happen(flow, { type: 'logout' }));
}

function comeBack(flow: Onboarding, { site }: Session): void {
  const marker = takeMarker();
  flow.engaged ||= marker !== undefined;
  const replace = (url: string) => location.replace(url);
  switch (marker) {
    case 'onboard-refresh':
      leave(flow, replace, { refresh: true });
      break;
    case 'onboard-popup-refresh':
      leave(flow, replace, { refresh: true, presentation: 'popup' });
      break;
    case 'onboard-return':
      askOwed(flow, 'returned');
      break;
    case 'onboard-popup-return':
      returnToOpener(site);
      askOwed(flow, 'left_open');
      break;
    case undefined:
      if (flow.state === initial) flow.ask('load', FRESH_MS);
  }
}
