/** Stripe's test cards: what they look like, and what becomes of a charge. */
export type CardOutcome =
  | { kind: 'succeeds' }
  | { kind: 'asks' }
  | { kind: 'declined'; code: string; decline_code: string; message: string };

/** What the holder of a card has against a charge of it. */
export interface TestDispute {
  readonly case_type: 'chargeback' | 'inquiry';
  readonly reason: 'fraudulent' | 'product_not_received';
  readonly network_reason_code: string;
}

export interface TestCard {
  readonly brand: string;
  readonly number: string;
  readonly funding: 'credit' | 'debit';
  readonly outcome: CardOutcome;
  readonly dispute?: TestDispute;
}

const succeeds: CardOutcome = { kind: 'succeeds' };
const asks: CardOutcome = { kind: 'asks' };

function declined(decline_code: string, message: string, code = 'card_declined'): CardOutcome {
  return { kind: 'declined', code, decline_code, message };
}

function card(brand: string, number: string, outcome = succeeds, funding: TestCard['funding'] = 'credit'): TestCard {
  return { brand, number, funding, outcome };
}

function disputed(number: string, dispute: TestDispute): TestCard {
  return { ...card('visa', number), dispute };
}

const generic = card('visa', '4000000000000002', declined('generic_decline', 'Your card was declined.'));
const insufficient = card(
  'visa',
  '4000000000009995',
  declined('insufficient_funds', 'Your card has insufficient funds.'),
);

/** The number of the card whose money can be paid out at once. */
export const BYPASSES_PENDING = '4000000000000077';

/** By what follows `pm_card_` or `tok_`. */
const CARDS = new Map<string, TestCard>([
  ['visa', card('visa', '4242424242424242')],
  ['visa_debit', card('visa', '4000056655665556', succeeds, 'debit')],
  ['mastercard', card('mastercard', '5555555555554444')],
  ['mastercard_debit', card('mastercard', '5200828282828210', succeeds, 'debit')],
  ['amex', card('amex', '378282246310005')],
  ['discover', card('discover', '6011111111111117')],
  ['us', card('visa', '4242424242424242')],
  ['bypassPending', card('visa', BYPASSES_PENDING)],
  [
    'createDispute',
    disputed('4000000000000259', { case_type: 'chargeback', reason: 'fraudulent', network_reason_code: '10.4' }),
  ],
  [
    'createDisputeProductNotReceived',
    disputed('4000000000002685', {
      case_type: 'chargeback',
      reason: 'product_not_received',
      network_reason_code: '13.1',
    }),
  ],
  [
    'createDisputeInquiry',
    disputed('4000000000001976', { case_type: 'inquiry', reason: 'fraudulent', network_reason_code: '10.4' }),
  ],
  ['authenticationRequired', card('visa', '4000002760003184', asks)],
  ['authenticationRequiredOnSetup', card('visa', '4000002500003155', asks)],
  ['threeDSecureRequired', card('visa', '4000000000003220', asks)],
  ['chargeDeclined', generic],
  ['visa_chargeDeclined', generic],
  ['chargeCustomerFail', { ...generic, number: '4000000000000341' }],
  ['chargeDeclinedInsufficientFunds', insufficient],
  ['visa_chargeDeclinedInsufficientFunds', insufficient],
  [
    'chargeDeclinedExpiredCard',
    card('visa', '4000000000000069', declined('expired_card', 'Your card has expired.', 'expired_card')),
  ],
  [
    'chargeDeclinedIncorrectCvc',
    card(
      'visa',
      '4000000000000127',
      declined('incorrect_cvc', "Your card's security code is incorrect.", 'incorrect_cvc'),
    ),
  ],
  [
    'chargeDeclinedProcessingError',
    card(
      'visa',
      '4000000000000119',
      declined('processing_error', 'An error occurred while processing your card.', 'processing_error'),
    ),
  ],
]);

/** `pm_card_visa` and `tok_visa` stand for a new card each time they are used. */
export function testCard(id: string): TestCard | undefined {
  const name = /^(?:pm_card|tok)_(\w+)$/.exec(id)?.[1];
  return name === undefined ? undefined : CARDS.get(name);
}

export function cardNumbered(number: string): TestCard | undefined {
  return [...CARDS.values()].find((known) => known.number === number);
}
