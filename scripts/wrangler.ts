/**
 * How every script here runs wrangler: from this checkout, on this Node, and speaking to nobody but this machine.
 * Wrangler otherwise looks for updates, reports usage, asks Cloudflare where we are, and logs to the home folder.
 */
import { createRequire } from 'node:module';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');

/** The folder of `package.json`. */
export const repository = root;

export const wranglerConfig = path.join(root, 'worker/wrangler.jsonc');

/** The program itself; the package's `bin` only starts it, and would be one more process to end. */
export const wranglerProgram = path.join(
  path.dirname(createRequire(import.meta.url).resolve('wrangler/package.json')),
  'wrangler-dist/cli.js',
);

/** Environment that keeps wrangler offline and quiet. `scratch` takes what it would write outside the checkout. */
export function offline(scratch: string): Record<string, string> {
  return {
    CI: '1',
    CLOUDFLARE_CF_FETCH_ENABLED: 'false',
    WRANGLER_HIDE_BANNER: 'true',
    WRANGLER_LOG_PATH: path.join(scratch, 'logs'),
    WRANGLER_REGISTRY_PATH: path.join(scratch, 'registry'),
    WRANGLER_SEND_ERROR_REPORTS: 'false',
    WRANGLER_SEND_METRICS: 'false',
    WRANGLER_WRITE_LOGS: 'false',
    XDG_CONFIG_HOME: scratch,
  };
}
