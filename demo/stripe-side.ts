/** The Stripe the demo talks to: the stand-in, started here, or Stripe's own test mode. */
import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { DemoError } from './demo-error.ts';
import type { StripeChoice } from './dev-vars.ts';
import { serveStripe } from './stripe/serve.ts';

export interface StripeSide {
  readonly apiOrigin: string;
  /** Null when the Worker talks to Stripe itself. */
  readonly standIn: string | null;
  readonly secretKey: string;
  readonly publishableKey: string;
  readonly webhookSecrets: string;
  readonly stop: () => Promise<void>;
}

/** Where the Worker hears of changes. */
export function webhookUrl(worker: string): string {
  return `${worker}/v1/webhooks/stripe`;
}

export async function startStripe(
  choice: StripeChoice,
  ports: { stripe: number; worker: number },
): Promise<StripeSide> {
  switch (choice.kind) {
    case 'stand-in':
      return startStandIn(ports);
    case 'test mode':
      return {
        ...choice,
        standIn: null,
        // The Worker will not start without a signing secret; nobody knows this one, so nothing signed with it comes.
        webhookSecrets:
          choice.webhookSecrets === '' ? `whsec_${randomBytes(24).toString('hex')}` : choice.webhookSecrets,
        stop: async () => {},
      };
  }
}

/** The stand-in knows no keys: these name its one platform. */
export const standInKeys = {
  secretKey: 'sk_test_rocket_rides_stand_in',
  publishableKey: 'pk_test_rocket_rides_stand_in',
};

async function startStandIn(ports: { stripe: number; worker: number }): Promise<StripeSide> {
  const server = await serveStripe({ port: ports.stripe });
  const { secretKey } = standInKeys;
  const url = webhookUrl(`http://127.0.0.1:${ports.worker}`);
  // A platform needs two: events of its own account come to one, those of connected accounts to the other.
  const secrets = [
    await createWebhookEndpoint(server.origin, secretKey, url, false),
    await createWebhookEndpoint(server.origin, secretKey, url, true),
  ];
  return {
    apiOrigin: server.origin,
    standIn: server.origin,
    ...standInKeys,
    webhookSecrets: secrets.join(' '),
    stop: () => server.close(),
  };
}

const WebhookEndpoint = v.object({ secret: v.string() });

async function createWebhookEndpoint(api: string, key: string, url: string, connect: boolean): Promise<string> {
  const response = await fetch(`${api}/v1/webhook_endpoints`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${key}` },
    body: new URLSearchParams({ url, 'enabled_events[]': '*', connect: String(connect) }),
  });
  if (!response.ok) throw new DemoError(`The stand-in refused a webhook endpoint: ${await response.text()}`);
  return v.parse(WebhookEndpoint, await response.json()).secret;
}
