/** The part of Stripe's script that has a person authorise in Cash App, which ends when the test says so. */
import type { CashappAction, SetupIntentResult, Stripe } from '../shared/stripe-js.ts';

type Confirm = Stripe['confirmCashappSetup'];

export interface Confirmation {
  readonly publishableKey: string;
  readonly locale: string | undefined;
  readonly clientSecret: string;
  readonly data: Parameters<Confirm>[1];
  readonly handleActions: boolean;
  /** The person is done, or has closed the dialog. What Stripe.js says then is only a hint. */
  readonly end: (result?: SetupIntentResult) => void;
  readonly break: (cause: unknown) => void;
}

export class FakeCashapp {
  /** Every one that was asked for, oldest first. */
  readonly confirmations: Confirmation[] = [];
  /** What `retrieveSetupIntent` says, or throws. */
  look: () => SetupIntentResult = () => waitingWith(1);
  /** How often it was asked. */
  looks = 0;
  readonly #waiting: ((confirmation: Confirmation) => void)[] = [];

  /** The newest, once there is one more than now. */
  next(): Promise<Confirmation> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  scriptFor(
    publishableKey: string,
    locale: string | undefined,
  ): Pick<Stripe, 'confirmCashappSetup' | 'retrieveSetupIntent'> {
    return {
      confirmCashappSetup: (clientSecret, data, options) =>
        new Promise((resolve, reject) => {
          const confirmation: Confirmation = {
            publishableKey,
            locale,
            clientSecret,
            data,
            handleActions: options?.handleActions ?? true,
            end: (result = {}) => resolve(result),
            break: reject,
          };
          this.confirmations.push(confirmation);
          for (const tell of this.#waiting.splice(0)) tell(confirmation);
        }),
      retrieveSetupIntent: async () => {
        this.looks++;
        return this.look();
      },
    };
  }
}

/** A SetupIntent that waits for the person, with its n-th code, which works until `expires_at`. */
export function waitingWith(code: number, expires_at = 0, is: Partial<CashappAction> = {}): SetupIntentResult {
  const cashapp_handle_redirect_or_display_qr_code = {
    hosted_instructions_url: 'https://payments.stripe.test/cashapp/instructions/1',
    mobile_auth_url: 'https://pm-redirects.stripe.test/authorize/nonce_1',
    qr_code: { expires_at, image_url_svg: `${location.origin}/widgets/testing/qr.svg?${code}` },
    ...is,
  };
  return { setupIntent: { status: 'requires_action', next_action: { cashapp_handle_redirect_or_display_qr_code } } };
}
