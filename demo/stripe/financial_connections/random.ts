/** Numbers that look random and are the same for the same text, on every machine. */
export interface Dice {
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  /** True once in `times`. */
  once(times: number): boolean;
  pick<T>(choices: readonly [T, ...T[]]): T;
}

export function dice(seed: string): Dice {
  let state = hash(seed, 0x811c9dc5);
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const self: Dice = {
    between: (low, high) => low + (next() % (high - low + 1)),
    once: (times) => next() % times === 0,
    pick: (choices) => choices[next() % choices.length] ?? choices[0],
  };
  return self;
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** An id that is the same for the same text; of two halves, so that thousands of texts do not meet. */
export function idFrom(prefix: string, text: string): string {
  const half = (seed: string) => {
    const roll = dice(seed);
    return Array.from({ length: 12 }, () => ALPHABET[roll.between(0, ALPHABET.length - 1)]).join('');
  };
  return prefix + half(text) + half([...text].reverse().join(''));
}

/** Fowler, Noll and Vo. */
function hash(text: string, start: number): number {
  let state = start;
  for (let index = 0; index < text.length; index += 1)
    state = Math.imul(state ^ text.charCodeAt(index), 0x01000193) >>> 0;
  return state;
}
