/**
 * The stand-in's `/js/stripe.js`: defines `window.Stripe` as Stripe's own script does. `serve.ts` makes one classic script
 * of it and what it imports. A flow adds its method to `StripeBrowser`; a method is there only when something real stands
 * behind it.
 */
import { act } from '../cashapp/dialog/act.ts';
import { confirmation, handlesActions } from '../cashapp/dialog/confirmation.ts';
import { createIntents, type Intents } from '../cashapp/dialog/intents.ts';
import { type Result, resultOf } from '../cashapp/dialog/result.ts';
import { createEmbeddedCheckout } from '../checkout/embedded/create.ts';
import type { EmbeddedCheckout } from '../checkout/embedded/frame.ts';
import { type Collected, collect } from '../financial_connections/dialog/collect.ts';
import { IntegrationError } from './integration_error.ts';
import { servedFrom } from './served_from.ts';

const ORIGIN = servedFrom();

/** One dialog at a time, whoever opened it. */
let inProgress = false;

interface StripeBrowserOptions {
  stripeAccount?: string;
  apiVersion?: string;
  locale?: string;
  betas?: string[];
  developerTools?: object;
}

interface Wrapper {
  name: string;
  version: string;
  startTime?: number;
}

class StripeBrowser {
  readonly _apiKey: string;
  readonly _options: StripeBrowserOptions;
  readonly _wrappers: Wrapper[] = [];

  constructor(key: unknown, options: StripeBrowserOptions = {}) {
    if (typeof key !== 'string' || key.trim() === '') {
      throw new IntegrationError('Missing value for Stripe(): apiKey should be a string.');
    }
    if (/^[rs]k_/.test(key)) {
      throw new IntegrationError(
        'You should not use your secret key with Stripe.js. Please pass a publishable key instead.',
      );
    }
    if (!/^pk_(test|live)_\w+$/.test(key)) {
      throw new IntegrationError(
        `Invalid value for Stripe(): apiKey should be a publishable key, such as pk_test_…. You specified: ${key.slice(0, 8)}….`,
      );
    }
    if (typeof options !== 'object' || options === null) {
      throw new IntegrationError('Invalid value for Stripe(): options should be an object.');
    }
    this._apiKey = key;
    this._options = options;
  }

  /** Opens the dialog. Closing it early is no error: then no accounts were linked. */
  collectFinancialConnectionsAccounts(options?: unknown): Promise<object> {
    return this.#collect('collectFinancialConnectionsAccounts', options, false).then((collected) =>
      'error' in collected ? collected : { financialConnectionsSession: collected.session },
    );
  }

  collectBankAccountToken(options?: unknown): Promise<object> {
    return this.#collect('collectBankAccountToken', options, true).then((collected) =>
      'error' in collected
        ? collected
        : {
            financialConnectionsSession: collected.session,
            ...(collected.token && { token: collected.token }),
          },
    );
  }

  #collect(method: string, options: unknown, withToken: boolean): Promise<Collected> {
    const clientSecret =
      typeof options === 'object' && options !== null && 'clientSecret' in options ? options.clientSecret : undefined;
    if (typeof clientSecret !== 'string' || clientSecret === '') {
      throw new IntegrationError(
        `Invalid value for stripe.${method}(): clientSecret should be a client secret string.`,
      );
    }
    this.#begin(method);
    const opening = { origin: ORIGIN, key: this._apiKey, stripeAccount: this._options.stripeAccount, clientSecret };
    return collect(opening, withToken).finally(() => {
      inProgress = false;
    });
  }

  confirmCashappSetup(clientSecret?: unknown, data?: unknown, options?: unknown): Promise<object> {
    return this.#confirm('confirmCashappSetup', 'seti', clientSecret, data, options);
  }

  confirmCashappPayment(clientSecret?: unknown, data?: unknown, options?: unknown): Promise<object> {
    return this.#confirm('confirmCashappPayment', 'pi', clientSecret, data, options);
  }

  retrieveSetupIntent(clientSecret?: unknown): Promise<object> {
    return this.#intents('retrieveSetupIntent', 'seti', clientSecret).retrieve().then(resultOf);
  }

  retrievePaymentIntent(clientSecret?: unknown): Promise<object> {
    return this.#intents('retrievePaymentIntent', 'pi', clientSecret).retrieve().then(resultOf);
  }

  /** Takes up what an intent asks for that was confirmed elsewhere. */
  handleNextAction(options?: unknown): Promise<object> {
    const clientSecret =
      typeof options === 'object' && options !== null && 'clientSecret' in options ? options.clientSecret : undefined;
    const intents = this.#intents('handleNextAction', 'seti|pi', clientSecret);
    return this.#alone('handleNextAction', async () => {
      const answer = await intents.retrieve();
      return 'error' in answer ? answer : act(intents, answer.intent);
    });
  }

  /** Checkout of a session of the account that this instance acts on, to be mounted in the page. */
  createEmbeddedCheckoutPage(options?: unknown): Promise<EmbeddedCheckout> {
    const { stripeAccount } = this._options;
    return createEmbeddedCheckout({ origin: ORIGIN, key: this._apiKey, stripeAccount }, options);
  }

  initEmbeddedCheckout(): never {
    throw renamed('initEmbeddedCheckout', 'stripe.createEmbeddedCheckoutPage()');
  }

  initCheckout(): never {
    throw renamed('initCheckout', 'stripe.initCheckoutElementsSdk()');
  }

  redirectToCheckout(): never {
    throw renamed('redirectToCheckout', 'the `url` of the Checkout Session');
  }

  #confirm(
    method: string,
    kind: 'pi' | 'seti',
    clientSecret: unknown,
    data: unknown,
    options: unknown,
  ): Promise<Result> {
    const intents = this.#intents(method, kind, clientSecret);
    const given = confirmation(data);
    if ('wrong' in given) throw new IntegrationError(`Invalid value for stripe.${method}(): ${given.wrong}.`);
    const handles = handlesActions(options);
    if (typeof handles === 'object')
      throw new IntegrationError(`Invalid value for stripe.${method}(): ${handles.wrong}.`);
    if (!handles) return intents.confirm(given.form).then(resultOf);
    return this.#alone(method, async () => {
      const answer = await intents.confirm(given.form);
      return 'error' in answer ? answer : act(intents, answer.intent);
    });
  }

  /** @param kind what its id begins with */
  #intents(method: string, kind: string, clientSecret: unknown): Intents {
    if (
      typeof clientSecret !== 'string' ||
      !new RegExp(`^(${kind})_[A-Za-z0-9]+_secret_[A-Za-z0-9]+$`).test(clientSecret)
    ) {
      throw new IntegrationError(
        `Invalid value for stripe.${method}(): the client secret should be of the form \${id}_secret_\${secret}.`,
      );
    }
    return createIntents({
      origin: ORIGIN,
      key: this._apiKey,
      stripeAccount: this._options.stripeAccount,
      clientSecret,
    });
  }

  /** Where the page is left nobody is answered; whoever comes back to it by the browser's own button may begin again. */
  #alone(method: string, run: () => Promise<Result | null>): Promise<Result> {
    this.#begin(method);
    return run()
      .finally(() => {
        inProgress = false;
      })
      .then((result) => result ?? new Promise(() => {}));
  }

  #begin(method: string): void {
    if (inProgress) throw new IntegrationError(`stripe.${method}() is already in progress.`);
    inProgress = true;
  }

  /** Called by the npm loader, to say which version of it brought the script. */
  _registerWrapper(wrapper: Wrapper): void {
    this._wrappers.push(wrapper);
  }
}

function renamed(method: string, instead: string): IntegrationError {
  return new IntegrationError(`stripe.${method}() is no longer available. Use ${instead} instead.`);
}

// A plain function, because it may be called with or without `new`.
const Stripe = (() =>
  function Stripe(key: unknown, options?: StripeBrowserOptions): StripeBrowser {
    return new StripeBrowser(key, options);
  })();

Object.defineProperty(window, 'Stripe', {
  value: Object.assign(Stripe, { version: 'endive' }),
  configurable: true,
  enumerable: true,
  writable: true,
});
