/** Cash App, and what becomes of a wish to save it. */
import { methodThat } from '../../../../widgets/testing/fake-methods.ts';
import type {
  PaymentMethod,
  PaymentMethodList,
  SetupIntent,
  SetupOutcome,
  SetupTerms,
} from '../../../../worker/contract.ts';
import { NOW } from './merchants.ts';

export const ada = methodThat({ created: NOW });

export const terms: SetupTerms = {
  object: 'setup_intent.terms',
  business_name: 'Rocket Rides',
  terms_url: 'https://rides.example.test/terms',
  version: 'terms_1',
  required: true,
  usage: 'off_session',
};

/** @param dialog what the scripted Stripe.js does with it: see `public/gallery-stripe.js` */
export function intentThat(dialog: 'stays' | 'ends' | 'shows a code' | 'shows no code'): SetupIntent {
  return { object: 'setup_intent', id: 'seti_1', client_secret: dialog, publishable_key: 'pk_test_gallery' };
}

export function outcomeThat(status: SetupOutcome['status'], failure?: string): SetupOutcome {
  return {
    object: 'setup_intent',
    id: 'seti_1',
    status,
    payment_method: status === 'succeeded' ? ada : null,
    last_setup_error: failure === undefined ? null : { code: failure },
  };
}

export function methodListOf(...data: PaymentMethod[]): PaymentMethodList {
  return { object: 'list', url: '/v1/payment_methods', has_more: false, data };
}

export { methodThat };
