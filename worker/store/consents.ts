/** What proves that a person agreed to have a payment method saved. */
import type { Consent } from '../contract.ts';
import type { Owner } from './claims.ts';
import type { Database } from './database.ts';

const COLUMNS =
  'setup_intent, payment_method, terms_version, business_name, terms_url, locale, accepted_at, ip_address, user_agent';

export function consentsIn(db: Database) {
  return {
    async add({ site, sub }: Owner, consent: Omit<Consent, 'payment_method'>): Promise<void> {
      await db.run(
        `INSERT INTO consents (site_id, sub, setup_intent, terms_version, business_name, terms_url, locale, accepted_at,
                               ip_address, user_agent)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        site,
        sub,
        consent.setup_intent,
        consent.terms_version,
        consent.business_name,
        consent.terms_url,
        consent.locale,
        consent.accepted_at,
        consent.ip_address,
        consent.user_agent,
      );
    },

    /** The SetupIntent has saved a method. */
    async fulfil({ site, sub }: Owner, setupIntent: string, method: string): Promise<void> {
      await db.run(
        'UPDATE consents SET payment_method = ? WHERE site_id = ? AND sub = ? AND setup_intent = ?',
        method,
        site,
        sub,
        setupIntent,
      );
    },

    /** Whether the person has saved a method under these terms before. */
    async covers({ site, sub }: Owner, version: string): Promise<boolean> {
      const row = await db.first(
        `SELECT 1 FROM consents WHERE site_id = ? AND sub = ? AND terms_version = ? AND payment_method IS NOT NULL LIMIT 1`,
        site,
        sub,
        version,
      );
      return row !== null;
    },

    /** Newest first. */
    async of({ site, sub }: Owner): Promise<Consent[]> {
      return db.all<Consent>(
        `SELECT ${COLUMNS} FROM consents WHERE site_id = ? AND sub = ? ORDER BY accepted_at DESC, setup_intent LIMIT 100`,
        site,
        sub,
      );
    },
  };
}
export type Consents = ReturnType<typeof consentsIn>;
