/** Amounts and days as they are read in the page's language. */
export interface Format {
  /** Such as `en` or `fr-CA`. */
  readonly locale: string;
  money(amount: number, currency: string): string;
  /** @param seconds since the epoch */
  day(seconds: number): string;
}

export function formatFor(wanted: unknown): Format {
  const locale = known(wanted);
  return {
    locale,
    money(amount, currency) {
      const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
      return format.format(amount / 10 ** fractionDigits(currency));
    },
    day: (seconds) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(new Date(seconds * 1000)),
  };
}

/** How many there are of the smallest unit in one: Stripe counts in those. */
export function fractionDigits(currency: string): number {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

/** What a person typed, in the smallest unit; null where it is no amount. */
export function amountTyped(text: string, currency: string): number | null {
  const digits = fractionDigits(currency);
  const plain = text.trim().replace(',', '.');
  if (!new RegExp(`^\\d{1,9}(\\.\\d{1,${Math.max(digits, 1)}})?$`).test(plain)) return null;
  const amount = Math.round(Number(plain) * 10 ** digits);
  return amount > 0 ? amount : null;
}

function known(wanted: unknown): string {
  if (typeof wanted !== 'string' || wanted === '' || wanted === 'auto') return pageLocale();
  try {
    return Intl.getCanonicalLocales(wanted)[0] ?? 'en';
  } catch {
    return 'en';
  }
}

function pageLocale(): string {
  return typeof navigator === 'undefined' ? 'en' : navigator.language;
}
