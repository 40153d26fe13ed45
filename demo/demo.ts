/** The demo's three parts, started in the order in which they need each other, and ended in the reverse. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { repository } from '../scripts/wrangler.ts';
import { buildBundle, copyBundle } from './bundle.ts';
import { type DevVars, readDevVars } from './dev-vars.ts';
import { keep, readKept } from './kept.ts';
import { choosePorts, type Ports } from './ports.ts';
import { seedSite } from './seed.ts';
import { serveSite } from './site/serve.ts';
import { startStripe } from './stripe-side.ts';
import { startWorker } from './worker.ts';

export interface DemoOptions {
  readonly ports: Ports;
  readonly log: (line: string) => void;
  readonly devVars?: DevVars;
  readonly verbose?: boolean;
}

export interface Demo {
  readonly site: string;
  readonly worker: string;
  /** Null when the Worker talks to Stripe itself. */
  readonly stripe: string | null;
  readonly stop: () => Promise<void>;
}

export const siteId = 'site_rocket_rides';

export async function startDemo({
  ports,
  log,
  devVars = readDevVars(undefined),
  verbose = false,
}: DemoOptions): Promise<Demo> {
  const { kind } = devVars.stripe;
  const chosen = await choosePorts(ports, kind === 'stand-in' ? ['site', 'worker', 'stripe'] : ['site', 'worker']);
  buildBundle(log);

  const started: (() => Promise<void> | void)[] = [];
  let stopping: Promise<void> | undefined;
  const stop = () => (stopping ??= stopAll(started));
  try {
    const folder = kind === 'stand-in' ? temporaryFolder(started) : path.join(repository, '.wrangler/demo');
    const kept = { ...readKept(folder), ...given(devVars) };

    const stripe = await startStripe(devVars.stripe, chosen);
    started.push(stripe.stop);

    log('Starting the Worker…');
    const worker = await startWorker({
      port: chosen.worker,
      folder,
      assets: copyBundle(folder),
      log,
      verbose,
      vars: {
        INLAY_OPERATOR_KEY: kept.operatorKey,
        INLAY_ENCRYPTION_KEY: kept.encryptionKey,
        STRIPE_WEBHOOK_SECRETS: stripe.webhookSecrets,
        STRIPE_API_ORIGIN: stripe.apiOrigin,
      },
    });
    started.push(worker.stop);

    const origin = `http://localhost:${chosen.site}`;
    const operator = { worker: worker.origin, key: kept.operatorKey };
    const siteKey = await seedSite(operator, { id: siteId, origin, stripe }, kept.siteKey);
    keep(folder, { ...kept, siteKey });

    const settings = { site: siteId, key: siteKey, worker: worker.origin, origin, standIn: stripe.standIn };
    const site = await serveSite(chosen.site, settings);
    started.push(site.close);
    return { site: origin, worker: worker.origin, stripe: stripe.standIn, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The stand-in forgets when it ends, so the database that knows its accounts must go with it. */
function temporaryFolder(started: (() => void)[]): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'inlay-demo-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', remove);
  started.push(() => {
    remove();
    process.off('exit', remove);
  });
  return folder;
}

function given({ operatorKey, encryptionKey }: DevVars): { operatorKey?: string; encryptionKey?: string } {
  return {
    ...(operatorKey === undefined ? {} : { operatorKey }),
    ...(encryptionKey === undefined ? {} : { encryptionKey }),
  };
}

/** The last started first; what fails to stop does not keep the rest running. */
async function stopAll(started: (() => Promise<void> | void)[]): Promise<void> {
  for (const stopOne of started.toReversed()) {
    try {
      await stopOne();
    } catch (error) {
      console.error(error);
    }
  }
}
