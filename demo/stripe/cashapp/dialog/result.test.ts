import { expect, test } from 'vitest';
import { confirmation, handlesActions } from './confirmation.ts';
import type { BrowserIntent } from './intents.ts';
import { closed, ended, linksOf, resultOf } from './result.ts';

const LINKS = {
  mobile_auth_url: 'https://x.test/a',
  qr_code: { expires_at: 1, image_url_svg: 'https://x.test/q.svg' },
};
const waiting: BrowserIntent = {
  id: 'seti_1',
  object: 'setup_intent',
  status: 'requires_action',
  next_action: { type: 'cashapp', cashapp_handle_redirect_or_display_qr_code: LINKS },
};
const failure = { type: 'invalid_request_error', code: 'setup_intent_authentication_failure', message: 'No.' };
const failed: BrowserIntent = {
  ...waiting,
  status: 'requires_payment_method',
  next_action: null,
  last_setup_error: failure,
};

test('an intent is answered under its own name', () => {
  expect(resultOf({ intent: waiting })).toEqual({ setupIntent: waiting });
  const payment = { ...waiting, object: 'payment_intent' } as const;
  expect(resultOf({ intent: payment })).toEqual({ paymentIntent: payment });
  expect(resultOf({ error: failure })).toEqual({ error: failure });
});

test('the dialog goes on while Cash App waits, and ends with what became of the intent', () => {
  expect(ended(waiting)).toBeNull();
  expect(linksOf(waiting)).toEqual(LINKS);
  const done = { ...waiting, status: 'succeeded', next_action: null };
  expect(ended(done)).toEqual({ setupIntent: done });
  expect(linksOf(done)).toBeNull();
  expect(ended(failed)).toEqual({ error: { ...failure, setup_intent: failed } });
});

test('closing the dialog is told as it was ordered, unless the intent has ended meanwhile', () => {
  expect(closed(waiting, 'intent')).toEqual({ setupIntent: waiting });
  expect(closed(waiting, 'error')).toMatchObject({ error: { type: 'validation_error', setup_intent: waiting } });
  expect(closed(failed, 'intent')).toEqual(ended(failed));
  expect(closed({ ...waiting, status: 'succeeded' }, 'error')).toHaveProperty('setupIntent');
});

const formOf = (data: unknown) => {
  const given = confirmation(data);
  if ('wrong' in given) throw new Error(given.wrong);
  return Object.fromEntries(given.form);
};

test('a confirmation says what is saved, where to come back to, and that the person agreed here', () => {
  const agreed = {
    'mandate_data[customer_acceptance][type]': 'online',
    'mandate_data[customer_acceptance][online][infer_from_client]': 'true',
  };
  expect(formOf(undefined)).toEqual({ 'payment_method_data[type]': 'cashapp', ...agreed });
  expect(formOf({ payment_method: 'pm_1', return_url: 'https://x.test' })).toEqual({
    payment_method: 'pm_1',
    return_url: 'https://x.test',
    ...agreed,
  });
  expect(formOf({ payment_method: { type: 'cashapp', billing_details: { name: 'Ada', email: undefined } } })).toEqual({
    'payment_method_data[type]': 'cashapp',
    'payment_method_data[billing_details][name]': 'Ada',
    ...agreed,
  });
});

test.each([['text'], [null], [[]], [{ payment_method: 1 }], [{ return_url: 1 }]])(
  'data of the wrong kind is a mistake of the page: %o',
  (data) => {
    expect(confirmation(data)).toHaveProperty('wrong');
  },
);

test('actions are handled unless the page wants to itself', () => {
  expect(handlesActions(undefined)).toBe(true);
  expect(handlesActions({})).toBe(true);
  expect(handlesActions({ handleActions: false })).toBe(false);
  expect(handlesActions({ handleActions: 'no' })).toHaveProperty('wrong');
  expect(handlesActions('no')).toHaveProperty('wrong');
});
