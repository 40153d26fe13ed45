/** What happens around every update of an element, once more than its first render is needed. */
import { moreTokens } from '../shared/more-tokens.styles.ts';
import { detailStyles } from './details.styles.ts';
import type { Linking } from './linking.ts';
import { customState } from './transitions.ts';

/** The language each element was last shown in. */
const shown = new WeakMap<Linking, string>();

/** Gets the words of a language that is new to the element, and shows its state to `:state()`. */
export function beforeUpdate(flow: Linking): void {
  const { host, state, guest } = flow;
  const { locale, shadowRoot, states } = host;
  const before = shown.get(flow);
  if (before !== locale) flow.later?.loadWords(locale).then(() => host.requestUpdate());
  shown.set(flow, locale);
  if (guest) return;
  if (before === undefined && shadowRoot) dress(shadowRoot);
  states?.clear();
  const mark = customState(state);
  if (mark) states?.add(mark);
}

/** Says which language the words are in, which may not be the page's. */
export function afterUpdate({ host, guest }: Linking): void {
  if (guest) return;
  for (const part of host.shadowRoot?.children ?? []) part.setAttribute('lang', host.locale);
}

function dress({ adoptedStyleSheets }: ShadowRoot): void {
  for (const { styleSheet } of [moreTokens, detailStyles]) {
    if (styleSheet && !adoptedStyleSheets.includes(styleSheet)) adoptedStyleSheets.push(styleSheet);
  }
}
