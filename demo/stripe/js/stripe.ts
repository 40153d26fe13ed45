/**
 * The stand-in's `/js/stripe.js`: defines `window.Stripe` as Stripe's own script does. `serve.ts` makes one classic script
 * of it and what it imports. A flow adds its method to `StripeBrowser`; a method is there only when something real stands
 * behind it.
 */
import { type Collected, collect } from '../financial_connections/dialog/collect.ts';

/** The stand-in, which served this script. Read at once: later the script that runs is another one. */
const ORIGIN = typeof document === 'undefined' ? '' : originOf(document.currentScript);

function originOf(script: HTMLOrSVGScriptElement | null): string {
  return script instanceof HTMLScriptElement ? new URL(script.src).origin : window.location.origin;
}

/** One dialog at a time, whoever opened it. */
let collecting = false;

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

/** Wrong arguments: a mistake of the page's author, thrown at once instead of being answered as `{ error }`. */
class IntegrationError extends Error {
  override readonly name = 'IntegrationError';
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
    if (collecting) throw new IntegrationError(`stripe.${method}() is already in progress.`);
    collecting = true;
    const opening = { origin: ORIGIN, key: this._apiKey, stripeAccount: this._options.stripeAccount, clientSecret };
    return collect(opening, withToken).finally(() => {
      collecting = false;
    });
  }

  /** Called by the npm loader, to say which version of it brought the script. */
  _registerWrapper(wrapper: Wrapper): void {
    this._wrappers.push(wrapper);
  }
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
