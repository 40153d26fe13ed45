import type { SetupUsage } from '../../worker/contract.ts';

/** English words for a first render; the other languages come with `later.ts`. */
export const firstWords = {
  save: 'Save Cash App Pay',
  hint: 'You approve this in Cash App.',
  /** What stands in the middle leads to the business's own terms. */
  terms: (business: string, usage: SetupUsage): readonly [before: string, link: string, after: string] => [
    `By continuing, you authorize ${business} to debit your Cash App account for ${usage === 'off_session' ? 'future payments' : 'payments you make'} in accordance with `,
    `${business}’s terms`,
    ', until this authorization is revoked. You can revoke it any time in your Cash App settings.',
  ],
};
