import { expect, test } from 'vitest';
import { cashapp } from '../testing/cashapp.ts';

test('a detached method is nobody’s, for good, and its mandate ends', async () => {
  const { sdk, saved, customer, told } = await cashapp();
  const method = await saved();
  const before = (await told()).length;
  expect(await sdk.paymentMethods.detach(method)).toMatchObject({ id: method, customer: null });
  expect((await sdk.customers.listPaymentMethods(customer)).data).toEqual([]);
  expect((await told()).slice(before)).toEqual(['payment_method.detached', 'mandate.updated']);
  const [detached] = (await sdk.events.list({ type: 'payment_method.detached' })).data;
  expect(detached?.data).toMatchObject({ object: { customer: null }, previous_attributes: { customer } });
  await expect(sdk.paymentMethods.detach(method)).rejects.toMatchObject({
    statusCode: 400,
    message: 'The payment method you provided is not attached to a customer so detachment is impossible.',
  });
  await expect(sdk.paymentMethods.attach(method, { customer })).rejects.toMatchObject({
    statusCode: 400,
    message:
      'This PaymentMethod was previously used without being attached to a Customer or was detached from a Customer, and may not be used again.',
  });
});

test('a Cash App method has every field, and no owner before it was authorized', async () => {
  const { sdk } = await cashapp();
  const method = await sdk.paymentMethods.create({ type: 'cashapp', billing_details: { name: 'Ada' } });
  expect(method).toEqual({
    id: expect.stringMatching(/^pm_/),
    object: 'payment_method',
    allow_redisplay: 'unspecified',
    billing_details: {
      address: { city: null, country: null, line1: null, line2: null, postal_code: null, state: null },
      email: null,
      name: 'Ada',
      phone: null,
      tax_id: null,
    },
    cashapp: { buyer_id: null, cashtag: null },
    created: 1_793_000_000,
    customer: null,
    customer_account: null,
    livemode: false,
    metadata: {},
    type: 'cashapp',
  });
  expect(await sdk.paymentMethods.retrieve(method.id)).toEqual(method);
});

test('a saved method is updated, and its event says what was before', async () => {
  const { sdk, saved } = await cashapp();
  const method = await saved();
  await sdk.paymentMethods.update(method, { billing_details: { name: 'Ada' }, metadata: { a: '1' } });
  const updated = await sdk.paymentMethods.update(method, { metadata: { b: '2' } });
  expect(updated).toMatchObject({ billing_details: { name: 'Ada' }, metadata: { a: '1', b: '2' } });
  const [, first] = (await sdk.events.list({ type: 'payment_method.updated' })).data;
  expect(first?.data.previous_attributes).toEqual({ billing_details: { name: null }, metadata: { a: null } });
});

test('a test card stands for a new card each time', async () => {
  const { sdk, customer } = await cashapp();
  const first = await sdk.paymentMethods.attach('pm_card_visa', { customer });
  const second = await sdk.paymentMethods.attach('pm_card_visa', { customer });
  expect(first).toMatchObject({ customer, type: 'card', card: { brand: 'visa', last4: '4242' } });
  expect(second.id).not.toBe(first.id);
  const listed = await sdk.paymentMethods.list({ customer, type: 'card', limit: 1 });
  expect(listed).toMatchObject({ has_more: true, data: [{ id: second.id }] });
  expect((await sdk.customers.listPaymentMethods(customer, { type: 'cashapp' })).data).toEqual([]);
  expect((await sdk.customers.retrievePaymentMethod(customer, first.id)).id).toBe(first.id);
});

test('methods of another customer or account do not exist', async () => {
  const { sdk, saved, as } = await cashapp();
  const method = await saved();
  const other = await sdk.customers.create({});
  await expect(sdk.customers.retrievePaymentMethod(other.id, method)).rejects.toMatchObject({ statusCode: 404 });
  await expect(as('sk_test_other').paymentMethods.retrieve(method)).rejects.toMatchObject({ statusCode: 404 });
});
