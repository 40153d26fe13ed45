/**
 * Waits for what a machine comes to in its own time: open-wc's `waitUntil` gives it a second, by clocks that a test may
 * have replaced.
 */
const { setTimeout } = window;
const { now } = Date;

/** In milliseconds: a limit for what hangs. */
const PATIENCE = 20_000;

/** @param message what is wrong where this does not become true */
export async function waitUntil(condition: () => unknown, message = `not true: ${condition}`): Promise<void> {
  const end = now() + PATIENCE;
  while (!condition()) {
    if (now() > end) throw new Error(`Timeout: ${message}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
