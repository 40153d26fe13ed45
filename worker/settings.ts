/** What the operator sets on the Worker, checked once: a Worker with a blank secret answers nothing. */
import { InlayError } from './errors.ts';

export interface Settings {
  readonly operatorKey: string;
  /** 32 bytes, for store/seal.ts. */
  readonly encryptionKey: Uint8Array<ArrayBuffer>;
  readonly webhookSecrets: readonly [string, ...string[]];
  readonly stripeApi: URL;
}

type Vars = Pick<Env, 'INLAY_OPERATOR_KEY' | 'INLAY_ENCRYPTION_KEY' | 'STRIPE_WEBHOOK_SECRETS' | 'STRIPE_API_ORIGIN'>;

function misconfigured(setting: keyof Vars, want: string): InlayError {
  return new InlayError('misconfigured', { reason: `${setting}: ${want}` });
}

/** @throws InlayError `misconfigured`, whose private reason names the setting and never its value. */
export function readSettings(env: Partial<Record<keyof Vars, string>>): Settings {
  const operatorKey = env.INLAY_OPERATOR_KEY?.trim() ?? '';
  if (operatorKey.length < 32) throw misconfigured('INLAY_OPERATOR_KEY', 'set at least 32 characters');

  const [first, ...rest] = (env.STRIPE_WEBHOOK_SECRETS ?? '').split(/[\s,]+/).filter((secret) => secret !== '');
  if (first === undefined) throw misconfigured('STRIPE_WEBHOOK_SECRETS', 'set at least one signing secret');
  if ([first, ...rest].some((secret) => !/^whsec_\S{8,}$/.test(secret))) {
    throw misconfigured('STRIPE_WEBHOOK_SECRETS', 'each signing secret starts with whsec_');
  }

  return {
    operatorKey,
    encryptionKey: readEncryptionKey(env.INLAY_ENCRYPTION_KEY ?? ''),
    webhookSecrets: [first, ...rest],
    stripeApi: readStripeApi(env.STRIPE_API_ORIGIN ?? ''),
  };
}

function readEncryptionKey(base64: string): Uint8Array<ArrayBuffer> {
  const want = 'set 32 random bytes in base64 (openssl rand -base64 32)';
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = Uint8Array.fromBase64(base64.trim());
  } catch {
    throw misconfigured('INLAY_ENCRYPTION_KEY', want);
  }
  if (bytes.length !== 32) throw misconfigured('INLAY_ENCRYPTION_KEY', want);
  return bytes;
}

function readStripeApi(origin: string): URL {
  const want = 'an origin such as https://api.stripe.com; plain http only for a stand-in on this machine';
  const url = URL.parse(origin);
  if (url === null || url.origin !== origin) throw misconfigured('STRIPE_API_ORIGIN', want);
  const loopback = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && loopback)) {
    throw misconfigured('STRIPE_API_ORIGIN', want);
  }
  return url;
}
