/** The language of Stripe's Checkout page. */

/** Those it speaks, in the SDK's words. */
const SPOKEN = [
  ...['bg', 'cs', 'da', 'de', 'el', 'en', 'en-GB', 'es', 'es-419', 'et', 'fi', 'fil', 'fr', 'fr-CA', 'hi-IN', 'hr'],
  ...['hu', 'id', 'it', 'ja', 'ko', 'lt', 'lv', 'ms', 'mt', 'nb', 'nl', 'pl', 'pt', 'pt-BR', 'ro', 'ru', 'sk', 'sl'],
  ...['sv', 'th', 'tr', 'vi', 'zh', 'zh-HK', 'zh-TW'],
] as const;
export type CheckoutLocale = (typeof SPOKEN)[number] | 'auto';

/** Regions whose Spanish is not that of Latin America (CLDR). */
const EUROPEAN_SPANISH = new Set(['EA', 'ES', 'GQ', 'IC', 'PH']);

/** Languages that go by another name there. */
const ALSO = new Map<string, CheckoutLocale>([
  ['hi', 'hi-IN'],
  ['nn', 'nb'],
  ['no', 'nb'],
]);

/** @param tag a BCP 47 tag; `auto`, which lets Stripe go by the browser, where it names no language that Stripe speaks */
export function checkoutLocale(tag: string | undefined): CheckoutLocale {
  const locale = parse(tag ?? '');
  if (locale === null) return 'auto';
  const { language, region, script } = locale;
  if (language === 'zh') return chinese(script, region);
  if (language === 'es' && region !== undefined && !EUROPEAN_SPANISH.has(region)) return 'es-419';
  return spoken(`${language}-${region}`) ?? spoken(language) ?? ALSO.get(language) ?? 'auto';
}

/** Hong Kong and Macau write their own traditional Chinese; elsewhere the script decides, which a region implies. */
function chinese(script: string | undefined, region: string | undefined): CheckoutLocale {
  if (script !== 'Hant') return 'zh';
  return region === 'HK' || region === 'MO' ? 'zh-HK' : 'zh-TW';
}

function spoken(name: string): CheckoutLocale | undefined {
  return SPOKEN.find((one) => one === name);
}

interface Spelled {
  readonly language: string;
  readonly region: string | undefined;
  readonly script: string | undefined;
}

/** The tag's own language and region, with the script that they imply. */
function parse(tag: string): Spelled | null {
  try {
    const locale = new Intl.Locale(tag);
    return { language: locale.language, region: locale.region, script: locale.maximize().script };
  } catch {
    return null;
  }
}
