import { returnPage } from '../shared/addresses.ts';

/** Where Cash App comes back to; null for what is not an address of a page. */
export function returnUrl(returnPath: string | null | undefined, here: string): string | null {
  const url = returnPage(returnPath, here);
  url?.searchParams.set('inlay', 'save-return');
  return url?.href ?? null;
}
