-- A user's customer at Stripe, created exactly once under a claim as accounts are (0001).
CREATE TABLE customers (
  site_id TEXT NOT NULL REFERENCES sites (id),
  sub TEXT NOT NULL,
  customer_id TEXT UNIQUE,
  claim_id TEXT NOT NULL,
  claim_params TEXT,
  claimed_at INTEGER NOT NULL,
  claim_lease_until INTEGER NOT NULL,
  -- Every reading of what belongs to the customer takes a ticket before it asks Stripe.
  tickets_issued INTEGER NOT NULL DEFAULT 0,
  -- When the whole list of bank accounts was last read.
  bank_accounts_read_at INTEGER,
  PRIMARY KEY (site_id, sub)
) STRICT, WITHOUT ROWID;

CREATE TABLE bank_accounts (
  site_id TEXT NOT NULL,
  sub TEXT NOT NULL,
  id TEXT NOT NULL,
  -- JSON, BankAccount in contract/financial-connections.ts, as last read from Stripe.
  reading TEXT NOT NULL,
  reading_ticket INTEGER NOT NULL,
  read_at INTEGER NOT NULL,
  -- The ids of the latest ownership and transaction refresh in that reading.
  ownership_id TEXT,
  transaction_refresh_id TEXT,
  -- 1: the person disconnected it here, and sees it no more.
  removed INTEGER NOT NULL DEFAULT 0,
  -- The owners (JSON), and the ownership they are of.
  owners TEXT,
  owners_of TEXT,
  -- The transaction refresh up to which transactions are stored; and while they are being read: up to which, and how far.
  synced_refresh TEXT,
  sync_target TEXT,
  sync_cursor TEXT,
  PRIMARY KEY (site_id, sub, id)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX bank_accounts_by_id ON bank_accounts (id);

CREATE TABLE bank_transactions (
  account_id TEXT NOT NULL,
  id TEXT NOT NULL,
  -- Seconds since the epoch, as Stripe says them.
  transacted_at INTEGER NOT NULL,
  updated INTEGER NOT NULL,
  -- In the currency's minor unit; negative is money out.
  amount INTEGER NOT NULL,
  currency TEXT NOT NULL,
  description TEXT NOT NULL,
  status TEXT NOT NULL,
  PRIMARY KEY (account_id, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX bank_transactions_newest ON bank_transactions (account_id, transacted_at DESC, id DESC);

-- Whose object an event is about: what leads to the site of an object that is not stored yet.
ALTER TABLE events ADD COLUMN customer_id TEXT;
