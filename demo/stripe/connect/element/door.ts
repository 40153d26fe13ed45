/** The way through a window of Stripe's, one at a time: opened in the click, followed to its end, or given up. */
import type { Instance } from './instance.ts';
import { type Ending, openWindow, watchWindow, windowUrl } from './window.ts';

/** How often a window is asked after. */
const POLL_MS = 500;

export interface Waiting {
  readonly url: string;
  /** By the browser: the person has to open it. */
  readonly blocked: boolean;
}

export class Door {
  waiting: Waiting | null = null;
  readonly #instance: Instance;
  readonly #changed: () => void;

  constructor(instance: Instance, changed: () => void) {
    this.#instance = instance;
    this.#changed = changed;
  }

  /** @param id given out when the component was read: there is no time to ask for one in a click */
  async through(id: string, to: 'authentication' | 'onboarding', step: (name: string) => void): Promise<Ending> {
    const url = windowUrl(this.#instance.origin, id, to);
    const opened = openWindow(url);
    const waiting = { url, blocked: opened === null };
    this.waiting = waiting;
    this.#changed();
    const ending = await watchWindow(this.#instance.client, {
      id,
      until: to === 'onboarding' ? 'ended' : 'authenticated',
      isClosed: () => opened?.closed ?? false,
      isOver: () => this.waiting !== waiting,
      step,
      pause: () => new Promise((passed) => setTimeout(passed, POLL_MS)),
    });
    if (this.waiting === waiting) this.waiting = null;
    else opened?.close();
    if (ending === 'authenticated') this.#instance.authentication = id;
    return ending;
  }

  readonly giveUp = (): void => {
    this.waiting = null;
  };
}
