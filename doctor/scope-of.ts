import type { Scope } from '../worker/contract.ts';

/** The scope that an element's token needs; null where it needs none. */
export function scopeOf(tag: string): Scope | null {
  if (/^(link|linked)-bank/.test(tag)) return 'bank';
  if (/^(cashapp-save-method|saved-payment-methods)$/.test(tag)) return 'save';
  if (tag === 'connect-embedded') return 'embedded';
  return /^connect-(onboard-button|account-status)$/.test(tag) ? 'onboard' : null;
}
