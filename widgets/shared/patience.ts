/** Asks again at growing intervals while something is under way at a bank, and stops in the end. */
const FIRST_S = 2;
const MOST_S = 60;

/** Seconds before the next look: 2, 4, 8, 16, 32, 60; null when it is time to stop. Pure. */
export function waitBefore(look: number): number | null {
  const wait = FIRST_S * 2 ** look;
  return wait < MOST_S * 2 ? Math.min(wait, MOST_S) : null;
}

export class Patience {
  readonly #look: () => Promise<boolean>;
  readonly #giveUp: () => void;
  readonly #signal: AbortSignal;
  #looks = 0;
  #waiting: AbortController | undefined;

  /** @param look answers whether there is still something to wait for */
  constructor(look: () => Promise<boolean>, giveUp: () => void, signal: AbortSignal) {
    this.#look = look;
    this.#giveUp = giveUp;
    this.#signal = signal;
    signal.addEventListener('abort', () => this.stop());
  }

  /** Something has just begun: the next look is soon. */
  begin(): void {
    this.stop();
    this.#wait();
  }

  /** Looks again, unless that is settled already. */
  keepOn(): void {
    if (!this.#waiting) this.#wait();
  }

  stop(): void {
    this.#waiting?.abort();
    this.#waiting = undefined;
    this.#looks = 0;
  }

  #wait(): void {
    const seconds = waitBefore(this.#looks);
    if (this.#signal.aborted) return;
    const waiting = new AbortController();
    this.#waiting = waiting;
    // Who has given up waits for good: until something new begins.
    if (seconds === null) {
      this.#giveUp();
      return;
    }
    this.#looks++;
    const timer = setTimeout(() => whenSeen(waiting.signal, () => this.#ask(waiting.signal)), seconds * 1000);
    waiting.signal.addEventListener('abort', () => clearTimeout(timer));
  }

  async #ask(waiting: AbortSignal): Promise<void> {
    const more = await this.#look();
    if (waiting.aborted) return;
    if (more) this.#wait();
    else this.stop();
  }
}

/** Nobody looks at a hidden page, so nothing is asked for it. */
function whenSeen(signal: AbortSignal, act: () => void): void {
  if (!document.hidden) {
    act();
    return;
  }
  const look = () => {
    if (document.hidden) return;
    document.removeEventListener('visibilitychange', look);
    act();
  };
  document.addEventListener('visibilitychange', look, { signal });
}
