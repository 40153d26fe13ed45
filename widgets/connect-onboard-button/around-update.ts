/** What happens around every update of an element, once more than its first render is needed. */
import { moreTokens } from '../shared/more-tokens.styles.ts';
import { detailStyles } from './details.styles.ts';
import type { Onboarding } from './onboarding.ts';
import { customState } from './transitions.ts';

interface Shown {
  locale: string;
  hadFocus: boolean;
}

const shown = new WeakMap<Onboarding, Shown>();

/** Gets the words of a language that is new to the element, and shows its state to `:state()`. */
export function beforeUpdate(flow: Onboarding): void {
  const { host, state } = flow;
  const { locale, shadowRoot } = host;
  const before = shown.get(flow);
  if (!before && shadowRoot) dress(shadowRoot);
  if (before?.locale !== locale) flow.later?.loadWords(locale).then(() => host.requestUpdate());
  shown.set(flow, { locale, hadFocus: !!shadowRoot?.activeElement });
  host.states?.clear();
  const mark = customState(state);
  if (mark) host.states?.add(mark);
}

/**
 * Says which language the words are in, which may not be the page's. And keeps the focus: where the button has given way
 * to a status, whoever was on it stays in the same place.
 */
export function afterUpdate(flow: Onboarding): void {
  const { shadowRoot, locale } = flow.host;
  for (const part of shadowRoot?.children ?? []) part.setAttribute('lang', locale);
  if (!shown.get(flow)?.hadFocus || shadowRoot?.activeElement) return;
  shadowRoot?.querySelector<HTMLElement>('[part~=status]')?.focus();
}

function dress({ adoptedStyleSheets }: ShadowRoot): void {
  for (const { styleSheet } of [moreTokens, detailStyles]) {
    if (styleSheet && !adoptedStyleSheets.includes(styleSheet)) adoptedStyleSheets.push(styleSheet);
  }
}
