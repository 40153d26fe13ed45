/** The tags that Svelte's templates know once `inlay/svelte` is imported: what is right compiles, and what is wrong does not. */
import type {} from 'inlay/svelte';
import type { SvelteHTMLElements } from 'svelte/elements';

export const right: SvelteHTMLElements['connect-onboard-button'] = {
  class: 'wide',
  presentation: 'popup',
  'return-path': '/payouts',
  'oninlay-success': ({ detail }) => console.log(detail.account.status),
  'oninlay-error': ({ detail }) => console.log(detail.code),
  onclick: ({ currentTarget }) => currentTarget.start(),
};
export const list: SvelteHTMLElements['linked-bank-accounts'] = { days: 30, fetchToken: async ({ reason }) => reason };

// @ts-expect-error There is no such presentation.
export const sideways: SvelteHTMLElements['connect-onboard-button'] = { presentation: 'sideways' };
export const confused: SvelteHTMLElements['connect-onboard-button'] = {
  // @ts-expect-error A success of onboarding has no payment method.
  'oninlay-success': ({ detail }) => detail.paymentMethod,
};
