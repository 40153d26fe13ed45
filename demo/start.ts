/**
 * `npm start`: the demo on this machine, until Ctrl-C. Talks to the Stripe stand-in, or to Stripe's test mode where
 * `.dev.vars` has keys.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { repository } from '../scripts/wrangler.ts';
import { type Demo, startDemo } from './demo.ts';
import { DemoError } from './demo-error.ts';
import { type DevVars, readDevVars } from './dev-vars.ts';
import { defaultPorts, type Ports, readPort } from './ports.ts';
import { webhookUrl } from './stripe-side.ts';

export { startDemo };

interface Options {
  readonly ports: Ports;
  readonly verbose: boolean;
  /** Takes the stand-in even where `.dev.vars` has keys. */
  readonly standIn: boolean;
}

function readOptions(): Options {
  const values = readFlags();
  const ports = {
    site: readPort('--port-site', values['port-site']),
    worker: readPort('--port-worker', values['port-worker']),
    stripe: readPort('--port-stripe', values['port-stripe']),
  };
  return { ports, verbose: values.verbose, standIn: values['stand-in'] };
}

function readFlags() {
  try {
    return parseArgs({
      options: {
        'port-site': { type: 'string', default: String(defaultPorts.site) },
        'port-worker': { type: 'string', default: String(defaultPorts.worker) },
        'port-stripe': { type: 'string', default: String(defaultPorts.stripe) },
        'stand-in': { type: 'boolean', default: false },
        verbose: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    const said = error instanceof Error ? error.message : 'An option is not known.';
    throw new DemoError(
      `${said}\nOptions: --port-site, --port-worker, --port-stripe (each a number), --stand-in, --verbose.`,
    );
  }
}

function introduce(demo: Demo, { stripe }: DevVars): string {
  const parts = [
    `  Rocket Rides  ${demo.site}  a sample host site`,
    `  Worker        ${demo.worker}  Inlay’s API, and the bundle at /inlay.js`,
  ];
  const then =
    stripe.kind === 'test mode'
      ? [
          '  Stripe        its test mode, with the keys in .dev.vars',
          '',
          stripe.webhookSecrets === ''
            ? 'For webhooks, run this, and put the secret it prints into .dev.vars as STRIPE_WEBHOOK_SECRETS:'
            : 'For webhooks, keep this running:',
          `  stripe listen --forward-to ${webhookUrl(demo.worker)} --forward-connect-to ${webhookUrl(demo.worker)}`,
          '',
          `Open ${demo.site}/onboard and press “Set up payouts”.`,
        ]
      : [
          `  Stripe        ${demo.stripe}  a stand-in: no account, no internet, no money`,
          '',
          `Open ${demo.site}/onboard and press “Set up payouts”.`,
          'On Stripe’s pages, “Use test data” fills a step and “Continue” goes on.',
        ];
  const playground = `Each element with all it has, what can go wrong and its code: ${demo.site}/playground`;
  return ['', ...parts, ...then, playground, 'Ctrl-C ends everything.'].join('\n');
}

async function main(): Promise<void> {
  const { ports, verbose, standIn } = readOptions();
  const file = path.join(repository, '.dev.vars');
  const devVars = readDevVars(existsSync(file) && !standIn ? readFileSync(file, 'utf8') : undefined);
  // Until the demo stands, its parts are cut short as this process exits; then they are asked to stop, once.
  let interrupt: () => void = () => process.exit(130);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => interrupt());
  const demo = await startDemo({ ports, verbose, devVars, log: console.log });
  console.log(introduce(demo, devVars));
  await new Promise<void>((resolve) => {
    interrupt = resolve;
  });
  console.log('\nStopping…');
  await demo.stop();
}

if (import.meta.main) {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof DemoError ? error.message : error);
    process.exitCode = 1;
  }
}
