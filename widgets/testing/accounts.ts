/** Every row of STRIPE.md 3.3, and what a merchant reads there. */
import type { Account } from '../../worker/contract.ts';
import { accountThat } from './fake-worker.ts';

/** Half a year after tests began to be written: far enough to need no "in n days". */
const MARCH_1_2031 = Date.UTC(2031, 2, 1, 12) / 1000;

interface Row {
  readonly situation: string;
  readonly account: Account;
  /** In `connect-account-status`, and in `connect-onboard-button`. */
  readonly card: readonly string[];
  readonly line: readonly string[];
  readonly canAct: boolean;
}

export const rows: readonly Row[] = [
  {
    situation: 'not started',
    account: accountThat('none'),
    card: ['Get ready for payouts', 'Set up payouts'],
    line: ['Set up payouts', 'You will continue on Stripe’s website.'],
    canAct: true,
  },
  {
    situation: 'left onboarding early',
    account: accountThat('incomplete', {
      currently_due: ['external_account', 'individual.dob.day', 'individual.dob.month', 'tos_acceptance.date'],
      disabled_reason: 'requirements.past_due',
    }),
    card: [
      'Finish setting up',
      'Payments are off',
      'Still needed:',
      'Your bank account',
      'Your date of birth',
      'Continue set-up',
    ],
    line: ['Continue set-up', 'Still needed:', 'Your bank account', 'Your date of birth', 'and 1 more'],
    canAct: true,
  },
  {
    situation: 'submitted, being checked',
    account: accountThat('pending_verification', {
      pending_verification: ['individual.verification.document'],
      disabled_reason: 'requirements.pending_verification',
    }),
    card: ['Being checked', 'Stripe is checking your details.', 'You can accept payments', 'Payouts are off'],
    line: ['Being checked', 'There is nothing to do for now.'],
    canAct: false,
  },
  {
    situation: 'fully enabled',
    account: accountThat('enabled'),
    card: ['Payouts are set up', 'You can accept payments', 'Payouts go to your bank'],
    line: ['Payouts are set up'],
    canAct: false,
  },
  {
    situation: 'needs more later',
    account: accountThat('due_later', {
      currently_due: ['individual.verification.document'],
      current_deadline: MARCH_1_2031,
    }),
    card: ['More details needed soon', 'Needed by March 1, 2031:', 'Your identity document', 'Continue set-up'],
    line: ['Continue set-up', 'Needed by March 1, 2031:', 'Your identity document'],
    canAct: true,
  },
  {
    situation: 'deadline missed',
    account: accountThat('past_due', {
      past_due: ['individual.verification.document'],
      currently_due: ['individual.verification.document'],
      disabled_reason: 'requirements.past_due',
      errors: [
        {
          code: 'verification_document_expired',
          reason: 'For developers.',
          requirement: 'individual.verification.document',
        },
      ],
    }),
    card: ['Details overdue', 'Overdue:', 'Your identity document', 'The document has expired.', 'Continue set-up'],
    line: ['Continue set-up', 'Overdue:', 'Your identity document'],
    canAct: true,
  },
  {
    situation: 'on hold, for the site to explain',
    account: accountThat('restricted', { disabled_reason: 'platform_paused' }),
    card: ['Account on hold', 'contact Rocket Rides'],
    line: ['Account on hold', 'contact support'],
    canAct: false,
  },
  {
    situation: 'on hold while Stripe reviews it',
    account: accountThat('restricted', { disabled_reason: 'under_review' }),
    card: ['Account on hold', 'Stripe is reviewing your account.'],
    line: ['Account on hold', 'Stripe is reviewing your account.'],
    canAct: false,
  },
  {
    situation: 'rejected',
    account: accountThat('rejected', { disabled_reason: 'rejected.fraud' }),
    card: ['Account closed by Stripe', 'contact Rocket Rides'],
    line: ['Account closed by Stripe', 'contact support'],
    canAct: false,
  },
  {
    situation: 'disconnected',
    account: accountThat('disconnected'),
    card: ['Account no longer connected', 'contact Rocket Rides'],
    line: ['Account no longer connected', 'contact support'],
    canAct: false,
  },
];
