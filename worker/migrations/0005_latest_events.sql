-- When the latest event of each kind came, without reading all of them: inlay-doctor asks.
CREATE INDEX events_latest ON events (
  livemode,
  (account_id IS NOT NULL AND substr(type, 1, 15) <> 'application_fee'),
  received_at
);
