import { firstWords } from '../first-words.ts';

/** English words for buying: loaded when more than the first render needs is to be said. */
export const enCheckout = {
  ...firstWords,
  tryAgain: 'Try again',
  loading: 'Loading…',
  opening: 'Opening Checkout…',
  checking: 'Checking the payment…',
  here: 'Pay in the form below.',
  close: 'Close',
  notCompleted: 'Not completed. You can try again.',
  ranOut: 'The time to pay ran out. You can try again.',
  /** A line in the button's place, and what it means. */
  unavailable: 'Not available yet',
  unavailableMeans: 'The seller cannot take payments at the moment.',
  processing: 'Payment on its way',
  processingMeans: 'It takes a few days. There is nothing left to do.',
  paid: 'Paid: {amount}',
  paidMeans: 'Your payment is complete. Thank you.',
} as const;

export type CheckoutWords = typeof enCheckout;
