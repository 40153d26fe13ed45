/** The window itself: a modal dialog in a shadow root of its own, at the end of the page. */
import { h } from './dom.ts';
import { STYLE } from './style.ts';

export interface Modal {
  /** Puts a step in place of the one before. Its heading is read out, or its first field ready to be typed into. */
  show(title: string, ...content: (Node | string | null)[]): void;
  close(): void;
}

/**
 * @param about what the window is for, over every step
 * @param onClose the person wants to leave: by the button, or by Escape
 */
export function openModal(about: string, onClose: () => void): Modal {
  const heading = h('h2', { id: 'title', tabindex: '-1' });
  const step = h('div', { class: 'step' });
  const dialog = h(
    'dialog',
    { lang: 'en', dir: 'ltr', 'aria-labelledby': 'title' },
    h(
      'header',
      {},
      h('span', {}, about),
      h('button', { type: 'button', class: 'close', 'aria-label': 'Close', click: onClose }, '×'),
    ),
    step,
    h('footer', {}, 'Stripe stand-in: nothing here is real'),
  );
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    onClose();
  });
  // What happens in here is no business of the page's own shortcuts, nor of a form or dialog around it.
  dialog.addEventListener('keydown', (event) => {
    event.stopPropagation();
    if (event.key === 'Tab') keepFocus(event, root);
    // A second Escape in a row would close it without asking: browsers let a page prevent only the first.
    if (event.key !== 'Escape') return;
    event.preventDefault();
    onClose();
  });
  const host = h('div');
  const root = host.attachShadow({ mode: 'open' });
  const style = new CSSStyleSheet();
  style.replaceSync(STYLE);
  root.adoptedStyleSheets = [style];
  root.append(dialog);
  document.body.append(host);
  dialog.showModal();

  let open = true;
  return {
    show(title, ...content) {
      heading.textContent = title;
      step.replaceChildren(heading, ...content.filter((child) => child !== null));
      step.scrollTop = 0;
      const first = step.querySelector<HTMLElement>('[autofocus]') ?? heading;
      first.focus();
    },
    close() {
      if (!open) return;
      open = false;
      // Gives the focus back to where it was, inside another element's shadow too.
      dialog.close();
      host.remove();
    },
  };
}

/** The page behind is out of reach by itself; this keeps Tab from leaving for the browser's own buttons, too. */
function keepFocus(event: KeyboardEvent, root: ShadowRoot): void {
  const reachable = [...root.querySelectorAll<HTMLElement>('button, input, a[href]')];
  const [from, to] = event.shiftKey ? [reachable[0], reachable.at(-1)] : [reachable.at(-1), reachable[0]];
  if (root.activeElement !== from) return;
  event.preventDefault();
  to?.focus();
}
