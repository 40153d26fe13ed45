import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { createSite } from './app.ts';
import { wayOf } from './playground/ways.ts';
import type { SiteSettings } from './settings.ts';

/** Serves Rocket Rides on this machine only. */
export async function serveSite(port: number, settings: SiteSettings): Promise<{ close: () => Promise<void> }> {
  const listener = getRequestListener(createSite(settings).fetch);
  const server = createServer((incoming, outgoing) => {
    if (wayOf(incoming.headers.host ?? '') === 'offline') incoming.socket.destroy();
    else void listener(incoming, outgoing);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  return { close: () => close(server) };
}

/** Without waiting for browsers to let go of their idle connections. */
function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
