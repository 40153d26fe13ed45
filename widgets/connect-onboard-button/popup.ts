/** Onboarding in a window of its own: opening it, noticing its end, and the returning page's part in it. */
import { isInAppBrowser } from '../shared/in-app-browser.ts';

/** Says only "ask the Worker again": nothing that would be worth forging. */
interface Returned {
  readonly site: string;
  readonly flow: 'onboard';
  readonly event: 'returned';
}

const CHANNEL = 'inlay';
const POLL_MS = 500;

/** Must run in the click itself. Null when the browser opens none. */
export function openWindow(text: string): Window | null {
  if (isInAppBrowser(navigator.userAgent)) return null;
  const width = 520;
  const height = 760;
  const left = Math.max(0, Math.round(screenX + (outerWidth - width) / 2));
  const top = Math.max(0, Math.round(screenY + (outerHeight - height) / 2));
  const opened = open('', '_blank', `popup,width=${width},height=${height},left=${left},top=${top}`);
  if (!opened || opened.closed) return null;
  opened.document.title = text;
  opened.document.body.textContent = text;
  // Stripe's page has no business with the page that opened it.
  opened.opener = null;
  return opened;
}

export type WindowNews = 'returned' | 'window_closed' | 'glance';

/**
 * Tells of the page that returned, the closed window, and of the person looking at this page again. The channel is
 * heard until `signal` aborts, for a page with a COOP header looks closed to its opener while it is still open.
 */
export function watchWindow(
  opened: Window,
  site: string | undefined,
  signal: AbortSignal,
  tell: (news: WindowNews) => void,
): void {
  const channel = new BroadcastChannel(CHANNEL);
  const timer = setInterval(() => {
    if (opened.closed) end('window_closed');
  }, POLL_MS);
  const end = (news: WindowNews) => {
    clearInterval(timer);
    tell(news);
  };
  channel.onmessage = ({ data }: MessageEvent<Partial<Returned> | null>) => {
    if (site && data?.site === site && data.flow === 'onboard' && data.event === 'returned') end('returned');
  };
  addEventListener('focus', () => !opened.closed && tell('glance'), { signal });
  signal.addEventListener('abort', () => {
    clearInterval(timer);
    channel.close();
  });
}

/** Called by the page that Stripe returns to: tells the opener and closes this window, where the browser lets it. */
export function returnToOpener(site: string): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage({ site, flow: 'onboard', event: 'returned' } satisfies Returned);
  channel.close();
  close();
}
