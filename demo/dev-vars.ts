/**
 * `.dev.vars`: whether the demo talks to the stand-in or to Stripe's test mode. Only that file is read, never the
 * environment, where a live key may be lying around for something else.
 */
import { parseEnv } from 'node:util';
import { DemoError } from './demo-error.ts';

export type StripeChoice =
  | { readonly kind: 'stand-in' }
  | {
      readonly kind: 'test mode';
      readonly secretKey: string;
      readonly publishableKey: string;
      /** As printed by `stripe listen`; empty until it has run once. */
      readonly webhookSecrets: string;
      readonly apiOrigin: string;
    };

export interface DevVars {
  readonly stripe: StripeChoice;
  /** Made up when not given. */
  readonly operatorKey?: string;
  readonly encryptionKey?: string;
}

/** @param text the file's, or undefined when there is no such file */
export function readDevVars(text: string | undefined): DevVars {
  const vars = parseEnv(text ?? '');
  const given = (name: string): string | undefined => {
    const value = vars[name]?.trim();
    return value === '' ? undefined : value;
  };
  const operatorKey = given('INLAY_OPERATOR_KEY');
  const encryptionKey = given('INLAY_ENCRYPTION_KEY');
  return {
    stripe: chooseStripe(given),
    ...(operatorKey === undefined ? {} : { operatorKey }),
    ...(encryptionKey === undefined ? {} : { encryptionKey }),
  };
}

function chooseStripe(given: (name: string) => string | undefined): StripeChoice {
  const secretKey = given('STRIPE_SECRET_KEY');
  const publishableKey = given('STRIPE_PUBLISHABLE_KEY');
  if (secretKey === undefined && publishableKey === undefined) return { kind: 'stand-in' };
  return {
    kind: 'test mode',
    secretKey: testKey('STRIPE_SECRET_KEY', secretKey, /^[sr]k_(test|live)_/, 'sk_test_'),
    publishableKey: testKey('STRIPE_PUBLISHABLE_KEY', publishableKey, /^pk_(test|live)_/, 'pk_test_'),
    webhookSecrets: given('STRIPE_WEBHOOK_SECRETS') ?? '',
    apiOrigin: given('STRIPE_API_ORIGIN') ?? 'https://api.stripe.com',
  };
}

/** The sentences never show a key: it may be the wrong one to show. */
function testKey(name: string, key: string | undefined, shape: RegExp, prefix: string): string {
  if (key === undefined) throw new DemoError(`.dev.vars has no ${name}: set it, or remove both of Stripe's keys.`);
  const mode = shape.exec(key)?.[1];
  if (mode === 'live') {
    throw new DemoError(`${name} in .dev.vars is a live key. The demo only uses test keys: put ${prefix}… there.`);
  }
  if (mode === undefined) throw new DemoError(`${name} in .dev.vars is not such a key: it starts with ${prefix}.`);
  if (key.includes('REPLACE')) {
    throw new DemoError(
      `${name} in .dev.vars is still the example's. Take yours from dashboard.stripe.com/test/apikeys.`,
    );
  }
  return key;
}
