-- Times are milliseconds since the epoch, by the Worker's clock.

CREATE TABLE sites (
  id TEXT PRIMARY KEY,
  mode TEXT NOT NULL CHECK (mode IN ('test', 'live')),
  -- JSON; its shape is SiteSettings in rules/site-settings.ts.
  settings TEXT NOT NULL,
  publishable_key TEXT NOT NULL,
  -- Sealed (store/seal.ts), as is every secret here.
  stripe_secret_key TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE site_keys (
  site_id TEXT NOT NULL REFERENCES sites (id),
  id TEXT NOT NULL,
  secret TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  -- Null: until rotated or revoked.
  expires_at INTEGER,
  PRIMARY KEY (site_id, id)
) STRICT, WITHOUT ROWID;

-- A user's connected account. The row is the claim under which the account is created exactly once: whoever inserts
-- it makes the call to Stripe, with a key derived from claim_id and the parameters frozen in claim_params.
CREATE TABLE accounts (
  site_id TEXT NOT NULL REFERENCES sites (id),
  sub TEXT NOT NULL,
  account_id TEXT UNIQUE,
  claim_id TEXT NOT NULL,
  -- Emptied when the account exists: a prefill is personal data.
  claim_params TEXT,
  claimed_at INTEGER NOT NULL,
  -- After this another request may take the claim over, with the same key.
  claim_lease_until INTEGER NOT NULL,
  -- The account as last read from Stripe (JSON, Account in contract.ts).
  reading TEXT,
  read_at INTEGER,
  -- Every reading takes a ticket before it asks Stripe; only a higher ticket may replace what is stored. Clocks of
  -- different data centres need not agree.
  reading_ticket INTEGER NOT NULL DEFAULT 0,
  tickets_issued INTEGER NOT NULL DEFAULT 0,
  -- The three latest times at which Stripe sent the person back for a new link, newest first.
  refreshed_1 INTEGER,
  refreshed_2 INTEGER,
  refreshed_3 INTEGER,
  PRIMARY KEY (site_id, sub)
) STRICT, WITHOUT ROWID;

-- One row per Stripe event. The payload is not kept: the object it names is read again.
CREATE TABLE events (
  id TEXT PRIMARY KEY,
  type TEXT NOT NULL,
  account_id TEXT,
  object_id TEXT,
  livemode INTEGER NOT NULL,
  created INTEGER NOT NULL,
  received_at INTEGER NOT NULL,
  deliveries INTEGER NOT NULL DEFAULT 1,
  -- pending: work to do. done. aside: about an account we do not know. ignored: of the other mode. kept: of a type
  -- nothing here acts on. failed: given up after the last attempt.
  state TEXT NOT NULL CHECK (state IN ('pending', 'done', 'aside', 'ignored', 'kept', 'failed')),
  attempts INTEGER NOT NULL DEFAULT 0,
  -- Who works on it, and until when nobody else should.
  lease TEXT NOT NULL,
  lease_until INTEGER NOT NULL,
  -- When the sweep looks at it again; later after each failure. A redelivery by Stripe does not wait for it.
  sweep_after INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX events_to_sweep ON events (sweep_after) WHERE state = 'pending';
