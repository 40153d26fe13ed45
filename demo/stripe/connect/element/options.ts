/** What `StripeConnect.init` was called with. */
import { IntegrationError } from '../../js/integration_error.ts';

export interface Options {
  readonly publishableKey: string;
  readonly fetchClientSecret: () => unknown;
  readonly appearance: unknown;
  readonly locale: unknown;
  readonly eager: Promise<unknown> | null;
}

export function optionsFrom(params: unknown): Options {
  if (!isObject(params)) throw wrong('you must provide an object with publishableKey and fetchClientSecret');
  const { publishableKey, fetchClientSecret, appearance, locale, metaOptions } = params;
  if (typeof publishableKey === 'string' && /^[rs]k_/.test(publishableKey)) {
    throw wrong('publishableKey is a secret key, which has no place in a page');
  }
  if (typeof publishableKey !== 'string' || !/^pk_(test|live)_\w+$/.test(publishableKey)) {
    throw wrong('publishableKey should be a publishable key, such as pk_test_…');
  }
  if (typeof fetchClientSecret !== 'function') throw wrong('fetchClientSecret should be a function');
  if (appearance !== undefined && !isObject(appearance)) throw wrong('appearance should be an object');
  if (locale !== undefined && typeof locale !== 'string') throw wrong('locale should be a string');
  const eager = isObject(metaOptions) ? metaOptions.eagerClientSecretPromise : null;
  return {
    publishableKey,
    fetchClientSecret: () => fetchClientSecret(),
    appearance,
    locale,
    eager: isObject(eager) && typeof eager.then === 'function' ? Promise.resolve(eager) : null,
  };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function wrong(what: string): IntegrationError {
  return new IntegrationError(`Invalid value for StripeConnect.init(): ${what}.`);
}
