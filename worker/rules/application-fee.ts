/** What a site takes of a sale. */
import type { FeeRule } from './checkout-settings.ts';

/**
 * The percentage of the amount, rounded half up to the minor unit, and the fixed part; at least the minimum, and never more
 * than the amount itself. Whole numbers throughout: exact while the amount times 10,000 is below 2^53.
 * @param amount the whole of the sale, in the minor unit
 */
export function applicationFee(amount: number, { basis_points, fixed, minimum }: FeeRule): number {
  const tenThousandths = amount * basis_points + 5_000;
  const share = (tenThousandths - (tenThousandths % 10_000)) / 10_000;
  return Math.min(amount, Math.max(minimum, share + fixed));
}
