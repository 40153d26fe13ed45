/** Element tests, in a real Chromium. */
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromeLauncher } from '@web/test-runner';
import { freePort } from '../demo/ports.ts';

const executablePath = process.env.CHROME_PATH ?? '/usr/bin/chromium';
// Chromium's sandbox does not start as root; the rest keeps it from asking the network for anything of its own.
const args = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export default {
  rootDir: fileURLToPath(new URL('..', import.meta.url)),
  files: 'widgets/**/*.test.ts',
  nodeResolve: { exportConditions: ['production', 'default'] },
  // The runner would look for one from 8000 on, and two runners that begin at once find the same.
  port: await freePort(),
  concurrency: 1,
  browsers: [chromeLauncher({ launchOptions: { executablePath, args } })],
  plugins: [
    esbuildPlugin({ ts: true, target: 'es2022', tsconfig: fileURLToPath(new URL('tsconfig.json', import.meta.url)) }),
  ],
  // Limits for what hangs, on a machine that does other things, too: of a browser, of a file, and below of a test.
  browserStartTimeout: 120_000,
  testsStartTimeout: 120_000,
  testsFinishTimeout: 600_000,
  testFramework: { config: { ui: 'bdd', timeout: 60_000 } },
};
