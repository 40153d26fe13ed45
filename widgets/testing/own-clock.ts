/** A clock that goes when the test says so, for whatever waits a second or longer. */

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
  const requests = countRequests(signal);
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
        await requests.settle();
      }
      passed = end;
      await requests.settle();
    },
  };
}

function countRequests(signal: AbortSignal) {
  const { fetch } = globalThis;
  const { json } = Response.prototype;
  let open = 0;
  const counted = async <T>(answer: Promise<T>): Promise<T> => {
    open++;
    try {
      return await answer;
    } finally {
      open--;
    }
  };
  globalThis.fetch = (...request) => counted(fetch(...request));
  Response.prototype.json = function () {
    return counted(json.call(this));
  };
  signal.addEventListener('abort', () => {
    globalThis.fetch = fetch;
    Response.prototype.json = json;
  });
  return {
    async settle() {
      // As many as the browser needs to find that a module and all that it imports are here already.
      do await turns(12);
      while (open > 0);
    },
  };
}

/** So that whatever waits for nothing but its turn gets it. Timers would take their time. */
async function turns(count: number): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  for (let turn = 0; turn < count; turn++) {
    await new Promise((resolve) => {
      port1.onmessage = resolve;
      port2.postMessage(null);
    });
  }
  port1.close();
}
