/** What beginning a sale costs beside a few lines that only forward, and beside the link of the same Worker. */
import type { Built } from '../build.ts';
import { interleave, median } from '../rounds.ts';
import { type Row, ratioRows } from '../table.ts';
import { type Asked, buyerRequest, linksPath, sessionsPath, startInlay, userRequest } from './inlay.ts';
import { send, startStripeStub } from './load.ts';
import type { Effort } from './rows.ts';
import { type Running, startWorkerd } from './workerd.ts';

const MERCHANTS = 100;

export async function checkoutRows(
  built: Built,
  { rounds, requests }: Effort,
  say: (line: string) => void,
): Promise<Row[]> {
  say('Worker: Checkout…');
  const stripe = await startStripeStub();
  const started: Running[] = [];
  try {
    const inlay = await startInlay(built.worker, stripe.origin, MERCHANTS);
    const bindings = { STRIPE_API_ORIGIN: stripe.origin, SITE_KEY: inlay.key.secret, WEBHOOK_SECRET: 'whsec_none' };
    const forwarder = await startWorkerd(built.references, bindings);
    started.push(inlay, forwarder);
    stripe.delay = 50;
    const asked = {
      sale: { ...inlay, path: sessionsPath },
      link: { ...inlay, path: linksPath },
      forward: { ...forwarder, key: inlay.key, path: '/forward' },
    };
    const figures = await interleave(rounds, ['sale', 'link', 'forward'], (name) => p50(asked[name], requests));
    const row = ratioRows(figures, 'forward', 'ms');
    return [
      row('POST /checkout/sessions, Stripe at 50 ms, 1 client, p50 (a claim and a sale are written)', 'sale'),
      row('  compare: POST /account_links (nothing is written)', 'link'),
    ];
  } finally {
    for (const { stop } of started.toReversed()) await stop();
    stripe.stop();
  }
}

/** Milliseconds, the median of one client's requests. */
async function p50(to: Asked, count: number): Promise<number> {
  const request = () => {
    const user = 1 + Math.floor(Math.random() * MERCHANTS);
    return to.path === sessionsPath ? buyerRequest(to, user) : userRequest('POST', to, user);
  };
  return median(
    (await send({ port: to.port, requests: Array.from({ length: count }, request), clients: 1, pause: 0 })).latencies,
  );
}
