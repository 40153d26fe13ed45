/** What every component stands in: its heading, what is said of it, and its content. */
import { h } from '../../financial_connections/dialog/dom.ts';
import { alertOf, buttons, secondary } from './controls.ts';
import type { Waiting } from './door.ts';
import { STYLE } from './style.ts';
import type { Texts } from './texts.ts';

export interface Frame {
  show(at: { lang: string; title: string; texts: Texts; busy: boolean }, content: (Node | null)[]): void;
  hide(): void;
  /** Read out to those who do not see it, and seen until the next. */
  say(text: string, role: 'alert' | 'status'): void;
  remove(): void;
}

/** @param tag of the title: no heading where there may be nothing below it */
export function openFrame(root: ShadowRoot, theme: CSSStyleSheet, tag: 'h3' | 'p'): Frame {
  const heading = h(tag, { id: 'title', tabindex: '-1' });
  const said = h('div', { class: 'said', 'aria-live': 'polite' });
  const content = h('div', { class: 'content' });
  const note = h('p', { class: 'note' });
  const section = h('section', { 'aria-labelledby': 'title' }, heading, said, content, note);
  const style = new CSSStyleSheet();
  style.replaceSync(STYLE);
  root.adoptedStyleSheets = [style, theme];
  root.replaceChildren(section);
  return {
    show(at, nodes) {
      section.hidden = false;
      section.lang = at.lang;
      section.setAttribute('aria-busy', String(at.busy));
      heading.textContent = at.title;
      note.textContent = at.texts.standIn;
      const focused = content.contains(root.activeElement) ? root.activeElement : null;
      const key = focused?.getAttribute('data-key') ?? null;
      content.replaceChildren(...nodes.filter((node) => node !== null));
      const chosen = content.querySelector<HTMLElement>('[data-focus]');
      if (chosen && focused) chosen.focus();
      else if (focused) (keyed(content, key) ?? heading).focus({ preventScroll: true });
    },
    hide() {
      section.hidden = true;
    },
    say(text, role) {
      said.replaceChildren(h('p', { class: role === 'alert' ? 'problem' : 'done', role }, text));
    },
    remove() {
      root.replaceChildren();
    },
  };
}

function keyed(content: HTMLElement, key: string | null): HTMLElement | null {
  return key === null ? null : content.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
}

export function loading(texts: Texts): Node[] {
  return [h('div', { class: 'spinner', role: 'progressbar', 'aria-label': texts.loading })];
}

export function failed(texts: Texts, again: () => void): (Node | null)[] {
  return [alertOf(texts.failed), buttons(secondary('again', texts.again, again))];
}

export function ended(texts: Texts): Node[] {
  return [h('p', { class: 'muted' }, texts.loggedOut)];
}

export function waitingFor({ url, blocked }: Waiting, texts: Texts, cancel: () => void): Node[] {
  const { window } = texts;
  return [
    h(
      'div',
      { class: 'waiting' },
      blocked ? h('p', { role: 'alert' }, window.blocked) : h('p', { role: 'status' }, window.waiting),
      buttons(
        blocked
          ? h('a', { class: 'button primary', href: url, target: '_blank', 'data-key': 'open' }, window.open)
          : null,
        secondary('cancel', window.cancel, cancel),
      ),
    ),
  ];
}
