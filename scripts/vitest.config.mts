import { defineConfig } from 'vitest/config';

/** Tests of what runs in Node around the product: the scripts, `npm start` and the demo's host site. */
export default defineConfig({
  root: `${import.meta.dirname}/..`,
  test: {
    // For the tests that start the demo: wrangler bundles, applies migrations and starts workerd.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    include: [
      'scripts/**/*.test.ts',
      'server/**/*.test.ts',
      'demo/*.test.ts',
      'demo/site/**/*.test.ts',
      'doctor/**/*.test.ts',
      'cli/**/*.test.ts',
    ],
  },
});
