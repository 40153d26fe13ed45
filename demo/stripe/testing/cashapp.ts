/** A stand-in with a customer who saves Cash App Pay, as most tests of it begin. */
import type Stripe from 'stripe';
import { listener, type Stand, stand } from './stand.ts';

export interface Cashapp extends Stand {
  customer: string;
  /** Types of the events that were delivered, oldest first, without those about the customer. */
  told(): Promise<string[]>;
  setup(params?: Stripe.SetupIntentCreateParams): Promise<Stripe.SetupIntent>;
  /** As the page of the site does it: with the publishable key and the client secret. */
  confirm(intent: { id: string; client_secret: string | null }, form?: string): Promise<Response>;
  decide(intent: string, what: 'approve' | 'confirm' | 'decline' | 'expire'): Promise<void>;
  /** A method that was saved. */
  saved(): Promise<string>;
  charge(method: string, params?: Partial<Stripe.PaymentIntentCreateParams>): Promise<Stripe.PaymentIntent>;
  advance(seconds: number): Promise<void>;
}

export const BROWSER = { Authorization: 'Bearer pk_test_demo', 'User-Agent': 'Mozilla/5.0 (test)' };
export const CONFIRMATION =
  'payment_method_data[type]=cashapp&return_url=https%3A%2F%2Fshop.example%2Fback%3Forder%3D7';

export async function cashapp(): Promise<Cashapp> {
  // Only `advance` moves its clock: what takes a second takes as long as the test likes.
  const all = await stand({ now: () => 1_793_000_000 });
  const { sdk, control, post } = all;
  const hook = await listener();
  await sdk.webhookEndpoints.create({ url: hook.url, enabled_events: ['*'] });
  const customer = (await sdk.customers.create({ name: 'Ada Lovelace' })).id;
  const ordered = async (name: string, body: object) => {
    const response = await control(name, body);
    if (!response.ok) throw new Error(await response.text());
  };
  const self: Cashapp = {
    ...all,
    customer,
    async told() {
      await all.stripe.settled();
      return hook.types().filter((type) => !type.startsWith('customer.'));
    },
    setup: (params) => sdk.setupIntents.create({ customer, allowed_payment_method_types: ['cashapp'], ...params }),
    confirm: (intent, form = CONFIRMATION) =>
      post(`/v1/setup_intents/${intent.id}/confirm`, `client_secret=${intent.client_secret}&${form}`, BROWSER),
    decide: (intent, what) => ordered(`cashapp/${intent}`, { do: what }),
    async saved() {
      const { id } = await self.setup();
      await self.decide(id, 'approve');
      const { payment_method } = await sdk.setupIntents.retrieve(id);
      if (typeof payment_method !== 'string') throw new Error('Nothing was saved.');
      return payment_method;
    },
    charge: (method, params) =>
      sdk.paymentIntents.create({
        amount: 2500,
        currency: 'usd',
        customer,
        payment_method: method,
        off_session: true,
        confirm: true,
        ...params,
      }),
    advance: (seconds) => ordered('clock', { advance: seconds }),
  };
  return self;
}
