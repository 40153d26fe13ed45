/**
 * What is on its way to an element: an answer, and the body of one. How long that takes is the machine's affair, so a
 * test waits for it, and not for so many frames.
 */

declare global {
  /** Set by `late.config.mjs`, in milliseconds: by how much whatever is on its way may be late, at random. */
  var lateness: number | undefined;
}

const { setTimeout } = globalThis;
const most = globalThis.lateness ?? 0;

/** In `npm run test:late` only: `npm test` is as slow as its machine. */
export async function beLate(): Promise<void> {
  if (most > 0) await new Promise((resolve) => setTimeout(resolve, Math.random() * most));
}

const open = new Set<object>();
const held = new Set<object>();

/** How much has been on its way so far. */
let begun = 0;

function isQuiet(): boolean {
  return [...open].every((what) => held.has(what));
}

/** Nothing is waited for that an earlier test has left behind. */
export function forgetWhatIsOnItsWay(): void {
  open.clear();
}

/** @param what by which it can be held back */
export async function onItsWay<T>(what: object, coming: Promise<T>): Promise<T> {
  open.add(what);
  begun++;
  try {
    return await coming;
  } finally {
    await beLate();
    open.delete(what);
  }
}

/** It comes only once the test wants it to. */
export async function heldBack(what: object, until: Promise<void>): Promise<void> {
  held.add(what);
  await until;
  held.delete(what);
}

/** An answer whose body is on its way for as long as it is read. */
export function whoseBodyIsAwaited(response: Response): Response {
  const { json, text } = response;
  return Object.assign(response, {
    json: () => onItsWay({}, json.call(response)),
    text: () => onItsWay({}, text.call(response)),
  });
}

/** Whatever was asked for has come, and whatever that led to. */
export async function answered(): Promise<void> {
  let [before, wasQuiet] = [begun, false];
  do {
    [before, wasQuiet] = [begun, isQuiet()];
    // As many as the browser needs to find that a module and all that it imports are here already.
    await turns(12);
  } while (!wasQuiet || begun !== before);
}

/** And what came of it is shown. */
export async function arrived(frames = 2): Promise<void> {
  let before = begun;
  do {
    await answered();
    before = begun;
    for (let frame = 0; frame < frames; frame++) await new Promise(requestAnimationFrame);
  } while (begun !== before);
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
