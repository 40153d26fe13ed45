/** Money in words. Pure: amounts stay integers in minor units, all the way to Intl. */

const ZERO = 'bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf';
const THREE = 'bhd jod kwd omr tnd';

/** How many digits of Stripe's amounts are behind the point. Browsers differ about some of them; Stripe does not. */
export function minorDigits(currency: string): 0 | 2 | 3 {
  const code = currency.toLowerCase();
  if (ZERO.includes(code)) return 0;
  return THREE.includes(code) ? 3 : 2;
}

/**
 * "US$" in what Intl marks as running from right to left: unless it is set apart, its sign is drawn at the other end of the
 * amount than its letters.
 */
const TORN = /(?<=^[\u061c\u200f].*)[A-Z]+\p{Sc}/u;

const writers = new Map<string, Intl.NumberFormat>();

/** @param signDisplay `exceptZero` marks money in with a plus */
export function money(
  amount: number,
  currency: string,
  locale: string,
  signDisplay: 'auto' | 'exceptZero' = 'auto',
): string {
  const digits = minorDigits(currency);
  const key = [locale, currency, signDisplay].join();
  const writer =
    writers.get(key) ??
    new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      signDisplay,
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
  writers.set(key, writer);
  // Moves the point without dividing: Intl reads a numeral digit by digit, so that nothing is ever rounded.
  const numeral = `${amount}E-${digits}`;
  return writer.format(isNumeral(numeral) ? numeral : amount).replace(TORN, '\u2068$&\u2069');
}

function isNumeral(text: string): text is `${number}` {
  return Number.isFinite(+text);
}
