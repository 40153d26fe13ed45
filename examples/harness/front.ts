/**
 * An origin of an app's own: its files with a token route beside them, or what a server of its own answers. Sources name a
 * Worker and a site that stand for anybody's; here they become those of the running demo.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { DemoError } from '../../demo/demo-error.ts';

export interface FrontSettings {
  /** Absolute. The first that has a file gives it. */
  readonly folders: readonly string[];
  /** Origin of the server that mints tokens, and that has whatever is in no folder. */
  readonly behind: string;
  readonly worker: string;
  readonly site: string;
  /** Address of a script to put before all others. */
  readonly script: string | null;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

export interface Front {
  readonly origin: string;
  /** Before this there is nothing to see: what the files name is only known once every origin is. */
  readonly show: (settings: FrontSettings) => void;
  readonly stop: () => Promise<void>;
}

export async function openFront(): Promise<Front> {
  let shown: FrontSettings | null = null;
  const server = createServer(
    getRequestListener((request) => (shown === null ? new Response(null, { status: 503 }) : answer(request, shown))),
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new DemoError('A server has no port.');
  return {
    origin: `http://localhost:${address.port}`,
    show: (settings) => {
      shown = settings;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(request: Request, settings: FrontSettings): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  if (pathname === '/favicon.ico') return new Response(null, { status: 204 });
  const name = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
  const file = settings.folders.map((folder) => path.join(folder, name)).find(isFile);
  if (file === undefined) return pass(request, `${settings.behind}${pathname}${search}`, settings);
  return new Response(withValues(readFileSync(file, 'utf8'), settings), {
    headers: { 'Content-Type': types[path.extname(file)] ?? 'text/plain; charset=utf-8' },
  });
}

async function pass({ method, headers }: Request, url: string, settings: FrontSettings): Promise<Response> {
  const { status, headers: answered, body } = await fetch(url, { method, headers: forwarded(headers) });
  const type = answered.get('Content-Type') ?? 'text/plain';
  const isScript = type.includes('javascript');
  const text = isScript ? withValues(await new Response(body).text(), settings) : body;
  return new Response(text, { status, headers: { 'Content-Type': type } });
}

function forwarded(headers: Headers): Headers {
  const kept = ['Accept', 'Cookie'].flatMap((name): [string, string][] => {
    const value = headers.get(name);
    return value === null ? [] : [[name, value]];
  });
  return new Headers(kept);
}

function isFile(file: string): boolean {
  return existsSync(file) && statSync(file).isFile();
}

function withValues(source: string, { worker, site, script }: FrontSettings): string {
  const own = source.replaceAll('https://pay.example.com', worker).replaceAll('site_…', site);
  return script === null ? own : own.replace('<script', `<script src="${script}"></script>\n    <script`);
}
