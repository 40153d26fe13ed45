/** How dates and numbers are written for a person. Pure. */

/**
 * The language of the element, in the way of the person's own region: where a page says "en", a British browser writes
 * dates as in Britain.
 */
export function formatsOf(lang: string, preferred: readonly string[] = navigator.languages): string {
  const locale = canonical(lang);
  return preferred.find((one) => one.startsWith(`${locale}-`)) ?? locale;
}

/** A page may write anything into `lang`; Intl throws at what is no language tag. */
export function canonical(lang: string): string {
  try {
    return Intl.getCanonicalLocales(lang)[0] ?? 'en';
  } catch {
    return 'en';
  }
}

/** With the time of day. */
export function momentOf(seconds: number, locale: string, timeZone?: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(seconds * 1000);
}
