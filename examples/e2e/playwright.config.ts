import { defineConfig } from '@playwright/test';
import { chromiumFlags, ensureChromium } from '../../scripts/chromium.ts';

/** One demo, and each app once, for all workers; each test is a person of its own. */
export default defineConfig({
  testDir: '.',
  globalSetup: './serve-once.ts',
  outputDir: '../../test-results/examples',
  workers: 2,
  fullyParallel: true,
  // Enough for a machine that does other things, too: a limit here is for what hangs.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  forbidOnly: process.env.CI !== undefined,
  reporter: [['list']],
  use: {
    launchOptions: { executablePath: ensureChromium(), args: [...chromiumFlags] },
    locale: 'en-US',
    screenshot: 'only-on-failure',
  },
});
