-- What buyers begin to buy of merchants: one row an order, claimed as accounts are (0001) by the key of the page's request.
CREATE TABLE orders (
  site_id TEXT NOT NULL,
  -- SHA-256 of the page's Idempotency-Key, or of a random one.
  idempotency_key TEXT NOT NULL,
  -- The claim is the order's own name at Stripe, too: client_reference_id, and inlay_order in metadata.
  claim_id TEXT NOT NULL,
  -- CheckoutParams in rules/checkout-params.ts. Emptied when the session exists: it has the page's address in it.
  claim_params TEXT,
  claimed_at INTEGER NOT NULL,
  claim_lease_until INTEGER NOT NULL,
  -- The Checkout Session. All that follows is null without it.
  session_id TEXT UNIQUE,
  -- SHA-256 of what was asked for: the same key with anything else is refused.
  request TEXT,
  -- The merchant: the site's own user id, and the account that was theirs.
  sub TEXT,
  account_id TEXT,
  -- JSON: what never changes (OrderFacts in store/orders.ts), and SaleState in rules/sale.ts as last read from Stripe.
  facts TEXT,
  state TEXT,
  payment_intent_id TEXT,
  -- Tickets are the account's.
  reading_ticket INTEGER NOT NULL DEFAULT 0,
  -- When a page last had it read.
  asked_at INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (site_id, idempotency_key)
) STRICT, WITHOUT ROWID;

CREATE INDEX orders_of_merchant ON orders (site_id, sub, claimed_at DESC) WHERE sub IS NOT NULL;
-- Claims that led to nothing are deleted after a while.
CREATE INDEX orders_open ON orders (claimed_at) WHERE session_id IS NULL;
CREATE INDEX orders_by_payment_intent ON orders (payment_intent_id) WHERE payment_intent_id IS NOT NULL;

-- How many sessions a site has begun on a day (UTC), and the claim that was counted last.
CREATE TABLE checkout_days (
  day TEXT NOT NULL,
  site_id TEXT NOT NULL,
  sessions INTEGER NOT NULL,
  last_claim TEXT NOT NULL,
  PRIMARY KEY (day, site_id)
) STRICT, WITHOUT ROWID;

-- Merchants' payouts as last read from Stripe.
CREATE TABLE payouts (
  account_id TEXT NOT NULL,
  id TEXT NOT NULL,
  -- Seconds since the epoch.
  created INTEGER NOT NULL,
  -- JSON, Payout in contract/checkout.ts.
  reading TEXT NOT NULL,
  reading_ticket INTEGER NOT NULL,
  PRIMARY KEY (account_id, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX payouts_newest ON payouts (account_id, created DESC);

-- What leads to the order of an event about its charge, refund or dispute.
ALTER TABLE events ADD COLUMN payment_intent_id TEXT;

-- When a buyer's page last had the account read.
ALTER TABLE accounts ADD COLUMN asked_at INTEGER NOT NULL DEFAULT 0;
