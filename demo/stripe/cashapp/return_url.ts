import type { CashappSession } from './session.ts';

/** Where the phone's browser goes back to; what was in the address before stays. Null where nobody said. */
export function returnUrl(session: CashappSession): string | null {
  if (session.returnUrl === null) return null;
  const url = new URL(session.returnUrl);
  const kind = session.intent.startsWith('seti_') ? 'setup_intent' : 'payment_intent';
  url.searchParams.append(kind, session.intent);
  url.searchParams.append(`${kind}_client_secret`, session.clientSecret);
  url.searchParams.append('redirect_pm_type', 'cashapp');
  url.searchParams.append('redirect_status', session.status === 'approved' ? 'succeeded' : 'failed');
  return url.href;
}
