/** What every test of an element starts with and leaves behind. */
import { FakeWorker } from './fake-worker.ts';
import { type Heard, hear, quietConsole, visit } from './scene.ts';

export interface Stage {
  readonly worker: FakeWorker;
  readonly heard: readonly Heard[];
  readonly lines: readonly string[];
  /** Aborts at the end of the test. */
  readonly signal: AbortSignal;
  named(type: string): unknown[];
}

export function stage(): Stage {
  const address = location.search;
  let end = new AbortController();
  let worker: FakeWorker;
  let heard: Heard[] = [];
  let lines: string[] = [];
  beforeEach(() => {
    end = new AbortController();
    worker = new FakeWorker();
    heard = hear(end.signal);
    lines = quietConsole(end.signal);
  });
  afterEach(() => {
    end.abort();
    worker.restore();
    visit(address);
  });
  return {
    get worker() {
      return worker;
    },
    get heard() {
      return heard;
    },
    get lines() {
      return lines;
    },
    get signal() {
      return end.signal;
    },
    named: (type) => heard.filter((event) => event.type === `inlay-${type}`).map(({ detail }) => detail),
  };
}
