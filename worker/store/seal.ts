/**
 * Secrets at rest: AES-GCM under the Worker's key, bound to the site and the purpose they were stored for, so that a row
 * copied to another site or column does not open.
 */
import { InlayError } from '../errors.ts';

export interface Bound {
  readonly site: string;
  readonly purpose: 'stripe_secret_key' | `site_key:${string}`;
}

export interface Seal {
  seal(secret: string, bound: Bound): Promise<string>;
  open(sealed: string, bound: Bound): Promise<string>;
}

const VERSION = 'v1';
const IV_BYTES = 12;

export function createSeal(encryptionKey: Uint8Array<ArrayBuffer>): Seal {
  let imported: CryptoKey | undefined;
  const key = async () => {
    imported ??= await crypto.subtle.importKey('raw', encryptionKey, 'AES-GCM', false, ['encrypt', 'decrypt']);
    return imported;
  };
  const algorithm = (iv: Uint8Array, { site, purpose }: Bound): AesGcmParams => ({
    name: 'AES-GCM',
    iv,
    additionalData: new TextEncoder().encode(JSON.stringify([VERSION, site, purpose])),
  });
  return {
    async seal(secret, bound) {
      const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
      const sealed = await crypto.subtle.encrypt(algorithm(iv, bound), await key(), new TextEncoder().encode(secret));
      return `${VERSION}.${iv.toBase64()}.${new Uint8Array(sealed).toBase64()}`;
    },
    async open(sealed, bound) {
      const [version, iv, text] = sealed.split('.');
      try {
        if (version !== VERSION || iv === undefined || text === undefined) throw new Error('not sealed by v1');
        return new TextDecoder().decode(
          await crypto.subtle.decrypt(
            algorithm(Uint8Array.fromBase64(iv), bound),
            await key(),
            Uint8Array.fromBase64(text),
          ),
        );
      } catch {
        throw new InlayError('misconfigured', {
          reason: `INLAY_ENCRYPTION_KEY: does not open ${bound.purpose} of ${bound.site}`,
        });
      }
    },
  };
}

interface AesGcmParams {
  readonly name: 'AES-GCM';
  readonly iv: Uint8Array;
  readonly additionalData: Uint8Array;
}
