/** What the components' views are made of. A key keeps the focus where a view is drawn again. */
import { h } from '../../financial_connections/dialog/dom.ts';

interface ButtonOptions {
  /** Read out instead of the label, where that alone says too little. */
  readonly name?: string;
  readonly disabled?: boolean;
  /** Id of what explains it. */
  readonly hint?: string | null;
}

export function primary(key: string, label: string, click: () => void, options: ButtonOptions = {}): HTMLElement {
  return button('button primary', key, label, click, options);
}

export function secondary(key: string, label: string, click: () => void, options: ButtonOptions = {}): HTMLElement {
  return button('button', key, label, click, options);
}

/** Out of reach only for clicks: the focus stays where it is. */
function button(kind: string, key: string, label: string, click: () => void, options: ButtonOptions): HTMLElement {
  return h(
    'button',
    {
      type: 'button',
      class: kind,
      'data-key': key,
      'aria-label': options.name ?? null,
      'aria-disabled': options.disabled ? 'true' : null,
      'aria-describedby': options.hint ?? null,
      click: () => {
        if (!options.disabled) click();
      },
    },
    label,
  );
}

export function toggle(key: string, name: string, on: boolean, click: () => void, disabled: boolean): HTMLElement {
  return h('button', {
    type: 'button',
    class: 'switch',
    role: 'switch',
    'data-key': key,
    'aria-label': name,
    'aria-checked': String(on),
    'aria-disabled': disabled ? 'true' : null,
    click: () => {
      if (!disabled) click();
    },
  });
}

export function buttons(...content: (Node | null)[]): HTMLElement {
  return h('div', { class: 'buttons' }, ...content);
}

export function alertOf(text: string): HTMLElement {
  return h('p', { class: 'problem', role: 'alert' }, text);
}

export function muted(text: string): HTMLElement {
  return h('p', { class: 'muted' }, text);
}

export function badge(kind: 'danger' | 'neutral' | 'success' | 'warning', text: string): HTMLElement {
  return h('span', { class: `badge ${kind}` }, text);
}

/** @param name read out for those who do not see that it is one */
export function list(name: string, ...items: HTMLElement[]): HTMLElement {
  return h('ul', { 'aria-label': name, role: 'list' }, ...items);
}

/** Said beside a button that opens a window. */
export function windowHint(id: string, text: string): HTMLElement {
  return h('p', { class: 'hint', id }, text);
}
