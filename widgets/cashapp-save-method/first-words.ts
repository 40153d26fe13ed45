import type { SetupUsage } from '../../worker/contract.ts';

/** English words for a first render; the other languages come with `later.ts`. */
export const firstWords = {
  save: 'Save Cash App Pay',
  hint: 'You approve this in Cash App.',
  'terms.off_session':
    'By continuing, you authorize {business} to debit your Cash App account for future payments in accordance with {terms}, until this authorization is revoked. You can revoke it any time in your Cash App settings.',
  'terms.on_session':
    'By continuing, you authorize {business} to debit your Cash App account for payments you make in accordance with {terms}, until this authorization is revoked. You can revoke it any time in your Cash App settings.',
  /** Leads to them. */
  termsOf: '{business}’s terms',
} as const satisfies { readonly [key in `terms.${SetupUsage}`]: string } & Record<string, string>;
