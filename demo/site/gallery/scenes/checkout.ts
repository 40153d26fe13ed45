import type { CheckoutOutcome, CheckoutSession, NewCheckoutSession } from '../../../../worker/contract.ts';
import { type Answers, call, fails, never, press, type Scene, type Shown } from '../scene.ts';
import { NOW } from './merchants.ts';

const order = { merchant: 'merchant_1', price: 'day_pass' };
const able: Answers = {
  'GET checkout/merchants/:id': { is: { object: 'checkout.merchant', id: 'merchant_1', charges_enabled: true } },
};

/** @param dialog what the scripted Stripe.js does with it: see `public/gallery-stripe.js` */
function sessionThat(dialog: 'stays' | 'ends' | 'fails'): NewCheckoutSession {
  return {
    object: 'checkout.session',
    id: 'cs_1',
    url: null,
    client_secret: dialog,
    publishable_key: 'pk_test_gallery',
    account: 'acct_1Gallery',
    expires_at: NOW + 3_600,
  };
}

function became(outcome: CheckoutOutcome): CheckoutSession {
  const submitted = outcome !== 'open' && outcome !== 'expired';
  return {
    object: 'checkout.session',
    id: 'cs_1',
    merchant: order.merchant,
    line_items: [{ price: order.price, quantity: 1 }],
    status: outcome === 'expired' ? 'expired' : submitted ? 'complete' : 'open',
    payment_status: outcome === 'paid' ? 'paid' : 'unpaid',
    outcome,
    amount_total: 1_200,
    currency: 'usd',
    created: NOW,
  };
}

function ends(name: string, title: string, outcome: CheckoutOutcome): Scene {
  return {
    name,
    title,
    attributes: { ...order, presentation: 'inline' },
    answers: {
      ...able,
      'POST checkout/sessions': { is: sessionThat('ends') },
      'GET checkout/sessions/:id': { is: became(outcome) },
    },
    steps: [call('start')],
  };
}

export const checkout: Shown = {
  tag: 'connect-checkout-button',
  about: 'sends a buyer to Checkout on a merchant’s account',
  scenes: [
    {
      name: 'loading',
      title: 'loading',
      attributes: order,
      answers: { 'GET checkout/merchants/:id': never },
      loading: true,
    },
    { name: 'first', title: 'can be bought', attributes: order, answers: able },
    {
      name: 'unavailable',
      title: 'the merchant cannot sell yet',
      attributes: order,
      answers: {
        'GET checkout/merchants/:id': { is: { object: 'checkout.merchant', id: 'merchant_1', charges_enabled: false } },
      },
    },
    {
      name: 'opening',
      title: 'pressed, Checkout is on its way',
      attributes: order,
      answers: { ...able, 'POST checkout/sessions': never },
      steps: [press('[part=spinner]')],
    },
    {
      name: 'open',
      title: 'Checkout stands in the page',
      attributes: { ...order, presentation: 'inline' },
      answers: { ...able, 'POST checkout/sessions': { is: sessionThat('stays') } },
      steps: [press('[part=cancel]')],
      apart: '',
    },
    {
      name: 'confirming',
      title: 'the outcome is read',
      attributes: { ...order, presentation: 'inline' },
      answers: { ...able, 'POST checkout/sessions': { is: sessionThat('ends') }, 'GET checkout/sessions/:id': never },
      steps: [press('[part=spinner]')],
      apart: '',
    },
    ends('paid', 'paid', 'paid'),
    ends('processing', 'paid, the money is on its way', 'processing'),
    ends('left', 'not completed', 'open'),
    ends('expired', 'the time to pay ran out', 'expired'),
    ends('declined', 'the payment failed', 'failed'),
    {
      name: 'failed',
      title: 'Checkout could not be opened',
      attributes: order,
      answers: { ...able, 'POST checkout/sessions': fails('quota_exceeded') },
      steps: [press('[part=error]')],
    },
    { name: 'not-set-up', title: 'an attribute is missing', attributes: { merchant: order.merchant }, answers: able },
    { name: 'disabled', title: 'disabled', attributes: { ...order, disabled: '' }, answers: able },
    {
      name: 'labelled',
      title: 'with a label of the site’s',
      attributes: order,
      slots: { '': 'Buy a day pass for $12' },
      answers: able,
    },
  ],
};
