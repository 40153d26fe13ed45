/** The Worker's routes of SetupIntents behind `fake-worker.ts`, with what a test says becomes of them at Stripe. */
import type { SetupIntent, SetupOutcome, SetupTerms } from '../../worker/contract.ts';
import { type FakeMethods, methodThat } from './fake-methods.ts';

export const SETUP_SECRET = 'seti_1_secret_CANARY_SETUP_SECRET';
export const SETUP_KEY = 'pk_test_save';

export class FakeSetup {
  terms: SetupTerms = {
    object: 'setup_intent.terms',
    business_name: 'Rocket Rides',
    terms_url: 'https://rides.example.test/terms',
    version: 'terms_1',
    required: true,
    usage: 'off_session',
  };
  /** How the next attempts end. A success is saved, and accepts the terms. */
  status: SetupOutcome['status'] = 'succeeded';
  /** Stripe's code of the last failure. */
  failure: string | null = null;
  /** What is saved next. */
  method = methodThat();
  readonly #methods: FakeMethods;
  #made = 0;

  constructor(methods: FakeMethods) {
    this.#methods = methods;
  }

  /** Undefined: not a route of SetupIntents. */
  answer(what: string): Response | undefined {
    const [method, path = ''] = what.split(' ');
    const [things, id, more] = path.split('/');
    if (things !== 'setup_intents') return undefined;
    if (method === 'GET' && id === undefined) return Response.json(this.terms);
    if (method === 'POST' && id === undefined) return Response.json(this.#make());
    if (method === 'POST' && id !== undefined && more === 'sync') return Response.json(this.#sync(id));
    return undefined;
  }

  #make(): SetupIntent {
    const id = `seti_${++this.#made}`;
    return { object: 'setup_intent', id, client_secret: SETUP_SECRET, publishable_key: SETUP_KEY };
  }

  #sync(id: string): SetupOutcome {
    const succeeded = this.status === 'succeeded';
    if (succeeded) {
      this.terms = { ...this.terms, required: false };
      this.#methods.saved = [this.method, ...this.#methods.saved.filter((one) => one.id !== this.method.id)];
    }
    return {
      object: 'setup_intent',
      id,
      status: this.status,
      payment_method: succeeded ? this.method : null,
      last_setup_error: this.failure === null ? null : { code: this.failure },
    };
  }
}
