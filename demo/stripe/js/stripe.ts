/**
 * The stand-in's `/js/stripe.js`: defines `window.Stripe` as Stripe's own script does. Self-contained; `serve.ts` strips
 * the types. A flow adds its method to `StripeBrowser`; a method is there only when something real stands behind it.
 */
{
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
}
