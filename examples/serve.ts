/**
 * The example apps, each at an origin of its own on this machine, with one demo behind them all: the Worker and the stand-in
 * for Stripe. Tests call `serveExamples`; `node examples/serve.ts` serves until Ctrl-C what `npm run examples -- --build`
 * has built.
 */
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import * as v from 'valibot';
import { siteId, startDemo } from '../demo/demo.ts';
import { freePort } from '../demo/ports.ts';
import { askAsOperator, type Operator, type SiteKey } from '../demo/seed.ts';
import { type App, type AppName, appNames, apps } from './harness/apps.ts';
import { type Front, openFront } from './harness/front.ts';
import { startServer } from './harness/server.ts';

const Key = v.object({ id: v.string(), secret: v.string() });

/** May go to another process as JSON. */
export const Addresses = v.object({
  worker: v.string(),
  stripe: v.string(),
  site: v.string(),
  /** One of the site's keys, for whoever signs tokens. */
  key: Key,
  /** Origin of each app. */
  apps: v.record(v.string(), v.string()),
});
export type Addresses = v.InferOutput<typeof Addresses>;

export interface Served {
  readonly addresses: Addresses;
  readonly stop: () => Promise<void>;
}

export async function serveExamples(names: readonly AppName[] = appNames): Promise<Served> {
  const stops: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const stopOne of stops.splice(0).toReversed()) await stopOne();
  };
  try {
    const operatorKey = randomBytes(32).toString('hex');
    const demo = await startDemo({
      ports: { site: 0, worker: 0, stripe: 0 },
      log: () => {},
      devVars: { stripe: { kind: 'stand-in' }, operatorKey },
    });
    stops.push(demo.stop);
    const fronts = new Map<AppName, Front>();
    for (const name of names) fronts.set(name, await openFront());
    for (const front of fronts.values()) stops.push(front.stop);
    // The Worker must know them before anything is asked of it.
    const origins = Object.fromEntries([...fronts].map(([name, { origin }]) => [name, origin]));
    const key = await addToSite({ worker: demo.worker, key: operatorKey }, [demo.site, ...Object.values(origins)]);
    const addresses = { worker: demo.worker, stripe: demo.stripe ?? '', site: siteId, key, apps: origins };

    const servers = new Map<string, Promise<string>>();
    const start = async (program: readonly string[]): Promise<string> => {
      const server = await startServer(program, await freePort(), environment(addresses));
      stops.push(server.stop);
      return server.origin;
    };
    await Promise.all(
      [...fronts].map(async ([name, front]) => {
        const app: App = apps[name];
        const program = app.kind === 'server' ? app.server : [app.tokenRoute];
        const behind = servers.get(`${program}`) ?? start(program);
        servers.set(`${program}`, behind);
        front.show({
          folders: app.kind === 'server' ? [] : app.files.map((files) => path.join(import.meta.dirname, files)),
          behind: await behind,
          worker: addresses.worker,
          site: addresses.site,
          script: app.kind === 'files' && app.stripeJs ? `${addresses.stripe}/js/stripe.js` : null,
        });
      }),
    );
    return { addresses, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Answers with a key of the site's. */
async function addToSite(operator: Operator, origins: readonly string[]): Promise<SiteKey> {
  const site = `/v1/sites/${siteId}`;
  await askAsOperator(operator, 'PATCH', site, { origins });
  return v.parse(Key, await askAsOperator(operator, 'POST', `${site}/keys`, {}));
}

/** What the servers of a host site find in their environment. */
export function environment({ worker, site, key }: Addresses): Record<string, string> {
  return {
    INLAY_SITE: site,
    INLAY_WORKER: worker,
    INLAY_KEY_ID: key.id,
    INLAY_KEY_SECRET: key.secret,
    NUXT_PUBLIC_INLAY_SITE: site,
    NUXT_PUBLIC_INLAY_API: worker,
  };
}

if (import.meta.main) {
  const { addresses, stop } = await serveExamples();
  for (const [name, origin] of Object.entries(addresses.apps)) console.log(`${name.padEnd(20)} ${origin}`);
  console.log('Be somebody: document.cookie = "user=ann"');
  process.once('SIGINT', () => void stop());
}
