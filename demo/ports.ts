/** Ports on this machine: which are wanted, which are taken, which are free. */
import { createServer, type Server } from 'node:net';
import { DemoError } from './demo-error.ts';

export interface Ports {
  readonly site: number;
  readonly worker: number;
  readonly stripe: number;
}

export const defaultPorts: Ports = { site: 5173, worker: 8787, stripe: 12111 };

/** What listens on each, as messages call it. */
const listeners: { readonly [part in keyof Ports]: string } = {
  site: 'the host site',
  worker: 'the Worker',
  stripe: 'the Stripe stand-in',
};

/** Reads a `--port-…` value. 0 stands for any free port. */
export function readPort(flag: string, text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port >= 0 && port <= 65_535) return port;
  throw new DemoError(`${flag} is "${text}": give a number from 0 to 65535, 0 for any free port.`);
}

/**
 * Every port asked for, and a free one in place of each 0. Checked before anything starts, and on both loopback
 * addresses, because a browser asked for `localhost` may try either.
 * @throws DemoError naming each port that is taken, and the flag that changes it
 */
export async function choosePorts(wanted: Ports, parts: readonly (keyof Ports)[]): Promise<Ports> {
  const held: Server[] = [];
  const chosen = { ...wanted };
  const complaints: string[] = [];
  try {
    for (const part of parts) {
      const asked = wanted[part];
      const servers = await hold(asked);
      if (servers === null) complaints.push(complaint(part, asked));
      else held.push(...servers);
      chosen[part] = servers?.map(portOf)[0] ?? asked;
    }
  } finally {
    await release(held);
  }
  if (complaints.length > 0) throw new DemoError(complaints.join('\n'));
  return chosen;
}

/** A port that nobody listens on, at either address. */
export async function freePort(): Promise<number> {
  const held = (await hold(0)) ?? [];
  const [port] = held.map(portOf);
  await release(held);
  if (port === undefined) throw new DemoError('There is no free port.');
  return port;
}

async function release(held: readonly Server[]): Promise<void> {
  await Promise.all(held.map((server) => new Promise((resolve) => server.close(resolve))));
}

function complaint(part: keyof Ports, port: number): string {
  return `Port ${port} for ${listeners[part]} is taken. End what uses it, or choose another: npm start -- --port-${part} ${port + 1} (0 takes any free one).`;
}

/** Listens on the port at both addresses; null when either is taken. A machine without IPv6 has only one. */
async function hold(port: number): Promise<Server[] | null> {
  const first = await listen('127.0.0.1', port);
  if (first === 'taken' || first === 'no such address') return null;
  const second = await listen('::1', portOf(first));
  if (second === 'no such address') return [first];
  if (second !== 'taken') return [first, second];
  await new Promise((resolve) => first.close(resolve));
  return port === 0 ? hold(port) : null;
}

function listen(host: string, port: number): Promise<Server | 'taken' | 'no such address'> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve('taken');
      else if (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT') resolve('no such address');
      else reject(new DemoError(`Cannot listen on port ${port}: ${error.message}`));
    });
    server.listen({ host, port, exclusive: true }, () => resolve(server));
  });
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new DemoError('A server has no port.');
  return address.port;
}
