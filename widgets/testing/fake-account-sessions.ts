/** The Worker's route of account sessions behind `fake-worker.ts`. */
import type { AccountSession, EmbeddedComponent } from '../../worker/contract.ts';

export const EMBEDDED_SECRET = 'accs_secret__CANARY_EMBEDDED_SECRET';
export const EMBEDDED_KEY = 'pk_test_embedded';

export class FakeAccountSessions {
  /** Components that the site or the token does not allow. */
  forbidden: EmbeddedComponent[] = [];
  /** Whether the merchant has an account. */
  hasAccount = true;
  #made = 0;

  /** Undefined: not the route of account sessions. */
  answer(what: string, body: Record<string, unknown>): Response | undefined {
    if (what !== 'POST account_sessions') return undefined;
    const components = Array.isArray(body.components) ? body.components : [];
    if (components.some((one) => this.forbidden.includes(one))) return refusal(403, 'component_not_allowed');
    if (!this.hasAccount) return refusal(409, 'account_required');
    return Response.json({
      object: 'account_session',
      client_secret: `${EMBEDDED_SECRET}_${++this.#made}`,
      publishable_key: EMBEDDED_KEY,
      expires_at: 1_800_000_900,
      components,
    } satisfies AccountSession);
  }
}

function refusal(status: number, code: string): Response {
  const error = { type: 'permission_error', code, message: `For developers: ${code}.`, request_id: 'req_test' };
  return Response.json({ error }, { status });
}
