import { defineConfig } from '@playwright/test';
import { chromiumFlags, ensureChromium } from '../../scripts/chromium.ts';

/** A demo for each worker, on random ports; each test is a person of its own, so that none meets another's account. */
export default defineConfig({
  testDir: '.',
  globalSetup: './build-the-bundle.ts',
  outputDir: '../../test-results',
  workers: 2,
  // Enough for a machine that does other things, too: a limit here is for what hangs.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  // Whatever machine they were made on: the gallery brings its own typeface.
  snapshotPathTemplate: '{testDir}/screenshots/{arg}{ext}',
  forbidOnly: process.env.CI !== undefined,
  reporter: [['list']],
  use: {
    launchOptions: { executablePath: ensureChromium(), args: [...chromiumFlags] },
    locale: 'en-US',
    screenshot: 'only-on-failure',
  },
});
