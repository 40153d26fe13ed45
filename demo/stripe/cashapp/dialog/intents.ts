/** What the script asks of the API: with the publishable key and the client secret, nothing else. */
import type { StripeError } from '../../financial_connections/dialog/bank.ts';

export interface Links {
  readonly mobile_auth_url: string;
  readonly qr_code: { readonly expires_at: number; readonly image_url_svg: string };
}

/** A SetupIntent or PaymentIntent, as a browser sees it. */
export interface BrowserIntent {
  readonly id: string;
  readonly object: 'payment_intent' | 'setup_intent';
  readonly status: string;
  readonly next_action: {
    readonly type: string;
    readonly cashapp_handle_redirect_or_display_qr_code?: Links;
  } | null;
  readonly last_setup_error?: StripeError | null;
  readonly last_payment_error?: StripeError | null;
}

export type Answer = { intent: BrowserIntent } | { error: StripeError };

export interface Intents {
  retrieve(): Promise<Answer>;
  confirm(form: URLSearchParams): Promise<Answer>;
  /** What a closed dialog stands for. */
  closing(): Promise<'error' | 'intent'>;
}

/** Who hears nothing for so long is told so. */
const TIMEOUT_MS = 30_000;

export interface Asking {
  readonly origin: string;
  readonly key: string;
  readonly stripeAccount: string | undefined;
  readonly clientSecret: string;
}

export function createIntents({ origin, key, stripeAccount, clientSecret }: Asking): Intents {
  const id = clientSecret.split('_secret_')[0] ?? '';
  const path = `${origin}/v1/${id.startsWith('seti_') ? 'setup_intents' : 'payment_intents'}/${id}`;
  const headers = {
    Authorization: `Bearer ${key}`,
    ...(stripeAccount !== undefined && { 'Stripe-Account': stripeAccount }),
  };

  async function ask(url: string, init: RequestInit): Promise<Answer> {
    let response: Response;
    try {
      response = await fetch(url, { ...init, headers, credentials: 'omit', signal: AbortSignal.timeout(TIMEOUT_MS) });
    } catch {
      return { error: { type: 'api_connection_error', message: 'Stripe could not be reached. Are you online?' } };
    }
    try {
      const body = await response.json();
      return response.ok ? { intent: body } : { error: body.error };
    } catch {
      return { error: { type: 'api_error', message: 'Something went wrong at Stripe.' } };
    }
  }

  return {
    retrieve: () => ask(`${path}?${new URLSearchParams({ client_secret: clientSecret })}`, {}),
    confirm(form) {
      form.set('client_secret', clientSecret);
      return ask(`${path}/confirm`, { method: 'POST', body: form });
    },
    async closing() {
      try {
        const { resolve } = await (await fetch(`${origin}/cashapp/closing/${id}`, { credentials: 'omit' })).json();
        return resolve === 'error' ? 'error' : 'intent';
      } catch {
        return 'intent';
      }
    },
  };
}
