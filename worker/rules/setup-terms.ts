/** What a person agrees to before Cash App Pay is saved. */
import type { SetupTerms, SetupUsage } from '../contract.ts';

/** Counts up when the widgets' wording changes in substance: people are then asked again. */
const WORDING = 1;

export type TermsText = Pick<SetupTerms, 'business_name' | 'terms_url' | 'usage' | 'version'>;

/** Null where the site has no terms to point to: then nobody can be asked to agree. */
export async function termsText(
  { business_name, terms_url }: { readonly business_name: string; readonly terms_url: string | null },
  usage: SetupUsage,
): Promise<TermsText | null> {
  if (terms_url === null) return null;
  const said = new TextEncoder().encode(JSON.stringify([business_name, terms_url, usage]));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', said));
  return { business_name, terms_url, usage, version: `${WORDING}-${digest.slice(0, 6).toHex()}` };
}
