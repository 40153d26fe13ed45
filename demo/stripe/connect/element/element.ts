/** The custom element of a component, as Stripe's loader and pages without it use it. */
import type { Instance } from './instance.ts';
import { Panel } from './panel.ts';
import type { View } from './view.ts';

export interface ConnectElement extends HTMLElement {
  setConnector(connector: unknown): void;
}

/** What an element is given to begin: only what `init` made opens anything. */
export class Connector {
  readonly instance: Instance;
  constructor(instance: Instance) {
    this.instance = instance;
  }
}

const OF_ALL = ['setOnLoadError', 'setOnLoaderStart'] as const;

export function elementOf<T>(view: View<T>): new () => ConnectElement {
  class Component extends HTMLElement implements ConnectElement {
    readonly #root = this.attachShadow({ mode: 'open' });
    readonly #given = new Map<string, unknown>();
    #connector: Connector | null = null;
    #panel: Panel<T> | null = null;

    setConnector(connector: unknown): void {
      if (!(connector instanceof Connector)) throw new TypeError('setConnector() takes the connect of an instance.');
      this.#connector = connector;
      this.#begin();
    }

    connectedCallback(): void {
      this.#begin();
    }

    disconnectedCallback(): void {
      this.#panel?.stop();
      this.#panel = null;
    }

    give(setter: string, value: unknown): void {
      this.#given.set(setter, value);
    }

    /** A moment later: listeners are set right after the connector. */
    #begin(): void {
      queueMicrotask(() => {
        if (!this.isConnected || !this.#connector || this.#panel) return;
        this.#panel = new Panel(view, this.#root, this.#connector.instance, (event, detail) => {
          const listener = this.#given.get(`setOn${event}`);
          if (typeof listener === 'function') listener(detail);
        });
      });
    }
  }
  for (const setter of [...OF_ALL, ...(view.setters ?? [])]) {
    // Stripe's loader puts its own function under the plain name, and that calls the other one.
    for (const name of [setter, `${setter}InternalOnly`]) {
      Object.defineProperty(Component.prototype, name, {
        configurable: true,
        writable: true,
        value(this: Component, value: unknown) {
          this.give(setter, value);
        },
      });
    }
  }
  return Component;
}
