import { expect, test } from 'vitest';
import { cashapp } from '../testing/cashapp.ts';

async function disputed(card = 'createDispute') {
  const all = await cashapp();
  const { sdk, told } = all;
  const charge = await sdk.charges.create({ amount: 1000, currency: 'usd', source: `tok_${card}` });
  const [dispute, ...none] = (await sdk.disputes.list({ charge: charge.id })).data;
  if (!dispute) throw new Error('Nothing was disputed.');
  expect(none).toEqual([]);
  const before = (await told()).length;
  return { ...all, charge, dispute, since: async () => (await told()).slice(before) };
}

test('a charge of a card that disputes is disputed, and the money is gone', async () => {
  const { sdk, charge, dispute, told } = await disputed();
  expect(await sdk.charges.retrieve(charge.id)).toMatchObject({ disputed: true, refunded: false });
  expect(dispute).toMatchObject({
    object: 'dispute',
    amount: 1000,
    balance_transactions: [{ amount: -1000, fee: 1500, net: -2500, source: dispute.id }],
    evidence: { customer_name: null, receipt: null, uncategorized_text: null },
    evidence_details: { has_evidence: false, submission_count: 0 },
    is_charge_refundable: false,
    reason: 'fraudulent',
    status: 'needs_response',
  });
  expect(await sdk.disputes.retrieve(dispute.id)).toMatchObject({ id: dispute.id, charge: charge.id });
  expect(await sdk.disputes.retrieve(dispute.id, { expand: ['charge'] })).toMatchObject({ charge: { id: charge.id } });
  await expect(sdk.refunds.create({ charge: charge.id })).rejects.toMatchObject({ code: 'charge_disputed' });
  expect(await told()).toEqual(['charge.succeeded', 'charge.dispute.created', 'charge.dispute.funds_withdrawn']);
});

test('a payment that is held is disputed only once it is captured', async () => {
  const { sdk } = await cashapp();
  const { id } = await sdk.paymentIntents.create({
    amount: 900,
    currency: 'usd',
    payment_method: 'pm_card_createDisputeProductNotReceived',
    capture_method: 'manual',
    confirm: true,
  });
  expect((await sdk.disputes.list({ payment_intent: id })).data).toEqual([]);
  await sdk.paymentIntents.capture(id, { amount_to_capture: 400 });
  expect((await sdk.disputes.list({ payment_intent: id })).data).toMatchObject([
    { amount: 400, payment_intent: id, reason: 'product_not_received' },
  ]);
});

test.each([
  [
    'winning_evidence',
    'won',
    [{ net: -2500 }, { net: 2500 }],
    ['charge.dispute.updated', 'charge.dispute.closed', 'charge.dispute.funds_reinstated'],
  ],
  ['losing_evidence', 'lost', [{ net: -2500 }], ['charge.dispute.updated', 'charge.dispute.closed']],
])('%s is under review until the dispute is %s', async (uncategorized_text, status, balance_transactions, events) => {
  const { sdk, dispute, advance, since } = await disputed();
  expect(await sdk.disputes.update(dispute.id, { evidence: { uncategorized_text } })).toMatchObject({
    evidence: { uncategorized_text },
    evidence_details: { has_evidence: true, submission_count: 1, submission_method: 'manual' },
    status: 'under_review',
  });
  await expect(sdk.disputes.update(dispute.id, { evidence: { receipt: 'file_1' } })).rejects.toThrow('under_review');
  await expect(sdk.disputes.close(dispute.id)).rejects.toThrow('under_review');
  await advance(5);
  expect(await sdk.disputes.retrieve(dispute.id)).toMatchObject({ balance_transactions, status });
  expect(await since()).toEqual(events);
});

test('evidence is staged until it is submitted', async () => {
  const { sdk, dispute } = await disputed();
  const staged = { customer_name: 'Ada', product_description: 'A compiler' };
  expect(await sdk.disputes.update(dispute.id, { evidence: staged, submit: false })).toMatchObject({
    evidence: staged,
    evidence_details: { has_evidence: true, submission_count: 0, submission_method: 'not_submitted' },
    status: 'needs_response',
  });
  expect(await sdk.disputes.update(dispute.id, { submit: true })).toMatchObject({
    evidence: staged,
    status: 'under_review',
  });
});

test('an inquiry takes no money, and closing it ends it', async () => {
  const { sdk, charge, dispute, since, told } = await disputed('createDisputeInquiry');
  expect(dispute).toMatchObject({
    balance_transactions: [],
    is_charge_refundable: true,
    payment_method_details: { card: { case_type: 'inquiry' } },
    status: 'warning_needs_response',
  });
  expect(await told()).toEqual(['charge.succeeded', 'charge.dispute.created']);
  expect(await sdk.disputes.close(dispute.id)).toMatchObject({ status: 'warning_closed' });
  expect(await since()).toEqual(['charge.dispute.closed']);
  expect(await sdk.refunds.create({ charge: charge.id })).toMatchObject({ status: 'succeeded' });
});

test('a dispute nobody answers is lost when its time is up', async () => {
  const { sdk, dispute, advance, since } = await disputed();
  const due = dispute.evidence_details.due_by ?? 0;
  await advance(due - dispute.created - 1);
  expect(await sdk.disputes.retrieve(dispute.id)).toMatchObject({ status: 'needs_response' });
  await advance(1);
  expect(await sdk.disputes.retrieve(dispute.id)).toMatchObject({ status: 'lost' });
  expect(await since()).toEqual(['balance.available', 'charge.dispute.closed']);
});

test('a dispute that does not exist is not found', async () => {
  const { sdk } = await cashapp();
  await expect(sdk.disputes.retrieve('du_nope')).rejects.toMatchObject({ statusCode: 404, code: 'resource_missing' });
});
