/** A host site and a Worker on this machine, on which nothing is wrong but what a test does to them. */
import { createServer, type RequestListener, type Server } from 'node:http';
import { goodCheckup } from '../../doctor/testing.ts';
import type { Checkup } from '../../worker/contract.ts';

export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** The connection ends without one. */
  readonly reset?: boolean;
}

export interface Seen {
  readonly method: string | undefined;
  readonly path: string | undefined;
  readonly origin: string | undefined;
  readonly cookie: string | undefined;
  readonly authorization: string | undefined;
}

export interface Scene {
  readonly site: string;
  readonly worker: string;
  /** By path: what the next answers are in place of the usual ones. */
  readonly answers: Map<string, Answer>;
  checkup: Partial<Checkup>;
  claims: Record<string, unknown>;
  page: { head: string; body: string; headers: Record<string, string> };
  readonly seen: Seen[];
  close(): void;
}

const now = () => Math.floor(Date.now() / 1000);

/** Signed by nobody: it is the Worker that would look. */
export function token(claims: Record<string, unknown>): string {
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
  return `${encode({ alg: 'HS256' })}.${encode(claims)}.CANARY_SIGNATURE`;
}

export async function createScene(): Promise<Scene> {
  const answers = new Map<string, Answer>();
  const seen: Seen[] = [];
  const serve = (usual: (path: string, token: boolean) => Answer): Promise<Server> => {
    const listener: RequestListener = ({ method, url: path = '/', headers }, response) => {
      const { origin, cookie, authorization } = headers;
      seen.push({ method, path, origin, cookie, authorization });
      const [route = ''] = path.split('?');
      const {
        status = 200,
        headers: more = {},
        body = '',
        reset = false,
      } = answers.get(route) ?? usual(route, authorization !== undefined);
      if (reset) response.destroy();
      else response.writeHead(status, { 'Content-Type': 'application/json', ...more }).end(body);
    };
    const server = createServer(listener);
    return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
  };

  const worker = await serve((path, withToken) => {
    if (path === '/v1/webhooks/stripe')
      return { status: 400, body: '{"error":{"code":"signature_invalid","message":"No."}}' };
    if (path === '/integrity.json')
      return {
        body: '{"inlay.js":"sha384-x","v/1.0.0/inlay.iife.js":"sha384-iife","v/1.0.0/inlay.js":"sha384-right"}',
      };
    if (/^\/(v\/1\.0\.0\/)?inlay(\.iife)?\.js$/.test(path)) return { headers: { 'Content-Type': 'text/javascript' } };
    if (path.endsWith('.js')) return { status: 404, headers: { 'Content-Type': 'text/html' } };
    const { token: verdict, ...rest } = goodCheckup;
    const checkup = { ...rest, worker: scene.worker, mode: 'test', now: now(), ...scene.checkup };
    return { body: JSON.stringify({ token: withToken ? verdict : null, ...checkup }) };
  });
  const site = await serve((path) => {
    if (path === '/inlay/token') {
      const claims = { iss: 'site_1', aud: scene.worker, iat: now(), exp: now() + 300, ...scene.claims };
      return { body: JSON.stringify({ token: token(claims) }) };
    }
    const { head, body, headers } = scene.page;
    return {
      headers: { 'Content-Type': 'text/html', ...headers },
      body: `<!doctype html><head>${head}</head><body>${body}`,
    };
  });
  const scene: Scene = {
    site: addressOf(site),
    worker: addressOf(worker),
    answers,
    checkup: {},
    claims: {},
    page: {
      head: `<script type="module" src="${addressOf(worker)}/inlay.js" data-site="site_1" data-token-url="/inlay/token?as=SECRET_QUERY"></script>`,
      body: '<connect-onboard-button></connect-onboard-button>',
      headers: {},
    },
    seen,
    close() {
      worker.close();
      site.close();
    },
  };
  return scene;
}

function addressOf(server: Server): string {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return `http://localhost:${address.port}`;
}
