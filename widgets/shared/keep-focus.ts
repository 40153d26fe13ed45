import type { InlayElement } from './inlay-element.ts';

const focused = new WeakSet<InlayElement>();

/** Before an update: whether the focus is in the element. */
export function rememberFocus(host: InlayElement): void {
  if (host.shadowRoot?.activeElement) focused.add(host);
  else focused.delete(host);
}

/** After it: where the button has given way to a status, whoever was on it stays in the same place. */
export function keepFocus(host: InlayElement, place = '[part~=status]'): void {
  const { shadowRoot } = host;
  if (!focused.has(host) || shadowRoot?.activeElement) return;
  shadowRoot?.querySelector<HTMLElement>(place)?.focus();
}
