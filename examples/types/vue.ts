/** The tags that Vue's templates know once `inlay/vue` is imported: what is right compiles, and what is wrong does not. */
import type {} from 'inlay/vue';
import type { GlobalComponents } from 'vue';

type PropsOf<tag extends keyof GlobalComponents> = InstanceType<GlobalComponents[tag]>['$props'];

export const right: PropsOf<'connect-onboard-button'> = {
  class: 'wide',
  presentation: 'popup',
  'return-path': '/payouts',
  onInlaySuccess: ({ detail }) => console.log(detail.account.status),
  onInlayError: ({ detail }) => console.log(detail.code),
};
export const list: PropsOf<'linked-bank-accounts'> = { days: 30, fetchToken: async ({ reason }) => reason };

// @ts-expect-error There is no such presentation.
export const sideways: PropsOf<'connect-onboard-button'> = { presentation: 'sideways' };
// @ts-expect-error A success of onboarding has no payment method.
export const confused: PropsOf<'connect-onboard-button'> = { onInlaySuccess: ({ detail }) => detail.paymentMethod };
// @ts-expect-error There is no such element.
export type Unknown = PropsOf<'connect-onboard-link'>;
