/** What a tester can ask of the Stripe stand-in, and what it is called on the panel. */

/** Where the stand-in can put the current person's account, in the order of an account's life. */
export const scenarios = [
  { value: 'new', label: 'Created, onboarding not started' },
  { value: 'incomplete', label: 'Left onboarding early' },
  { value: 'pending_verification', label: 'Submitted, being checked' },
  { value: 'enabled', label: 'Everything works' },
  { value: 'due_later', label: 'Works, but more is needed by a date' },
  { value: 'past_due', label: 'A deadline was missed' },
  { value: 'restricted', label: 'Paused, not the driver’s to mend' },
  { value: 'rejected', label: 'Rejected' },
  { value: 'deauthorized', label: 'Our access was revoked' },
] as const;

/** What can happen at their bank to the accounts the current person has linked; the body of the stand-in's control. */
export const bankChanges = [
  { value: 'linked', label: 'Two accounts are linked', link: ['Success', 'Everyday Card'] },
  { value: 'relink', label: 'Must be linked again within a month', order: { relink_required: true } },
  { value: 'inactive', label: 'Inactive: the bank ended the access', order: { status: 'inactive' } },
  { value: 'active', label: 'Active again', order: { status: 'active', relink_required: false } },
  { value: 'disconnected', label: 'Disconnected by somebody else', order: { status: 'disconnected' } },
  { value: 'failing', label: 'Refreshes fail', order: { next_refresh: 'failed' } },
  { value: 'working', label: 'Refreshes work', order: { next_refresh: 'succeeded' } },
  { value: 'many', label: '5,000 transactions', order: { transactions: 5_000 } },
] as const;

/** What Cash App, or the person in it, does; for the newest attempt or the newest saved method. */
export const cashAppChanges = [
  { value: 'saved', label: 'Have a method saved', save: true },
  { value: 'approve', label: 'Approve the open attempt', attempt: { do: 'approve' } },
  { value: 'decline', label: 'Decline it', attempt: { do: 'decline' } },
  { value: 'expire', label: 'Let it run out', attempt: { do: 'expire' } },
  { value: 'revoke', label: 'Revoke what was saved, in Cash App', revoke: true },
  { value: 'decline_charge', label: 'Decline the next charge', charge: { next_charge: 'decline' } },
  {
    value: 'ask_charge',
    label: 'Ask the rider at the next charge',
    charge: { next_charge: 'authentication_required' },
  },
  { value: 'slow_charge', label: 'Take the next charge slowly', charge: { next_charge: 'processing' } },
] as const;

export const faults = [
  { value: '500', label: 'answers 500' },
  { value: '429', label: 'answers 429, too many requests' },
  { value: 'timeout', label: 'never answers' },
  { value: 'timeout_after_commit', label: 'does it, then never answers' },
  { value: 'reset', label: 'drops the connection' },
  { value: 'html', label: 'answers with a web page' },
] as const;

/** What a buyer, their bank or the clock does with the newest session of the current person's shop; and with their money. */
export const saleChanges = [
  { value: 'pay', label: 'The buyer pays by card', order: { do: 'pay' } },
  { value: 'debit', label: 'The buyer pays by bank debit', order: { do: 'debit' } },
  { value: 'debit_fails', label: 'The buyer pays by a bank debit that will fail', order: { do: 'debit_fails' } },
  { value: 'settle', label: 'The bank debit comes to its end', order: { do: 'settle' } },
  { value: 'expire', label: 'Nobody pays in time', order: { do: 'expire' } },
  { value: 'payout', label: 'The balance is paid out', payout: 'pay' },
  { value: 'payout_fails', label: 'The bank refuses the payout', payout: 'fail' },
] as const;

/** The requests that the flows make. */
export const faultyRequests = [
  { value: 'POST /v1/account_links', label: 'POST /v1/account_links' },
  { value: 'POST /v1/accounts', label: 'POST /v1/accounts' },
  { value: 'GET /v1/accounts', label: 'GET /v1/accounts/…' },
  { value: 'POST /v1/financial_connections/sessions', label: 'POST /v1/financial_connections/sessions' },
  { value: 'GET /v1/financial_connections/sessions', label: 'GET /v1/financial_connections/sessions/…' },
  { value: 'GET /v1/financial_connections/accounts', label: 'GET /v1/financial_connections/accounts' },
  { value: 'POST /v1/financial_connections/accounts', label: 'POST /v1/financial_connections/accounts/…' },
  { value: 'GET /v1/financial_connections/transactions', label: 'GET /v1/financial_connections/transactions' },
  { value: 'POST /v1/setup_intents', label: 'POST /v1/setup_intents' },
  { value: 'GET /v1/setup_intents', label: 'GET /v1/setup_intents/…' },
  { value: 'GET /v1/customers', label: 'GET /v1/customers/…/payment_methods' },
  { value: 'POST /v1/payment_methods', label: 'POST /v1/payment_methods/…/detach' },
  { value: 'POST /v1/payment_intents', label: 'POST /v1/payment_intents' },
  { value: 'POST /v1/checkout/sessions', label: 'POST /v1/checkout/sessions' },
  { value: 'GET /v1/checkout/sessions', label: 'GET /v1/checkout/sessions/…' },
  { value: 'POST /v1/account_sessions', label: 'POST /v1/account_sessions' },
] as const;

/**
 * Values in seconds. A QR code lives for 30, an account link for 300, an attempt to save Cash App Pay for 600, the session of
 * an embedded component for 900, one of Checkout for a day; a bank debit takes four.
 */
export const clockSteps = [
  { value: '31', label: 'Half a minute later' },
  { value: '301', label: 'Five minutes later' },
  { value: '601', label: 'Ten minutes later' },
  { value: '3600', label: 'An hour later' },
  { value: '86400', label: 'A day later' },
  { value: '432000', label: 'Five days later' },
] as const;
