/** What the page of elements shows of each: how it stands on a page, which page says more, and what a token needs. */
export interface Shown {
  readonly example: string;
  readonly page?: readonly [file: string, title: string];
  readonly scope?: string;
}

const onboarding = { page: ['onboarding.md', 'Onboarding a merchant'], scope: 'onboard' } as const;
const bank = { page: ['bank-accounts.md', 'Bank accounts'], scope: 'bank' } as const;
const cashApp = { page: ['cash-app.md', 'Cash App Pay'], scope: 'save' } as const;

export const shown: Readonly<Record<string, Shown>> = {
  'connect-onboard-button': {
    ...onboarding,
    example: `<connect-onboard-button return-path="/settings/payouts">
  Get paid
  <span slot="continue">Finish what you began</span>
</connect-onboard-button>`,
  },
  'connect-account-status': {
    ...onboarding,
    example: '<connect-account-status presentation="popup"></connect-account-status>',
  },
  'link-bank-account': {
    ...bank,
    example:
      '<link-bank-account permissions="balances transactions" country="US" max-accounts="1">Link your bank</link-bank-account>',
  },
  'linked-bank-accounts': {
    ...bank,
    example: `<linked-bank-accounts days="30">
  <p slot="empty">Nothing linked yet: press "Link your bank" above.</p>
</linked-bank-accounts>`,
  },
  'cashapp-save-method': {
    ...cashApp,
    example: '<cashapp-save-method presentation="inline" return-path="/settings/payment"></cashapp-save-method>',
  },
  'saved-payment-methods': { ...cashApp, example: '<saved-payment-methods></saved-payment-methods>' },
  'connect-checkout-button': {
    page: ['checkout.md', "Checkout on a merchant's account"],
    example: '<connect-checkout-button merchant="ann" price="day_pass" quantity="2">Buy two</connect-checkout-button>',
  },
  'connect-embedded': {
    page: ['embedded.md', "Stripe's own components"],
    scope: 'embedded',
    example: '<connect-embedded component="payouts"></connect-embedded>',
  },
  'inlay-doctor': { page: ['doctor.md', 'The doctor'], example: '<inlay-doctor></inlay-doctor>' },
};
