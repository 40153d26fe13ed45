import { defineConfig } from 'vitest/config';

/** Tests of the package as npm would deliver it. It is built, packed and unpacked once, before all of them. */
export default defineConfig({
  root: import.meta.dirname,
  test: {
    // Vite bundles for developers whenever this is anything else.
    env: { NODE_ENV: 'production' },
    globalSetup: './testing/pack.ts',
    include: ['tests/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
