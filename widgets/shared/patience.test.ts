import { expect } from '@open-wc/testing';
import { Patience, waitBefore } from './patience.ts';

interface Clock {
  /** Seconds of the timers that are set. */
  readonly set: number[];
  tick(): Promise<void>;
}

/** Timers that run when the test says so. */
function clock(signal: AbortSignal): Clock {
  const { setTimeout, clearTimeout } = window;
  const timers = new Map<number, { run: () => void; seconds: number }>();
  let last = 0;
  Object.assign(window, {
    setTimeout: (run: () => void, ms: number) => {
      timers.set(++last, { run, seconds: ms / 1000 });
      return last;
    },
    clearTimeout: (id: number) => timers.delete(id),
  });
  signal.addEventListener('abort', () => Object.assign(window, { setTimeout, clearTimeout }));
  return {
    get set() {
      return [...timers.values()].map(({ seconds }) => seconds);
    },
    async tick() {
      const due = [...timers];
      timers.clear();
      for (const [, { run }] of due) run();
      for (let turn = 0; turn < 5; turn++) await Promise.resolve();
    },
  };
}

function hide(hidden: boolean): void {
  Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
}

describe('patience', () => {
  let end: AbortController;
  beforeEach(() => {
    end = new AbortController();
  });
  afterEach(() => {
    end.abort();
    Reflect.deleteProperty(document, 'hidden');
  });

  it('waits longer and longer, and not for ever', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 7].map(waitBefore)).to.deep.equal([2, 4, 8, 16, 32, 60, null, null]);
  });

  it('looks until there is nothing to wait for', async () => {
    const time = clock(end.signal);
    let looks = 0;
    const patience = new Patience(
      async () => ++looks < 3,
      () => expect.fail('too early'),
      end.signal,
    );
    patience.begin();
    for (const seconds of [2, 4, 8]) {
      expect(time.set).to.deep.equal([seconds]);
      await time.tick();
    }
    expect(time.set).to.deep.equal([]);
    expect(looks).to.equal(3);
  });

  it('gives up once, and starts anew only when something new begins', async () => {
    const time = clock(end.signal);
    let [looks, gaveUp] = [0, 0];
    const patience = new Patience(
      async () => {
        looks++;
        return true;
      },
      () => gaveUp++,
      end.signal,
    );
    patience.keepOn();
    for (let look = 0; look < 10; look++) await time.tick();
    patience.keepOn();
    expect([looks, gaveUp, time.set]).to.deep.equal([6, 1, []]);
    patience.begin();
    expect(time.set).to.deep.equal([2]);
  });

  it('keeps to one timer however often it is told to keep on', () => {
    const time = clock(end.signal);
    const patience = new Patience(
      async () => true,
      () => undefined,
      end.signal,
    );
    patience.keepOn();
    patience.keepOn();
    patience.begin();
    expect(time.set).to.deep.equal([2]);
  });

  it('does not look while nobody looks at the page', async () => {
    const time = clock(end.signal);
    let looks = 0;
    const patience = new Patience(
      async () => ++looks < 1,
      () => undefined,
      end.signal,
    );
    hide(true);
    patience.begin();
    await time.tick();
    expect(looks).to.equal(0);
    hide(false);
    expect(looks).to.equal(1);
  });

  it('ends with the element', async () => {
    const time = clock(end.signal);
    const stop = new AbortController();
    let looks = 0;
    const patience = new Patience(
      async () => ++looks > 0,
      () => undefined,
      stop.signal,
    );
    patience.begin();
    stop.abort();
    expect(time.set).to.deep.equal([]);
    patience.begin();
    expect(time.set).to.deep.equal([]);
    expect(looks).to.equal(0);
  });
});
