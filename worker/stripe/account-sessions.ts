/** Account Sessions: what lets Stripe's embedded components act for a merchant in a page. */
import type { EmbeddedComponent } from '../contract.ts';
import { InlayError } from '../errors.ts';
import type { EmbeddedFeatures } from '../rules/embedded-settings.ts';
import { isGone } from './accounts.ts';
import type { StripeCall } from './client.ts';

export interface OpenedSession {
  readonly clientSecret: string;
  readonly expiresAt: number;
}

/** A new one on every request: its secret is short-lived, and the page's alone. */
export async function createAccountSession(
  call: StripeCall,
  account: string,
  components: readonly EmbeddedComponent[],
  features: EmbeddedFeatures,
): Promise<OpenedSession> {
  const idempotencyKey = `inlay-account-session-${crypto.randomUUID()}`;
  const asked = Object.fromEntries(
    components.map((name) => {
      const set = features[name];
      return [name, { enabled: true, ...(set === undefined ? {} : { features: set }) }];
    }),
  );
  try {
    const { client_secret, expires_at } = await call((stripe) =>
      stripe.accountSessions.create({ account, components: asked }, { idempotencyKey }),
    );
    return { clientSecret: client_secret, expiresAt: expires_at };
  } catch (thrown) {
    if (isGone(thrown)) throw new InlayError('account_disconnected');
    throw thrown;
  }
}
