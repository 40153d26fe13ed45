/** What the dialog's views are made of. */
import { h } from './dom.ts';

export function form(submit: (values: FormData) => void, ...content: (Node | null)[]): HTMLFormElement {
  const element = h(
    'form',
    {
      novalidate: true,
      submit: (event) => {
        event.preventDefault();
        submit(new FormData(element));
      },
    },
    ...content,
  );
  return element;
}

export function alertOf(problem: string | null): Node | null {
  return problem === null ? null : h('p', { class: 'problem', role: 'alert' }, problem);
}

export function end(...content: Node[]): Node {
  return h('div', { class: 'end' }, ...content);
}

export function primary(label: string, click: (() => void) | null = null): Node {
  return h('button', { type: click ? 'button' : 'submit', class: 'primary', click }, label);
}

export function plain(label: string, click: () => void): Node {
  return h('button', { type: 'button', class: 'plain', click }, label);
}
