/** What a person is told of an error, and what a developer should change. Loaded only when something fails. */
import { scopeOf } from '../../doctor/scope-of.ts';
import type { Code, InlayError } from './inlay-error.ts';
import { page, type Session } from './settings.ts';

/** The sentences there are; each language has all of them. */
export type Sentence =
  | 'retry'
  | 'busy'
  | 'offline'
  | 'timeout'
  | 'signedOut'
  | 'notSetUp'
  | 'refused'
  | 'disconnected'
  | 'tooOften'
  | 'beingCreated'
  | 'scriptMissing'
  | 'bankInactive'
  | 'bankDisconnected'
  | 'notShared'
  | 'notYet'
  | 'declined'
  | 'expired'
  | 'methodGone'
  | 'notReady'
  | 'notPaid'
  | 'accountFirst';

/** Exhaustive: a new code of the Worker's does not compile until it has its sentence. */
const sentences: { readonly [code in Code]: Sentence } = {
  body_invalid: 'notSetUp',
  body_too_large: 'notSetUp',
  content_type_unsupported: 'notSetUp',
  parameter_invalid: 'notSetUp',
  parameter_missing: 'notSetUp',
  parameter_unknown: 'notSetUp',
  url_not_allowed: 'notSetUp',
  key_mode_mismatch: 'notSetUp',
  key_too_short: 'notSetUp',
  last_key: 'notSetUp',
  signature_invalid: 'notSetUp',
  prefill_refused: 'notSetUp',
  token_missing: 'signedOut',
  token_invalid: 'signedOut',
  token_expired: 'signedOut',
  secret_key_invalid: 'notSetUp',
  operator_key_invalid: 'notSetUp',
  origin_missing: 'notSetUp',
  origin_not_allowed: 'notSetUp',
  scope_missing: 'refused',
  secret_key_in_browser: 'notSetUp',
  route_unknown: 'notSetUp',
  site_unknown: 'notSetUp',
  resource_missing: 'retry',
  rate_limited: 'busy',
  link_refresh_limit: 'tooOften',
  account_disconnected: 'disconnected',
  account_being_created: 'beingCreated',
  customer_being_created: 'busy',
  data_not_shared: 'notShared',
  bank_account_inactive: 'bankInactive',
  bank_account_disconnected: 'bankDisconnected',
  refresh_too_early: 'notYet',
  terms_not_configured: 'notSetUp',
  terms_not_accepted: 'retry',
  idempotency_key_missing: 'notSetUp',
  idempotency_conflict: 'notSetUp',
  charge_in_progress: 'busy',
  payment_declined: 'declined',
  payment_requires_action: 'declined',
  payment_method_detached: 'methodGone',
  mandate_inactive: 'methodGone',
  payment_unknown: 'busy',
  merchant_not_ready: 'notReady',
  checkout_in_progress: 'busy',
  quota_exceeded: 'busy',
  account_required: 'accountFirst',
  component_not_allowed: 'refused',
  stripe_unavailable: 'busy',
  stripe_busy: 'busy',
  stripe_refused: 'refused',
  stripe_key_refused: 'notSetUp',
  storage_unavailable: 'busy',
  misconfigured: 'notSetUp',
  internal: 'retry',
  offline: 'offline',
  timeout: 'timeout',
  token_route_failed: 'signedOut',
  not_configured: 'notSetUp',
  stripe_js_blocked: 'notSetUp',
  stripe_js_failed: 'scriptMissing',
  bank_link_failed: 'retry',
  setup_declined: 'declined',
  setup_expired: 'expired',
  cashapp_failed: 'retry',
  checkout_failed: 'retry',
  checkout_declined: 'notPaid',
  embedded_failed: 'retry',
  unexpected: 'retry',
};

/** A newer Worker may send a code this bundle does not know. */
export function sentenceOf(code: Code): Sentence {
  return sentences[code] ?? 'retry';
}

/** Whether trying again can help without anybody changing something first. */
export function isRecoverable(code: Code): boolean {
  switch (sentenceOf(code)) {
    case 'retry':
    case 'busy':
    case 'offline':
    case 'timeout':
    case 'signedOut':
    case 'tooOften':
    case 'beingCreated':
    case 'scriptMissing':
    case 'notYet':
    case 'declined':
    case 'expired':
    case 'notPaid':
      return true;
    case 'notSetUp':
    case 'refused':
    case 'disconnected':
    case 'bankInactive':
    case 'bankDisconnected':
    case 'notShared':
    case 'methodGone':
    case 'notReady':
    case 'accountFirst':
      return false;
  }
}

/** One line for the console: the element, what happened, and what to change where. Holds no token and no link. */
export function forDeveloper(error: InlayError, tag: string, session: Session | undefined): string {
  const request = error.requestId ? ` (request ${error.requestId})` : '';
  return `[inlay] <${tag}> ${error.code}: ${error.message}${remedy(error.code, tag, session)}${request}${referral(error.code)}`;
}

/** To what finds out more, once a page: where somebody has to change something. The page's query is nobody's business. */
function referral(code: Code): string {
  if (page.referred || !['notSetUp', 'signedOut', 'refused', 'offline'].includes(sentenceOf(code))) return '';
  page.referred = true;
  return ` To find out more, put <inlay-doctor> on this page, or run: npx inlay doctor ${location.origin}${location.pathname}`;
}

function remedy(code: Code, tag: string, session: Session | undefined): string {
  const site = session?.site ?? 'the site';
  const change = `PATCH ${session?.api ?? ''}/v1/sites/${site}`;
  switch (code) {
    case 'origin_not_allowed':
    case 'url_not_allowed':
      return ` Add ${location.origin} to the origins of ${site} (${change}).`;
    case 'scope_missing':
      return ` Add "${scopeOf(tag)}" to the claim scope of the user token.`;
    case 'terms_not_configured':
      return ` Set terms_url of ${site} to the address of your terms (${change}).`;
    case 'component_not_allowed':
      return ` Add it to embedded.components of ${site} (${change}) and, where the user token has the claim embedded, there.`;
    case 'site_unknown':
      return ` Check data-site, or the attribute site: ${session?.api} knows no ${site}.`;
    case 'token_invalid':
    case 'token_missing':
    case 'token_expired':
      return ' Check the token that token-url or fetchToken gives: its key, iss, aud, iat and exp.';
    case 'offline':
      return ' Check the attribute api, and connect-src in the Content-Security-Policy of this page.';
    default:
      return '';
  }
}
