/** Checkout's page in a frame, in an element of the merchant's page. */
import { IntegrationError } from '../../js/integration_error.ts';
import { frameMessage } from './message.ts';

export interface EmbeddedCheckout {
  mount(where: unknown): void;
  unmount(): void;
  destroy(): void;
}

export function checkoutFrame(
  url: string,
  origin: string,
  onComplete: (() => unknown) | null,
  onDestroy: () => void,
): EmbeddedCheckout {
  let destroyed = false;
  let completed = false;
  const frame = document.createElement('iframe');
  frame.name = 'embedded-checkout';
  frame.title = 'Checkout';
  frame.src = url;
  // By property: a policy of the page that forbids inline styles says nothing against that.
  Object.assign(frame.style, { display: 'block', width: '100%', height: '40rem', border: '0' });

  function heard(event: MessageEvent): void {
    if (event.source !== frame.contentWindow || event.origin !== origin) return;
    const message = frameMessage(event.data);
    switch (message?.type) {
      case 'size':
        frame.style.height = `${message.height}px`;
        return;
      case 'leave':
        window.location.assign(message.url);
        return;
      case 'complete':
        if (completed) return;
        completed = true;
        if (message.redirect === null) onComplete?.();
        else window.location.assign(message.redirect);
    }
  }

  function alive(method: string): void {
    if (destroyed) throw new IntegrationError(`${method}() was called on an Embedded Checkout that was destroyed.`);
  }

  function unmount(): void {
    alive('unmount');
    window.removeEventListener('message', heard);
    frame.remove();
  }

  return {
    mount(where) {
      alive('mount');
      const found = typeof where === 'string' ? document.querySelector(where) : where;
      if (!(found instanceof HTMLElement)) {
        throw new IntegrationError(
          'Invalid value for mount(): it should be an element, or a selector that matches one in the page.',
        );
      }
      window.addEventListener('message', heard);
      found.append(frame);
    },
    unmount,
    destroy() {
      alive('destroy');
      unmount();
      destroyed = true;
      onDestroy();
    },
  };
}
