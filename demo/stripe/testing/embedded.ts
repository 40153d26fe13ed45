/** A page with components of a merchant, as the browser's script asks for them. */
import type Stripe from 'stripe';
import { type Merchants, merchants } from './merchant.ts';
import { EXPRESS } from './stand.ts';

export interface Embedded extends Merchants {
  account: string;
  session(components: Stripe.AccountSessionCreateParams.Components, account?: string): Promise<string>;
  /** A form to `/connect/…`. */
  ask(path: string, secret: string, fields?: Record<string, string>): Promise<{ status: number; body: Asked }>;
  /** Lets somebody in through the window that an answer offered. */
  letIn(window: string, decision?: 'cancel' | 'continue', to?: string): Promise<Response>;
}

interface Asked {
  // What a panel shows is for each test to say.
  shown: Record<string, unknown>;
  window: string;
  authenticates: boolean;
  status: string;
  step: string;
  error: { type: string; code?: string; message: string };
}

export async function embedded(params: Stripe.AccountCreateParams = EXPRESS): Promise<Embedded> {
  const all = await merchants();
  const account = await all.merchant(params);
  return {
    ...all,
    account,
    async session(components, of = account) {
      return (await all.sdk.accountSessions.create({ account: of, components })).client_secret;
    },
    async ask(path, client_secret, fields = {}) {
      const form = new URLSearchParams({ key: 'pk_test_demo', client_secret, ...fields });
      const response = await all.post(`/connect/${path}`, String(form), { Origin: 'https://shop.example' });
      return { status: response.status, body: await response.json() };
    },
    letIn: (window, decision = 'continue', to = '') =>
      all.post(`/connect/window/${window}?to=${to}`, `decision=${decision}`),
  };
}
