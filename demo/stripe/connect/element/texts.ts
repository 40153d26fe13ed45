/** What the components say, in English. `texts_fr.ts` has to have the same. */
import { FR } from './texts_fr.ts';

export const EN = {
  titles: {
    account: 'Business details',
    balances: 'Balance',
    documents: 'Documents',
    methods: 'Payment methods',
    notifications: 'Notifications',
    onboarding: 'Set up payments',
    payments: 'Payments',
    payouts: 'Payouts',
  },
  loading: 'Loading…',
  standIn: 'Stripe stand-in: nothing here is real',
  failed: 'This could not be loaded.',
  again: 'Try again',
  notDone: 'That did not work. Try again.',
  loggedOut: 'You are logged out.',
  window: {
    opens: 'Opens a window of Stripe.',
    changeOpens: 'Changing one opens a window of Stripe.',
    waiting: 'Go on in the window that Stripe has opened.',
    blocked: 'Your browser blocked Stripe’s window. Open it yourself to go on.',
    open: 'Open Stripe’s window',
    cancel: 'Cancel',
    declined: 'Stripe could not confirm that it is you, so nothing was changed.',
  },
  balance: { available: 'Available', pending: 'Available soon', to: 'Goes to', none: 'No bank account yet' },
  payouts: {
    pay: 'Pay out',
    paid: 'The payout is on its way.',
    none: 'No payouts yet',
    list: 'List of payouts',
    arrives: 'Arrives',
    arrived: 'Arrived',
    made: 'Made',
    refused: 'Your bank refused it. The money is back in your balance.',
    status: { pending: 'On its way', paid: 'Paid', failed: 'Failed', canceled: 'Canceled' },
  },
  payments: {
    none: 'No payments yet',
    list: 'List of payments',
    refund: 'Refund',
    refundOf: 'Refund the payment of',
    amount: 'Amount to refund',
    wrong: 'Enter an amount up to',
    done: 'The refund is on its way.',
    refunded: 'refunded',
    cancel: 'Cancel',
    status: {
      disputed: 'Disputed',
      failed: 'Failed',
      partially_refunded: 'Partly refunded',
      pending: 'Pending',
      refunded: 'Refunded',
      succeeded: 'Succeeded',
      uncaptured: 'Not captured',
    },
  },
  methods: {
    list: 'List of payment methods',
    fixed: 'Always on',
    changed: 'Your payment methods were changed.',
    kind: { bank: 'Bank payment', card: 'Cards', later: 'Buy now, pay later', wallet: 'Wallet' },
    status: { active: 'Active', inactive: 'Needs information', pending: 'Being checked', unrequested: 'Off' },
  },
  onboarding: {
    begin: 'Add information',
    goOn: 'Continue',
    update: 'Update information',
    new: 'Tell Stripe about your business to take payments and be paid out.',
    due: 'Some information is still missing.',
    pending: 'Stripe is checking what you entered. There is nothing to do.',
    done: 'Everything is set up: you can take payments and be paid out.',
    stopped: 'Your information was submitted.',
  },
  account: {
    edit: 'Edit',
    due: 'Some information is missing.',
    unknown: 'Not given',
    detail: {
      address: 'Address',
      bank: 'Bank account',
      email: 'Email',
      name: 'Name',
      phone: 'Phone',
      representative: 'Representative',
      type: 'Kind of business',
      website: 'Website',
    },
  },
  documents: { none: 'No documents yet', list: 'List of documents' },
  notifications: {
    list: 'What to know about your account',
    update: 'Update information',
    by: 'By',
    about: {
      disputed: 'A customer disputes a payment. Answer it in time.',
      due: 'Stripe needs more information about your business.',
      past_due: 'Payments and payouts are stopped until you give the information that is missing.',
      payout_failed: 'Your bank refused the last payout. Check your bank account.',
      pending: 'Stripe is checking your information. There is nothing to do.',
      rejected: 'Your account was closed.',
      stopped: 'Your account is under review. There is nothing to do.',
    },
  },
};

export type Texts = typeof EN;

/** @param locale such as `fr-CA` */
export function textsFor(locale: string): { texts: Texts; lang: string } {
  return /^fr\b/.test(locale) ? { texts: FR, lang: 'fr' } : { texts: EN, lang: 'en' };
}
