/** A stand-in with a merchant who sells by Checkout, as most tests of it begin. */
import type Stripe from 'stripe';
import { type Merchants, merchants } from './merchant.ts';

export type SaleParams = Partial<Stripe.Checkout.SessionCreateParams>;

export interface Shop extends Merchants {
  account: string;
  /** For the SDK: on the merchant's own account. */
  on: { stripeAccount: string };
  /** Two T-shirts for 10.00 dollars, 1.50 of it for the platform. */
  session(params?: SaleParams): Promise<Stripe.Checkout.Session>;
  read(id: string): Promise<Stripe.Checkout.Session>;
  order(id: string, what: string): Promise<Response>;
  /** Types of the events the endpoint for connected accounts got, oldest first. */
  heard(): Promise<string[]>;
}

export const BUSINESS = 'Shirts & Co';

export const SHIRTS: Stripe.Checkout.SessionCreateParams.LineItem = {
  quantity: 2,
  price_data: { currency: 'usd', unit_amount: 500, product_data: { name: 'T shirt' } },
};

export async function shop(): Promise<Shop> {
  const all = await merchants();
  const account = await all.merchant();
  await all.sdk.accounts.update(account, { business_profile: { name: BUSINESS } });
  const on = { stripeAccount: account };
  return {
    ...all,
    account,
    on,
    session: (params) =>
      all.sdk.checkout.sessions.create(
        {
          mode: 'payment',
          line_items: [SHIRTS],
          payment_intent_data: { application_fee_amount: 150 },
          ...(!params?.ui_mode && {
            success_url: 'https://shop.example/done?session_id={CHECKOUT_SESSION_ID}',
            cancel_url: 'https://shop.example/cart?from={CHECKOUT_SESSION_ID}',
          }),
          ...params,
        },
        on,
      ),
    read: (id) => all.sdk.checkout.sessions.retrieve(id, {}, on),
    order: (id, what) => all.control(`checkout/${id}`, { do: what }),
    heard: async () => (await all.told()).connect.filter((type) => !/^(balance|capability|person)\./.test(type)),
  };
}
