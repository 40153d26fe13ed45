/** A page with elements on it, as a test sets it up and reads it. */
import { fixture, oneEvent } from '@open-wc/testing';
import { arrived } from './on-its-way.ts';

/** An element's file says which tag is its own. */
export type Tag = Extract<
  keyof HTMLElementTagNameMap,
  `${'connect' | 'link' | 'linked' | 'cashapp' | 'saved'}-${string}`
>;

/** An element that has shown its first state, and been told of everything that is loaded after it. */
export async function shown<T extends Tag>(
  tag: T,
  attributes: Record<string, string> = {},
): Promise<HTMLElementTagNameMap[T]> {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  const ready = oneEvent(element, 'inlay-ready');
  await Promise.all([fixture(element), ready]);
  await settled();
  return element;
}

/** What is loaded after a first render has arrived: modules that are known already, and the updates they ask for. */
export async function settled(): Promise<void> {
  await Promise.all([
    import('../connect-onboard-button/later.ts'),
    import('../link-bank-account/later.ts'),
    import('../cashapp-save-method/later.ts'),
    import('../saved-payment-methods/later.ts'),
    import('../connect-checkout-button/later.ts'),
  ]);
  await arrived();
}

export function words(element: Element): string {
  return [...(element.shadowRoot?.children ?? [])]
    .map(({ textContent }) => textContent)
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}

export function button(element: Element): HTMLButtonElement {
  const found = element.shadowRoot?.querySelector('button');
  if (!found) throw new Error(`${element.localName} shows no button, but: ${words(element)}`);
  return found;
}

export function part(element: Element, name: string): HTMLElement | null {
  return element.shadowRoot?.querySelector<HTMLElement>(`[part~="${name}"]`) ?? null;
}

export interface Heard {
  readonly type: string;
  readonly detail: unknown;
}

const names = ['ready', 'start', 'change', 'success', 'cancel', 'error'];

/** Every `inlay-*` event that reaches the document until `signal` aborts. */
export function hear(signal: AbortSignal): Heard[] {
  const heard: Heard[] = [];
  for (const name of names) {
    const note = (event: Event) =>
      heard.push({ type: event.type, detail: event instanceof CustomEvent && event.detail });
    document.addEventListener(`inlay-${name}`, note, { signal });
  }
  return heard;
}

/** Puts a parameter on this page's address, as a return from Stripe does. */
export function visit(search: string, hash = ''): void {
  history.replaceState(null, '', `${location.pathname}${search}${hash}`);
}

/** Keeps what is written to the console as a warning or an error from the test's output, and gives it to the test. */
export function quietConsole(signal: AbortSignal): string[] {
  const { error, info, warn } = console;
  const lines: string[] = [];
  console.error = console.info = console.warn = (...parts) => lines.push(parts.join(' '));
  signal.addEventListener('abort', () => Object.assign(console, { error, info, warn }));
  return lines;
}
