/**
 * Sites as requests need them: secrets opened, keys imported, kept in the isolate for half a minute, so that a request
 * costs no query for its site. The price: a revoked key or origin is accepted for up to that long.
 */
import type { Mode } from '../contract.ts';
import type { SiteSettings } from '../rules/site-settings.ts';
import type { Seal } from '../store/seal.ts';
import type { Sites, StoredSite } from '../store/sites.ts';
import { importHmac } from './jws.ts';

export interface Site {
  readonly id: string;
  readonly mode: Mode;
  readonly settings: SiteSettings;
  readonly publishableKey: string;
  readonly stripeSecretKey: string;
  readonly keys: readonly SiteKey[];
}

export interface SiteKey {
  readonly id: string;
  readonly secret: string;
  /** For HS256, over the UTF-8 bytes of the secret. */
  readonly hmac: CryptoKey;
  readonly expiresAt: number | null;
}

export interface SiteDirectory {
  find(id: string): Promise<Site | null>;
  /** The same, read again if the answer is older than a few seconds: what was looked for was not in it. */
  findAgain(id: string): Promise<Site | null>;
  forget(id: string): void;
}

/** Milliseconds. */
const KEPT_FOR = 30_000;
const AGAIN_AFTER = 5_000;
/** Unknown ids are remembered too, so the number kept is bounded. */
const MOST = 1_000;

interface Entry {
  readonly site: Site | null;
  readonly readAt: number;
}

export function createSiteDirectory(sites: Sites, seal: Seal, clock: { now(): number }): SiteDirectory {
  // Values, not promises: one request must not wait for the I/O of another, which may be cancelled.
  const entries = new Map<string, Entry>();

  async function read(id: string, oldest: number): Promise<Site | null> {
    const known = entries.get(id);
    if (known !== undefined && clock.now() - known.readAt < oldest) return known.site;
    const readAt = clock.now();
    const stored = await sites.find(id);
    const site = stored === null ? null : await open(stored, seal);
    entries.delete(id);
    entries.set(id, { site, readAt });
    const [eldest] = entries.keys();
    if (entries.size > MOST && eldest !== undefined) entries.delete(eldest);
    return site;
  }

  return {
    async find(id) {
      return (await read(id, KEPT_FOR)) ?? read(id, AGAIN_AFTER);
    },
    findAgain: (id) => read(id, AGAIN_AFTER),
    forget: (id) => void entries.delete(id),
  };
}

async function open(stored: StoredSite, seal: Seal): Promise<Site> {
  const site = stored.id;
  return {
    id: site,
    mode: stored.mode,
    settings: stored.settings,
    publishableKey: stored.publishableKey,
    stripeSecretKey: await seal.open(stored.sealedStripeKey, { site, purpose: 'stripe_secret_key' }),
    keys: await Promise.all(
      stored.keys.map(async ({ id, sealedSecret, expiresAt }) => {
        const secret = await seal.open(sealedSecret, { site, purpose: `site_key:${id}` });
        return { id, secret, hmac: await importHmac(secret), expiresAt };
      }),
    ),
  };
}
