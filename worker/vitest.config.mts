import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';

/** Worker tests run in workerd, with real D1 and the real rate limit binding, as wrangler.jsonc sets them up. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [
    cloudflareTest(async () => ({
      wrangler: { configPath: './wrangler.jsonc' },
      miniflare: {
        bindings: {
          INLAY_OPERATOR_KEY: 'operator-key-of-the-tests-0123456789abcdef',
          INLAY_ENCRYPTION_KEY: btoa('0123456789abcdef0123456789abcdef'),
          STRIPE_WEBHOOK_SECRETS: 'whsec_tests_platform whsec_tests_connect',
          STRIPE_API_ORIGIN: 'http://localhost:12111',
          TEST_MIGRATIONS: await readD1Migrations(`${import.meta.dirname}/migrations`),
        },
      },
    })),
  ],
  test: {
    include: ['**/*.test.ts'],
    setupFiles: ['./testing/setup.ts'],
    // Limits for what hangs, on a machine that does other things, too.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 20_000 } },
  },
});
