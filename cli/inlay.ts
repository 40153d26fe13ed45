#!/usr/bin/env node
/** `npx inlay doctor URL`. The package has it in one file, which needs nothing but Node. */
import { text } from 'node:stream/consumers';
import { look } from './doctor/look.ts';
import { readOptions, USAGE } from './doctor/options.ts';
import { asJson, report } from './doctor/report.ts';
import { UsageError } from './doctor/usage-error.ts';

async function run(args: readonly string[]): Promise<number> {
  const options = await readOptions(args, { cookie: process.env.INLAY_COOKIE, input: () => text(process.stdin) });
  if (options === null) {
    process.stdout.write(USAGE);
    return 0;
  }
  const findings = await look(options);
  const colours = process.stdout.isTTY === true && !process.env.NO_COLOR;
  const { url, json } = options;
  const shown = `${url.origin}${url.pathname}`;
  process.stdout.write(json ? asJson({ url: shown, findings }) : report(findings, colours));
  return findings.some(({ outcome }) => outcome === 'fault') ? 1 : 0;
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n\n${USAGE}`);
  process.exitCode = 2;
}
