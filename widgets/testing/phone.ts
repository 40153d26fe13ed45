const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 Safari/604.1';

/** Until `signal` aborts, this browser says that it is a phone's. */
export function onPhone(signal: AbortSignal, userAgent = IPHONE): void {
  Object.defineProperty(navigator, 'userAgent', { value: userAgent, configurable: true });
  signal.addEventListener('abort', () => Reflect.deleteProperty(navigator, 'userAgent'));
}

/** Until `signal` aborts, the page is hidden, or shown again. */
export function hide(signal: AbortSignal, hidden: boolean): void {
  Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
  signal.addEventListener('abort', () => Reflect.deleteProperty(document, 'hidden'));
}
