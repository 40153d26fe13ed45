/** What every flow does about what happens to the page, once its first render is done. */
import { dress } from './dress.ts';
import { asInlayError, report, settingMissing } from './errors.ts';
import type { InlayElement } from './inlay-element.ts';
import type { InlayError } from './inlay-error.ts';
import { moreContrast } from './more-contrast.styles.ts';
import { page, type Session } from './settings.ts';
import { voiceOf } from './voice.ts';

/** As much of a flow as is looked at here. */
interface Living {
  readonly host: InlayElement;
  readonly session: Session | undefined;
  readonly state: { readonly name: string; readonly error?: InlayError | null };
  readonly later: { loadWords(locale: string): Promise<void> } | undefined;
  fail(error: unknown, signal?: AbortSignal): Promise<void>;
}

export interface Turns {
  /** The page comes out of the browser's cache: requests that were under way have died. */
  readonly restored: () => void;
  /** There is a connection again, after there was none. */
  readonly online: () => void;
}

/** Listens until the element leaves the page. */
export type When = (target: EventTarget, type: string, act: (event: Event) => void) => void;

export function whenOn(signal: AbortSignal): When {
  return (target, type, act) => target.addEventListener(type, act, { signal });
}

export function keepUp(flow: Living, signal: AbortSignal, { restored, online }: Turns): void {
  const { host } = flow;
  dress(host.shadowRoot, moreContrast);
  const when = whenOn(signal);
  when(window, 'pageshow', (event) => event instanceof PageTransitionEvent && event.persisted && restored());
  when(window, 'online', () => {
    const { name, error } = flow.state;
    if (name === 'failed' && error?.type === 'connection_error') online();
  });
  when(page, 'settings', () => host.requestUpdate());

  // Whatever was set while this was on its way.
  host.requestUpdate();
}

/** Not configured yet is an error only once the page's own scripts have had their turn. */
export function awaitSettings(flow: Living, signal: AbortSignal, signedOut: () => void): void {
  if (flow.session) return;
  if (page.signedOut) signedOut();
  else afterPage(signal, () => flow.session || flow.fail(missing(flow.host), signal));
}

/** Acts once the page's own scripts have had their turn. */
export function afterPage(signal: AbortSignal, act: () => void): void {
  if (document.readyState === 'complete') act();
  else addEventListener('load', act, { once: true, signal });
}

/** The setting that an element cannot do without. */
export function missing({ site, api }: InlayElement): InlayError {
  return settingMissing(site || page.settings.site, api || page.settings.api);
}

/** Tells the developer and the host page of an error; what the person reads is the flow's to say. */
export function tellOf(flow: Living, error: InlayError): void {
  const { host, session } = flow;
  host.emit('error', report(error, host, session));
}

/** A failure as the flow's next state has it, told of once that is shown. */
export async function failWith(
  flow: Living,
  cause: unknown,
  show: (error: InlayError) => Promise<void>,
): Promise<void> {
  const { host, session } = flow;
  const error = asInlayError(cause);
  const detail = report(error, host, session);
  await show(error);
  host.emit('error', detail);
}

/** For which language, and with which words of the page's own. */
const asked = new WeakMap<object, readonly [locale: string, messages: unknown]>();

/** Gets the words of a language that is new to the element, which is rendered anew with them. @returns whether this is its first update */
export function speak(flow: Living): boolean {
  const { host, later } = flow;
  const { locale } = host;
  const { messages } = page.settings;
  const before = asked.get(flow);
  if (before?.[0] !== locale || before[1] !== messages) later?.loadWords(locale);
  asked.set(flow, [locale, messages]);
  return before === undefined;
}

/** Shows to `:state()` what the flow is up to. */
export function markState({ states }: InlayElement, mark: 'busy' | 'done' | 'failed' | undefined): void {
  states?.clear();
  if (mark) states?.add(mark);
}

/** Says which language the words are in, and which way that runs: neither may be the page's. */
export function sayLanguage(host: InlayElement): void {
  const voice = voiceOf(host);
  for (const part of host.renderRoot.children) {
    part.setAttribute('lang', voice.lang());
    part.setAttribute('dir', voice.dir());
  }
}
