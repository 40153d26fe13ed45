import { defineConfig } from '@playwright/test';
import { chromiumFlags, ensureChromium } from '../../scripts/chromium.ts';

/** One demo for all tests, on random ports; each test is a person of its own, so that none meets another's account. */
export default defineConfig({
  testDir: '.',
  globalSetup: './start-the-demo.ts',
  outputDir: '../../test-results',
  // The stand-in has one clock and one list of faults, which a test may change.
  workers: 1,
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
