import { expect, test } from 'vitest';
import { BANK, buyer, CARD, CASHAPP } from '../testing/buyer.ts';
import { shop } from '../testing/checkout.ts';

type Completion = 'always' | 'if_required' | 'never';

async function embedded(redirect_on_completion: Completion = 'always') {
  const all = await shop();
  const session = await all.session({
    ui_mode: 'embedded_page',
    redirect_on_completion,
    ...(redirect_on_completion !== 'never' && { return_url: 'https://shop.example/back?s={CHECKOUT_SESSION_ID}' }),
  });
  const asked = (key: string, account: string | null, secret = session.client_secret) =>
    all.raw(`/v1/payment_pages/${session.id}?client_secret=${secret}`, {
      headers: { Authorization: `Bearer ${key}`, ...(account && { 'Stripe-Account': account }) },
    });
  const at = buyer(all);
  await at.open(`/c/embed/${session.client_secret}`);
  return { ...all, ...at, id: session.id, session, asked, now: () => all.read(session.id) };
}

/** What the frame tells the page around it. */
function told(html: string): unknown {
  return JSON.parse(/postMessage\((\{"type".*?\}), '\*'\)/.exec(html)?.[1] ?? 'null');
}

test('other pages may show it in a frame, without a way back', async () => {
  const { page } = await embedded();
  expect(page()).toMatchObject({ status: 200, heading: 'How do you want to pay?' });
  expect(page().html).not.toContain('>Back<');
  expect(page().headers.get('content-security-policy')).toContain('frame-ancestors *');
});

test('only its secret opens it, on its own account', async () => {
  const { asked, account, session, open, id, merchant } = await embedded();
  const found = await asked('pk_test_demo', account);
  expect(await found.json()).toEqual({
    id,
    object: 'payment_page',
    amount_total: 1000,
    currency: 'usd',
    expires_at: session.expires_at,
    livemode: false,
    mode: 'payment',
    payment_method_types: ['card', 'cashapp', 'us_bank_account'],
    payment_status: 'unpaid',
    redirect_on_completion: 'always',
    status: 'open',
    ui_mode: 'embedded_page',
    url: expect.stringMatching(`/c/embed/${session.client_secret}$`),
  });
  for (const elsewhere of [null, await merchant()]) expect((await asked('pk_test_demo', elsewhere)).status).toBe(404);
  expect((await asked('pk_test_demo', account, `${id}_secret_x`)).status).toBe(400);
  expect((await open(`/c/embed/${id}_secret_x`)).status).toBe(404);
  expect((await open(`/c/pay/${id}`)).status).toBe(404);
});

test.each<[Completion, boolean]>([
  ['always', true],
  ['if_required', false],
  ['never', false],
])('paid with redirect_on_completion %s, the page around it hears where to go, if anywhere', async (how, goes) => {
  const { submit, now, id } = await embedded(how);
  const paid = await submit(CARD);
  expect(await now()).toMatchObject({ status: 'complete', payment_status: 'paid' });
  expect(paid).toMatchObject({ status: 200, heading: 'Thank you', to: null });
  expect(told(paid.html)).toEqual({
    type: 'checkout.complete',
    redirect: goes ? `https://shop.example/back?s=${id}` : null,
  });
});

test('a decline and a bank that asks stay in the frame', async () => {
  const { submit } = await embedded();
  expect(await submit({ ...CARD, number: '4000000000000002' })).toMatchObject({ alert: 'Your card was declined.' });
  const asking = await submit({ number: '4000002500003155' });
  expect(asking.heading).toBe('Your bank asks');
  expect(asking.headers.get('content-security-policy')).toContain('frame-ancestors *');
  expect(told((await submit({ decision: 'complete' })).html)).toMatchObject({ type: 'checkout.complete' });
});

test('a debit is complete at once, though not yet paid', async () => {
  const { submit, now } = await embedded('never');
  expect((await submit(BANK)).html).toContain('It may take some days');
  expect(await now()).toMatchObject({ status: 'complete', payment_status: 'unpaid' });
});

test.each([
  ['approved', 'complete'],
  ['declined', 'open'],
])('Cash App takes the whole window, which goes back to the merchant: %s, %s', async (decision, status) => {
  const { submit, open, now, id } = await embedded('if_required');
  const leaving = await submit(CASHAPP);
  expect(told(leaving.html)).toMatchObject({ type: 'checkout.leave' });
  const url = /<a href="([^"]+)" target="_top">/.exec(leaving.html)?.[1] ?? '';
  expect(await open(url)).toMatchObject({ heading: 'Pay with Cash App?' });
  expect((await submit({ decision })).to).toBe(`https://shop.example/back?s=${id}`);
  expect(await now()).toMatchObject({ status });
});
