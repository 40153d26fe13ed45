/** Playwright's `test`, with the running demo, a person nobody else is, and what no test may ever see happen. */
import { type BrowserContext, test as base, expect } from '@playwright/test';
import { startDemo } from '../demo.ts';
import { type Addresses, createPerson, type Person } from './person.ts';

export const test = base.extend<
  { person: Person; unharmed: undefined; answered: readonly string[] },
  { demo: Addresses }
>({
  /** Of each worker its own: a stand-in has one clock and one list of faults, which a test may change. */
  demo: [
    async ({ playwright: _ }, use) => {
      const { site, worker, stripe, stop } = await startDemo({
        ports: { site: 0, worker: 0, stripe: 0 },
        log: () => {},
      });
      if (stripe === null) throw new Error('The browser tests need the stand-in, and no keys of Stripe.');
      await use({ site, worker, stripe });
      await stop();
    },
    { scope: 'worker', timeout: 180_000 },
  ],

  person: async ({ demo }, use, { testId, repeatEachIndex }) => {
    await use(createPerson(demo, `p${testId.replaceAll(/[^a-z0-9]/gi, '')}${repeatEachIndex}`));
  },

  /** Origins elsewhere that a test answers for itself. */
  answered: [[], { option: true }],

  /** Of every test: nothing leaves for another origin, no policy is violated, no script fails unseen. */
  unharmed: [
    async ({ context, demo, answered }, use) => {
      const seen = watch(context, [...Object.values(demo), ...answered]);
      await use(undefined);
      expect(seen).toEqual([]);
    },
    { auto: true },
  ],
});

function watch(context: BrowserContext, own: readonly string[]): string[] {
  const harm: string[] = [];
  context.on('request', (request) => {
    const { origin: whole, protocol } = new URL(request.url());
    // The playground's ways to the Worker are names of this machine, too.
    const origin = whole.replace(/\/\/\w+\.localhost/, '//localhost');
    if (/^(https?|wss?):$/.test(protocol) && !own.includes(origin)) harm.push(`request to ${request.url()}`);
  });
  context.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) harm.push(message.text());
  });
  context.on('weberror', (error) => harm.push(String(error.error())));
  return harm;
}

export type { Addresses, Person };
export { createPerson, expect };
