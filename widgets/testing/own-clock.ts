/** A clock that goes when the test says so, for whatever waits a second or longer. */

import { answered } from './on-its-way.ts';

export interface OwnClock {
  /** Lets so much time pass, with all that falls due in it, in order. */
  pass(seconds: number): Promise<void>;
}

const SLOW_MS = 1_000;

/**
 * Until `signal` aborts. Shorter timers run as ever, for frameworks and test tools; and time stands still while the fake
 * Worker is asked, so that how fast it answers changes nothing.
 */
export function ownClock(signal: AbortSignal): OwnClock {
  const { setTimeout, clearTimeout } = window;
  const { now } = Date;
  const began = { epoch: Date.now(), page: performance.now() };
  const timers = new Map<number, { readonly due: number; readonly run: () => void }>();
  let [passed, last] = [0, 0];
  Object.assign(window, {
    setTimeout: (run: () => void, ms = 0) => {
      if (ms < SLOW_MS) return setTimeout(run, ms);
      timers.set(--last, { due: passed + ms, run });
      return last;
    },
    clearTimeout: (id: number) => (timers.delete(id) ? undefined : clearTimeout(id)),
  });
  Date.now = () => began.epoch + passed;
  performance.now = () => began.page + passed;
  signal.addEventListener('abort', () => {
    Object.assign(window, { setTimeout, clearTimeout });
    Date.now = now;
    Reflect.deleteProperty(performance, 'now');
  });

  return {
    async pass(seconds) {
      const end = passed + seconds * 1_000;
      for (;;) {
        const [next] = [...timers].sort(([, one], [, other]) => one.due - other.due);
        if (!next || next[1].due > end) break;
        timers.delete(next[0]);
        passed = next[1].due;
        next[1].run();
        await answered();
      }
      passed = end;
      await answered();
    },
  };
}
