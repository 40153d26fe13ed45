/** The stand-in on a port of this machine: `npm run stripe`, or `serveStripe` from the demo and from tests. */
import { existsSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { getRequestListener } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { ConnectionReset } from './faults.ts';
import { createStripe, type StripeStandIn } from './index.ts';

export interface ServedStripe {
  origin: string;
  port: number;
  stripe: StripeStandIn;
  close(): Promise<void>;
}

export interface ServeOptions {
  port: number;
  host?: string;
  /** Unix seconds: a clock that stands still, for tests. */
  now?: () => number;
}

/** Port 0 takes a free one. Without `host` it answers at `127.0.0.1` and at `::1`, so that `localhost` works either way. */
export async function serveStripe({ port, host, now }: ServeOptions): Promise<ServedStripe> {
  const listener = getRequestListener((request, env) => answer(request, 'outgoing' in env ? env.outgoing : null));
  const { servers, bound } = await bind((incoming, outgoing) => void listener(incoming, outgoing), port, host);
  const origin = `http://${host ?? 'localhost'}:${bound}`;
  const stripe = createStripe({ origin, scripts, ...(now && { now }) });
  // The real clock moves by itself: what falls due has to be noticed between requests.
  const ticking = setInterval(() => stripe.clock.advance(0), 1000);
  ticking.unref();

  async function answer(request: Request, outgoing: { destroy(): unknown } | null): Promise<Response> {
    try {
      return await stripe.fetch(request);
    } catch (error) {
      if (!(error instanceof ConnectionReset) || !outgoing) throw error;
      outgoing.destroy();
      return RESPONSE_ALREADY_SENT;
    }
  }

  return {
    origin,
    port: bound,
    stripe,
    async close() {
      clearInterval(ticking);
      stripe.close();
      await stop(servers);
    },
  };
}

type Listener = (incoming: IncomingMessage, outgoing: ServerResponse) => void;

/** All or nothing. Where any port will do, one that is free on one address only is given up for another. */
async function bind(
  listener: Listener,
  port: number,
  host?: string,
  tries = 5,
): Promise<{ servers: Server[]; bound: number }> {
  const [first, second] = [createServer(listener), createServer(listener)];
  const listening = () => [first, second].filter((server) => server.listening);
  try {
    const bound = await listen(first, host ?? '127.0.0.1', port);
    if (!host) await listen(second, '::1', bound).catch(ignoreWithoutIpv6);
    return { servers: listening(), bound };
  } catch (error) {
    await stop(listening());
    if (port === 0 && tries > 1) return bind(listener, port, host, tries - 1);
    throw error;
  }
}

async function stop(servers: Server[]): Promise<void> {
  for (const server of servers) server.closeAllConnections();
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
}

function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(
              `Port ${port} on ${host} is already taken: stop what uses it, or choose another port for the Stripe stand-in with --port.`,
              { cause: error },
            )
          : error,
      ),
    );
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

function ignoreWithoutIpv6(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EADDRNOTAVAIL' && error.code !== 'EAFNOSUPPORT') throw error;
}

const built = new Map<string, Promise<string>>();

/** Built when first asked for: the demo's start need not wait for it. One that could not be built is tried again. */
async function scripts(name: string): Promise<string | null> {
  const entry = fileURLToPath(new URL(`./js/${name.replace(/\.js$/, '.ts')}`, import.meta.url));
  if (!existsSync(entry)) return null;
  const script = built.get(name) ?? bundle(entry);
  built.set(name, script);
  script.catch(() => built.delete(name));
  return script;
}

/** One classic script, with everything it imports. */
async function bundle(entry: string): Promise<string> {
  const { build } = await import('vite');
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    build: { write: false, minify: false, rolldownOptions: { input: entry, output: { format: 'iife' } } },
  });
  const [output] = [result].flat();
  const chunk = output && 'output' in output ? output.output[0] : undefined;
  if (!chunk) throw new Error(`Nothing was built of ${entry}.`);
  return chunk.code;
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { port: { type: 'string', default: '12111' } } });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    console.error(`--port must be a number from 0 to 65535, not '${values.port}'.`);
    process.exit(2);
  }
  try {
    const { origin } = await serveStripe({ port });
    console.log(`Stripe stand-in: ${origin} (controls: ${origin}/_test/)`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
