/** Where a merchant may stand, for the elements that show it. */
import { rows } from '../../../../widgets/testing/accounts.ts';
import { accountThat } from '../../../../widgets/testing/fake-worker.ts';
import type { Account, Config } from '../../../../worker/contract.ts';
import { never, type Scene } from '../scene.ts';

const DAY_S = 86_400;
/** The moment that the gallery's pages take for now, in seconds: see `public/gallery.js`. */
export const NOW = Date.UTC(2026, 10, 20, 12) / 1000;

export const config: Config = {
  object: 'config',
  site: 'site_gallery',
  mode: 'test',
  publishable_key: 'pk_test_gallery',
  business_name: 'Rocket Rides',
  terms_url: 'https://rides.example.test/terms',
  country: 'US',
  currency: 'usd',
};

/** With a date that is near, and more missing than there is room for. */
export const dueSoon: Account = accountThat('due_later', {
  currently_due: [
    'external_account',
    'individual.dob.day',
    'individual.address.line1',
    'individual.verification.document',
    'individual.ssn_last_4',
    'business_profile.url',
  ],
  current_deadline: NOW + 3 * DAY_S,
  errors: [
    {
      code: 'invalid_address_city_state_postal_code',
      reason: 'For developers.',
      requirement: 'individual.address.line1',
    },
  ],
});

/** One scene for each of them. */
export const standings: readonly Scene[] = [
  ...rows.map(({ situation, account }) => ({
    name: situation.replaceAll(/[^a-z]+/g, '-'),
    title: situation,
    answers: { 'GET account': { is: account }, 'GET config': { is: config } },
  })),
  {
    name: 'due-soon',
    title: 'needs much more, and soon',
    answers: { 'GET account': { is: dueSoon } },
  },
];

/** A click fetches a link that never comes. */
export const nothingBegun = { 'GET account': { is: accountThat('none') }, 'POST account_links': never } as const;

export { accountThat };
