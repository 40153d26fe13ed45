-- Payment methods that users have saved, as last read from Stripe.
CREATE TABLE payment_methods (
  site_id TEXT NOT NULL,
  sub TEXT NOT NULL,
  id TEXT NOT NULL,
  -- JSON, MethodReading in stripe/payment-methods.ts.
  reading TEXT NOT NULL,
  reading_ticket INTEGER NOT NULL,
  -- The mandate under which it was saved; null where that has not been read.
  mandate_id TEXT,
  -- 1: detached, which is for good. Nothing brings it back.
  removed INTEGER NOT NULL DEFAULT 0,
  -- Seconds since the epoch; null where it was never charged as far as we know.
  last_used_at INTEGER,
  PRIMARY KEY (site_id, sub, id)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX payment_methods_by_id ON payment_methods (id);
CREATE INDEX payment_methods_by_mandate ON payment_methods (mandate_id) WHERE mandate_id IS NOT NULL;

-- When the whole list of payment methods was last read, in milliseconds.
ALTER TABLE customers ADD COLUMN payment_methods_read_at INTEGER;

-- What proves that a person agreed. Never changed but for what it led to, and never deleted here.
CREATE TABLE consents (
  site_id TEXT NOT NULL,
  sub TEXT NOT NULL,
  setup_intent TEXT NOT NULL,
  terms_version TEXT NOT NULL,
  business_name TEXT NOT NULL,
  terms_url TEXT NOT NULL,
  locale TEXT,
  -- Seconds since the epoch.
  accepted_at INTEGER NOT NULL,
  ip_address TEXT,
  user_agent TEXT,
  payment_method TEXT,
  PRIMARY KEY (site_id, sub, setup_intent)
) STRICT, WITHOUT ROWID;

-- Charges by the site's own idempotency keys, claimed as accounts are (0001); kept longer than Stripe keeps its keys.
CREATE TABLE charges (
  site_id TEXT NOT NULL,
  -- SHA-256 of the site's key.
  idempotency_key TEXT NOT NULL,
  claim_id TEXT NOT NULL,
  -- What was asked for: the same key with anything else is refused.
  claim_params TEXT,
  claimed_at INTEGER NOT NULL,
  claim_lease_until INTEGER NOT NULL,
  -- JSON, ChargeOutcome in rules/charge.ts; null while it is open.
  outcome TEXT,
  PRIMARY KEY (site_id, idempotency_key)
) STRICT, WITHOUT ROWID;

-- What an event about a mandate leads to.
ALTER TABLE events ADD COLUMN payment_method_id TEXT;
