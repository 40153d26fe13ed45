import { invalid } from '../api/errors.ts';
import type { Store } from '../world.ts';

/** A platform keeps part of what an account connected to it takes: something, and no more than all of it. */
export function requireFee(store: Store, fee: number | null | undefined, amount: number, param: string): void {
  if (fee == null) return;
  if (store.platform === null) {
    throw invalid(
      param,
      'Can only apply an application_fee_amount when the PaymentIntent is attempting a direct payment (using an OAuth key or Stripe-Account header) or destination payment (using `transfer_data[destination]`).',
    );
  }
  if (fee < 1) throw invalid(param, 'This value must be greater than or equal to 1.', 'parameter_invalid_integer');
  if (fee > amount) {
    throw invalid(param, `The application fee (${fee}) must not be greater than the amount (${amount}).`);
  }
}
