import { inflateSync } from 'node:zlib';
import decodeQR from 'qr/decode.js';
import type Stripe from 'stripe';
import { expect, test } from 'vitest';
import { type Cashapp, CONFIRMATION, cashapp } from '../testing/cashapp.ts';
import { qrSvg } from './qr.ts';

interface Links {
  mobile_auth_url: string;
  hosted_instructions_url: string;
  qr_code: { image_url_png: string; image_url_svg: string };
}

async function waiting(at: Cashapp): Promise<{ intent: Stripe.SetupIntent; links: Links }> {
  const intent = await at.setup();
  await at.confirm(intent);
  return { intent, links: await linksOf(at, intent.id) };
}

async function linksOf({ sdk }: Cashapp, id: string): Promise<Links> {
  const links = (await sdk.setupIntents.retrieve(id)).next_action?.cashapp_handle_redirect_or_display_qr_code;
  if (!links) throw new Error('The intent does not wait for Cash App.');
  return links;
}

const local = ({ port }: Cashapp, url: string) => `http://127.0.0.1:${port}${new URL(url).pathname}`;

/** Follows the link to its page, and presses one of the buttons. */
async function visit(at: Cashapp, url: string, decision: 'approved' | 'declined'): Promise<Response> {
  const opened = await at.raw(local(at, url));
  expect(opened.status).toBe(303);
  const page = opened.headers.get('location') ?? '';
  const html = await (await at.raw(page)).text();
  expect(html).toContain('value="approved">Authorize</button>');
  expect(html).toContain('value="declined">Decline</button>');
  return at.post(page, `decision=${decision}`);
}

/** The text of a QR code, from the PNG's own pixels. */
async function read(png: Response): Promise<string> {
  const bytes = Buffer.from(await png.arrayBuffer());
  const size = bytes.readUInt32BE(16);
  const length = bytes.readUInt32BE(33);
  const grey = inflateSync(bytes.subarray(41, 41 + length));
  const data = new Uint8Array(size * size * 3);
  for (let y = 0; y < size; y += 1)
    for (let x = 0; x < size; x += 1)
      data.fill(grey[y * (size + 1) + 1 + x] ?? 0, (y * size + x) * 3, (y * size + x) * 3 + 3);
  return decodeQR({ width: size, height: size, data }, { timeLimit: Number.POSITIVE_INFINITY });
}

test('the code that a phone scans leads to the page that approves, and on to nowhere', async () => {
  const at = await cashapp();
  const { intent, links } = await waiting(at);
  const picture = await at.raw(local(at, links.qr_code.image_url_png));
  expect(picture.headers.get('content-type')).toBe('image/png');
  const scanned = await read(picture);
  expect(scanned).toBe(links.mobile_auth_url.replace('/authorize/', '/scan/'));
  const done = await visit(at, scanned, 'approved');
  expect(done.status).toBe(200);
  expect(await done.text()).toContain('You can go back to the other device');
  expect((await at.sdk.setupIntents.retrieve(intent.id)).status).toBe('succeeded');
});

test('the vector picture is the same code', async () => {
  const at = await cashapp();
  const { links } = await waiting(at);
  const picture = await at.raw(local(at, links.qr_code.image_url_svg));
  expect(picture.headers.get('content-type')).toBe('image/svg+xml');
  expect(await picture.text()).toBe(qrSvg(links.mobile_auth_url.replace('/authorize/', '/scan/')));
});

test.each([
  ['approved', 'succeeded'],
  ['declined', 'failed'],
] as const)('on the phone itself the person comes back: %s', async (decision, redirect_status) => {
  const at = await cashapp();
  const { intent, links } = await waiting(at);
  const back = await visit(at, links.mobile_auth_url, decision);
  expect(back.status).toBe(303);
  const url = new URL(back.headers.get('location') ?? '');
  expect(`${url.origin}${url.pathname}`).toBe('https://shop.example/back');
  expect(Object.fromEntries(url.searchParams)).toEqual({
    order: '7',
    setup_intent: intent.id,
    setup_intent_client_secret: intent.client_secret,
    redirect_pm_type: 'cashapp',
    redirect_status,
  });
});

test('a payment comes back with its own parameters', async () => {
  const at = await cashapp();
  const payment = await at.sdk.paymentIntents.create({
    amount: 900,
    currency: 'usd',
    confirm: true,
    payment_method_data: { type: 'cashapp' },
    return_url: 'https://shop.example/back',
  });
  const links = payment.next_action?.cashapp_handle_redirect_or_display_qr_code;
  const back = await visit(at, links?.mobile_auth_url ?? '', 'approved');
  expect(back.headers.get('location')).toBe(
    `https://shop.example/back?payment_intent=${payment.id}&payment_intent_client_secret=${payment.client_secret}&redirect_pm_type=cashapp&redirect_status=succeeded`,
  );
});

test('links that have run out, or were replaced, lead nowhere', async () => {
  const at = await cashapp();
  const { intent, links: old } = await waiting(at);
  await at.advance(30);
  expect((await at.raw(local(at, old.mobile_auth_url))).status).toBe(410);
  const fresh = await linksOf(at, intent.id);
  for (const url of [old.mobile_auth_url, old.qr_code.image_url_png, old.qr_code.image_url_svg])
    expect((await at.raw(local(at, url))).status).toBe(410);
  const ended = await (await at.raw(local(at, old.mobile_auth_url))).text();
  expect(ended).toContain('A newer one has taken its place.');
  expect(ended).not.toContain('<button');
  expect((await visit(at, fresh.mobile_auth_url, 'approved')).status).toBe(303);
  expect(await (await at.raw(local(at, fresh.mobile_auth_url))).text()).toContain('It was used before.');
  expect((await at.raw('/cashapp/authorize/nobody')).status).toBe(404);
  expect((await at.raw('/cashapp/visits/nobody')).status).toBe(404);
});

test('who came in time may take the whole attempt to decide, and not longer', async () => {
  const at = await cashapp();
  const { links } = await waiting(at);
  const page = (await at.raw(local(at, links.mobile_auth_url))).headers.get('location') ?? '';
  await at.advance(570);
  expect(await (await at.raw(page)).text()).toContain('30 seconds left to decide.');
  await at.advance(30);
  expect((await at.post(page, 'decision=approved')).status).toBe(410);
});

test('an attempt is decided once', async () => {
  const at = await cashapp();
  const { intent, links } = await waiting(at);
  const pages = await Promise.all([at.raw(local(at, links.mobile_auth_url)), at.raw(local(at, links.mobile_auth_url))]);
  const [first = '', second = ''] = pages.map((page) => page.headers.get('location') ?? '');
  await at.post(first, 'decision=declined');
  expect((await at.post(second, 'decision=approved')).status).toBe(410);
  expect((await at.sdk.setupIntents.retrieve(intent.id)).status).toBe('requires_payment_method');
});

test('the hosted instructions show the code, and themselves again before it runs out', async () => {
  const at = await cashapp();
  const { intent, links } = await waiting(at);
  const page = await at.raw(local(at, links.hosted_instructions_url));
  expect(page.headers.get('refresh')).toBe('5');
  expect(await page.text()).toContain(qrSvg(links.mobile_auth_url.replace('/authorize/', '/scan/')));
  await at.advance(30);
  const later = await (await at.raw(local(at, links.hosted_instructions_url))).text();
  const fresh = await linksOf(at, intent.id);
  expect(later).toContain(qrSvg(fresh.mobile_auth_url.replace('/authorize/', '/scan/')));
});

test('a control that cannot be followed says why', async () => {
  const at = await cashapp();
  const { intent } = await waiting(at);
  await at.decide(intent.id, 'approve');
  const method = await at.sdk.paymentMethods.create({ type: 'cashapp' });
  const orders: [string, object, number, string][] = [
    [`cashapp/${intent.id}`, { do: 'approve' }, 400, 'succeeded'],
    ['cashapp/seti_nope', { do: 'approve' }, 404, "There is no setup intent 'seti_nope'."],
    ['cashapp/pi_nope', { do: 'approve' }, 404, "There is no payment intent 'pi_nope'."],
    [`cashapp/${intent.id}`, { do: 'explode' }, 400, 'do'],
    ['payment_methods/pm_nope', { next_charge: 'decline' }, 404, "There is no payment method 'pm_nope'."],
    [`payment_methods/${method.id}`, { next_charge: 'explode' }, 400, 'next_charge'],
    ['revoke', { payment_method: 'pm_nope' }, 404, "There is no payment method 'pm_nope'."],
    ['revoke', { payment_method: method.id }, 400, 'no mandate'],
  ];
  for (const [name, body, status, message] of orders) {
    const response = await at.control(name, body);
    expect(response.status).toBe(status);
    expect((await response.json()).error.message).toContain(message);
  }
});

test('what closing the dialog resolves with can be ordered', async () => {
  const at = await cashapp();
  const { intent } = await waiting(at);
  const closing = async () => (await at.raw(`/cashapp/closing/${intent.id}`)).json();
  expect(await closing()).toEqual({ resolve: 'intent' });
  await at.control(`cashapp/${intent.id}`, { closing: 'error' });
  expect(await closing()).toEqual({ resolve: 'error' });
});

test('what a browser reads of a refused confirmation is what it may see', async () => {
  const at = await cashapp();
  const { intent } = await waiting(at);
  const { error } = await (await at.confirm(intent, CONFIRMATION)).json();
  expect(error).toMatchObject({ code: 'setup_intent_unexpected_state', setup_intent: { status: 'requires_action' } });
  expect(error.setup_intent).not.toHaveProperty('customer');
  expect(error.setup_intent).not.toHaveProperty('metadata');
});
