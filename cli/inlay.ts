#!/usr/bin/env node
/** `npx inlay doctor URL`. Nothing but what Node brings along. */
import { look } from './doctor/look.ts';
import { readOptions, USAGE, UsageError } from './doctor/options.ts';
import { report } from './doctor/report.ts';

async function run(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  if (options === null) {
    process.stdout.write(USAGE);
    return 0;
  }
  const findings = await look(options);
  const colours = process.stdout.isTTY === true && !process.env.NO_COLOR;
  const { url, json } = options;
  const shown = `${url.origin}${url.pathname}`;
  process.stdout.write(json ? `${JSON.stringify({ url: shown, findings }, null, 2)}\n` : report(findings, colours));
  return findings.some(({ outcome }) => outcome === 'fault') ? 1 : 0;
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n\n${USAGE}`);
  process.exitCode = 2;
}
