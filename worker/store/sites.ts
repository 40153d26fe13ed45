/** Sites and their keys. Secrets go in and come out sealed; who may open them is decided elsewhere. */
import type { Mode } from '../contract.ts';
import { defaultBankSettings } from '../rules/bank-settings.ts';
import { defaultCheckoutSettings } from '../rules/checkout-settings.ts';
import { defaultEmbeddedSettings } from '../rules/embedded-settings.ts';
import { defaultSaveSettings } from '../rules/save-settings.ts';
import type { SiteSettings } from '../rules/site-settings.ts';
import type { Database } from './database.ts';

export interface StoredSite {
  readonly id: string;
  readonly mode: Mode;
  readonly settings: SiteSettings;
  readonly publishableKey: string;
  readonly sealedStripeKey: string;
  readonly createdAt: number;
  readonly keys: readonly StoredKey[];
}

export interface StoredKey {
  readonly id: string;
  readonly sealedSecret: string;
  readonly createdAt: number;
  /** Milliseconds; null while it has no end. */
  readonly expiresAt: number | null;
}

interface SiteRow {
  id: string;
  mode: Mode;
  settings: string;
  publishable_key: string;
  stripe_secret_key: string;
  created_at: number;
}

interface KeyRow {
  id: string;
  secret: string;
  created_at: number;
  expires_at: number | null;
}

const SITE = 'SELECT id, mode, settings, publishable_key, stripe_secret_key, created_at FROM sites';
const KEYS = 'SELECT id, secret, created_at, expires_at FROM site_keys WHERE site_id = ? ORDER BY created_at, id';

function toSite(row: SiteRow, keys: readonly KeyRow[]): StoredSite {
  return {
    id: row.id,
    mode: row.mode,
    // A site that is older than a setting has its default.
    settings: {
      bank: defaultBankSettings,
      save: defaultSaveSettings,
      checkout: defaultCheckoutSettings,
      embedded: defaultEmbeddedSettings,
      ...JSON.parse(row.settings),
    },
    publishableKey: row.publishable_key,
    sealedStripeKey: row.stripe_secret_key,
    createdAt: row.created_at,
    keys: keys.map((key) => ({
      id: key.id,
      sealedSecret: key.secret,
      createdAt: key.created_at,
      expiresAt: key.expires_at,
    })),
  };
}

export function sitesIn(db: Database) {
  return {
    async find(id: string): Promise<StoredSite | null> {
      const row = await db.first<SiteRow>(`${SITE} WHERE id = ?`, id);
      return row === null ? null : toSite(row, await db.all<KeyRow>(KEYS, id));
    },

    async list(after: string, limit: number): Promise<StoredSite[]> {
      const rows = await db.all<SiteRow>(`${SITE} WHERE id > ? ORDER BY id LIMIT ?`, after, limit);
      return Promise.all(rows.map(async (row) => toSite(row, await db.all<KeyRow>(KEYS, row.id))));
    },

    /** @returns false when the id is taken */
    async create(site: StoredSite): Promise<boolean> {
      const created = await db.first(
        `INSERT INTO sites (id, mode, settings, publishable_key, stripe_secret_key, created_at, updated_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6) ON CONFLICT DO NOTHING RETURNING id`,
        site.id,
        site.mode,
        JSON.stringify(site.settings),
        site.publishableKey,
        site.sealedStripeKey,
        site.createdAt,
      );
      if (created === null) return false;
      for (const key of site.keys) await this.addKey(site.id, key, null);
      return true;
    },

    async change(site: StoredSite, now: number): Promise<void> {
      await db.run(
        'UPDATE sites SET settings = ?2, publishable_key = ?3, stripe_secret_key = ?4, updated_at = ?5 WHERE id = ?1',
        site.id,
        JSON.stringify(site.settings),
        site.publishableKey,
        site.sealedStripeKey,
        now,
      );
    },

    /** Adds a key and, when `othersEnd` is a time, lets every other key end then at the latest: one transaction. */
    async addKey(site: string, key: StoredKey, othersEnd: number | null): Promise<void> {
      await db.batch([
        [
          'UPDATE site_keys SET expires_at = min(coalesce(expires_at, ?2), ?2) WHERE site_id = ?1 AND ?2 IS NOT NULL',
          site,
          othersEnd,
        ],
        [
          'INSERT INTO site_keys (site_id, id, secret, created_at, expires_at) VALUES (?, ?, ?, ?, ?)',
          site,
          key.id,
          key.sealedSecret,
          key.createdAt,
          key.expiresAt,
        ],
      ]);
    },

    /** @returns false when there is no such key, or it is the last one that has no end */
    async removeKey(site: string, key: string): Promise<boolean> {
      const removed = await db.run(
        `DELETE FROM site_keys WHERE site_id = ?1 AND id = ?2
         AND EXISTS (SELECT 1 FROM site_keys WHERE site_id = ?1 AND id <> ?2 AND expires_at IS NULL)`,
        site,
        key,
      );
      return removed > 0;
    },
  };
}
export type Sites = ReturnType<typeof sitesIn>;
