/** `npm run site` at the plain demo, as docs/going-live.md has it: both read the operator's key from `.dev.vars`. */
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { repository } from '../scripts/wrangler.ts';
import { startDemo } from './demo.ts';
import { readDevVars } from './dev-vars.ts';

test('with an operator’s key alone in .dev.vars the demo stays with the stand-in, and `npm run site` may ask it', async () => {
  const devVars = `INLAY_OPERATOR_KEY=${randomBytes(32).toString('hex')}\n`;
  const folder = mkdtempSync(path.join(tmpdir(), 'inlay-site-'));
  writeFileSync(path.join(folder, '.dev.vars'), devVars);
  const ports = { site: 0, worker: 0, stripe: 0 };
  const demo = await startDemo({ ports, log: () => {}, devVars: readDevVars(devVars) });
  try {
    expect(demo.stripe).not.toBeNull();
    const site = [path.join(repository, 'scripts/site.ts'), 'list', '--worker', demo.worker];
    const { INLAY_OPERATOR_KEY: _, ...env } = process.env;
    const { stdout } = await promisify(execFile)(process.execPath, site, { cwd: folder, env });
    expect(JSON.parse(stdout)).toMatchObject({ data: [{ id: 'site_rocket_rides' }] });
  } finally {
    await demo.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
