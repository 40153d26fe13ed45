import type { SharedAnswer } from './settings.ts';

/** The answer that is held, where it is younger than `maxAge` milliseconds, or else one that is asked for now. To be held by whoever asks. */
export function shareAnswer<T>(
  held: SharedAnswer<T> | undefined,
  maxAge: number,
  signal: AbortSignal,
  ask: (signal: AbortSignal) => Promise<T>,
): SharedAnswer<T> {
  const shared = held && Date.now() - held.at < maxAge ? held : begin(ask);
  shared.waiting++;
  signal.addEventListener('abort', () => {
    if (--shared.waiting) return;
    shared.at = 0;
    shared.given.abort();
  });
  return shared;
}

function begin<T>(ask: (signal: AbortSignal) => Promise<T>): SharedAnswer<T> {
  const given = new AbortController();
  const shared = { answer: ask(given.signal), given, at: Date.now(), waiting: 0 };
  shared.answer.catch(() => {
    shared.at = 0;
  });
  return shared;
}
