/** Money in words. Pure: amounts stay integers in minor units, all the way to Intl. */

const ZERO = 'bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf';
const THREE = 'bhd jod kwd omr tnd';

/** How many digits of Stripe's amounts are behind the point. Browsers differ about some of them; Stripe does not. */
export function minorDigits(currency: string): 0 | 2 | 3 {
  const code = currency.toLowerCase();
  if (ZERO.includes(code)) return 0;
  return THREE.includes(code) ? 3 : 2;
}

const formats = new Map<string, Intl.NumberFormat>();

/** @param signDisplay `exceptZero` marks money in with a plus */
export function money(
  amount: number,
  currency: string,
  locale: string,
  signDisplay: 'auto' | 'exceptZero' = 'auto',
): string {
  const digits = minorDigits(currency);
  const key = [locale, currency, signDisplay].join();
  const format =
    formats.get(key) ??
    new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      signDisplay,
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
  formats.set(key, format);
  // Moves the point without dividing: Intl reads a string digit by digit, so that nothing is ever rounded.
  const exact = `${amount}E-${digits}`;
  return format.format(isNumeral(exact) ? exact : amount);
}

function isNumeral(text: string): text is `${number}` {
  return !Number.isNaN(Number(text));
}
