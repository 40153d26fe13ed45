/**
 * Those who ask, over bare sockets: Node's own HTTP client costs more than some of what is measured, and would make every
 * ratio look better than it is. And Stripe, who always says the same, after a delay of our choice.
 */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

export interface Order {
  readonly port: number;
  /** Whole requests in HTTP/1.1, each sent once. */
  readonly requests: readonly string[];
  readonly clients: number;
  /** Milliseconds a client waits after an answer: for work that the Worker does after it. */
  readonly pause: number;
}

export interface Outcome {
  /** Milliseconds, a request each. */
  readonly latencies: readonly number[];
  /** Answers a second, without the first and the last tenth, in which not every client is at work. */
  readonly rate: number;
}

export async function send({ port, requests, clients, pause }: Order): Promise<Outcome> {
  const waiting = requests.values();
  const latencies: number[] = [];
  const answered: number[] = [];
  const client = async () => {
    const { ask, hangUp } = await open(port);
    for (const request of waiting) {
      const began = performance.now();
      await ask(request);
      answered.push(performance.now());
      latencies.push(performance.now() - began);
      if (pause > 0) await wait(pause);
    }
    hangUp();
  };
  await Promise.all(Array.from({ length: clients }, client));
  const tenth = Math.floor(answered.length / 10);
  const [from = 0, to = 0] = [answered[tenth], answered.at(-1 - tenth)];
  return { latencies, rate: ((answered.length - 1 - 2 * tenth) / (to - from)) * 1000 };
}

async function open(port: number): Promise<{ ask: (request: string) => Promise<void>; hangUp: () => void }> {
  // One character a byte, so that a length in bytes is the length of the text.
  const socket = connect({ port, host: '127.0.0.1', noDelay: true }).setEncoding('latin1');
  await once(socket, 'connect');
  socket.on('end', () => socket.destroy(new Error('The Worker hung up.')));
  const ask = async (request: string) => {
    socket.write(request);
    for (let answer = ''; !isWhole(answer); ) answer += (await once(socket, 'data'))[0];
  };
  return { ask, hangUp: () => socket.destroy() };
}

function isWhole(answer: string): boolean {
  const head = answer.slice(0, answer.indexOf('\r\n\r\n') + 4);
  if (head === '') return false;
  const length = Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? Number.NaN);
  if (!/^HTTP\/1\.1 200/.test(head) || Number.isNaN(length)) throw new Error(`The Worker answered: ${answer}`);
  return answer.length >= head.length + length;
}

const link = {
  object: 'account_link',
  created: 1,
  expires_at: 1_793_000_300,
  url: 'https://connect.stripe.com/setup/e/x',
};
const account = {
  object: 'account',
  id: 'acct_1',
  details_submitted: true,
  charges_enabled: true,
  payouts_enabled: true,
};

/** A new one each time: the Worker keeps every session once. */
const session = () => ({
  object: 'checkout.session',
  id: `cs_test_${randomUUID()}`,
  url: 'https://checkout.stripe.com/c/pay/x',
  client_secret: null,
  ui_mode: 'hosted_page',
  status: 'open',
  payment_status: 'unpaid',
  payment_intent: null,
  amount_total: 1_200,
  currency: 'usd',
  created: 1,
  expires_at: 1_793_086_400,
});

const answers: { readonly [path: string]: () => object } = {
  '/v1/account_links': () => link,
  '/v1/checkout/sessions': session,
};

export interface StripeStub {
  readonly origin: string;
  /** Milliseconds before each answer. */
  delay: number;
  readonly stop: () => void;
}

export async function startStripeStub(): Promise<StripeStub> {
  const server = createServer((request, response) => {
    const object = answers[request.url ?? '']?.() ?? account;
    const answer = () => response.setHeader('Content-Type', 'application/json').end(JSON.stringify(object));
    request.resume().on('end', () => (stub.delay === 0 ? answer() : setTimeout(answer, stub.delay)));
  });
  server.keepAliveTimeout = 0;
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The stub of Stripe has no port.');
  const stub = {
    origin: `http://127.0.0.1:${address.port}`,
    delay: 0,
    stop: () => server.close().closeAllConnections(),
  };
  return stub;
}
