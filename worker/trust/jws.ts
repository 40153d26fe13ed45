/**
 * HS256 in the compact form of RFC 7515, by WebCrypto alone, and with nothing that Node 20 lacks: hosts run it too, as
 * `inlay/server`. A JWT library would be 5 of the Worker's 55 KiB for these two functions; the tests make their tokens with
 * one (jose), so that both sides are held to the standard.
 */

export interface CompactJws {
  readonly header: unknown;
  readonly payload: unknown;
  /** The text that is signed, and the signature. */
  readonly signed: string;
  readonly signature: Uint8Array<ArrayBuffer>;
}

const FORM = /^[\w-]+\.[\w-]+\.[\w-]+$/;

/** Takes a token apart, believing nothing. @throws when it is no compact JWS of JSON */
export function parseJws(token: string): CompactJws {
  if (!FORM.test(token)) throw new SyntaxError('not a compact JWS');
  const [header = '', payload = '', signature = ''] = token.split('.');
  return {
    header: parseJson(header),
    payload: parseJson(payload),
    signed: `${header}.${payload}`,
    signature: fromBase64Url(signature),
  };
}

export function importHmac(secret: string): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', new TextEncoder().encode(secret), { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
    'verify',
  ]);
}

/** In constant time, as WebCrypto compares. */
export function isSignedBy(key: CryptoKey, { signed, signature }: CompactJws): Promise<boolean> {
  return crypto.subtle.verify('HMAC', key, signature, new TextEncoder().encode(signed));
}

export async function signJws(key: CryptoKey, header: object, payload: object): Promise<string> {
  const text = [header, payload].map((part) => toBase64Url(new TextEncoder().encode(JSON.stringify(part)))).join('.');
  const signature = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(text));
  return `${text}.${toBase64Url(new Uint8Array(signature))}`;
}

function parseJson(part: string): unknown {
  return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(fromBase64Url(part)));
}

/** @throws for what is no base64url, and for a second spelling of the same bytes: one token must not have two */
function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0));
  if (toBase64Url(bytes) !== text) throw new SyntaxError('not the base64url of its bytes');
  return bytes;
}

function toBase64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
