import type Stripe from 'stripe';
import { expect, test } from 'vitest';
import { EXPRESS, type Stand, stand } from '../testing/stand.ts';
import { shownValues, type Walk, walk } from '../testing/walk.ts';

const REFRESH = 'http://shop.test/onboard?again=1';
const RETURN = 'http://shop.test/onboard?done=1#top';

interface Visit extends Stand {
  id: string;
  w: Walk;
  link(): Promise<string>;
  account(): Promise<Stripe.Account>;
}

async function visit(params: Stripe.AccountCreateParams = {}): Promise<Visit> {
  const at = await stand();
  const { id } = await at.sdk.accounts.create({ ...EXPRESS, ...params });
  const link = async () =>
    (
      await at.sdk.accountLinks.create({
        account: id,
        type: 'account_onboarding',
        refresh_url: REFRESH,
        return_url: RETURN,
      })
    ).url;
  return { ...at, id, w: walk(at), link, account: () => at.sdk.accounts.retrieve(id) };
}

test('test values throughout lead to an account that works at once, and back to the return_url as it was given', async () => {
  const { w, link, account } = await visit();
  await w.open(await link());
  expect(w.page.heading).toBe('Type of business');
  expect((await w.next()).heading).toBe('Business details');
  expect((await w.next()).heading).toBe('Your details');
  expect((await w.next()).heading).toBe('Bank account');
  expect((await w.next()).heading).toBe('Review and submit');
  expect((await w.press('continue')).to).toBe(RETURN);
  expect(await account()).toMatchObject({
    details_submitted: true,
    charges_enabled: true,
    payouts_enabled: true,
    capabilities: { card_payments: 'active', transfers: 'active' },
    requirements: {
      currently_due: [],
      eventually_due: [],
      past_due: [],
      pending_verification: [],
      disabled_reason: null,
    },
    external_accounts: { data: [{ object: 'bank_account', last4: '6789', routing_number: '110000000' }] },
  });
});

test.each([
  ['company', 'Business representative'],
  ['non_profit', 'Business representative'],
])('a %s also gives its own details and its representative', async (type, heading) => {
  const { w, link, account, sdk, id } = await visit();
  await w.open(await link());
  await w.press('continue', { business_type: type });
  expect((await account()).requirements?.currently_due).toContain('company.tax_id');
  await w.next();
  expect(w.page.heading).toBe(heading);
  expect((await w.finish()).to).toBe(RETURN);
  expect(await account()).toMatchObject({ charges_enabled: true, requirements: { currently_due: [] } });
  expect((await sdk.accounts.listPersons(id)).data).toMatchObject([
    { relationship: { representative: true, title: 'Owner' } },
  ]);
});

test('a link is good for one visit', async () => {
  const { w, link, raw } = await visit();
  const url = await link();
  const first = await raw(url);
  expect(first.status).toBe(200);
  expect(first.headers.get('cache-control')).toBe('no-store');
  const second = await w.open(url);
  expect(second).toMatchObject({ status: 302, to: REFRESH });
});

test('a link expires after 300 seconds', async () => {
  const { w, link, stripe } = await visit();
  const [early, late] = [await link(), await link()];
  stripe.clock.advance(290);
  expect((await w.open(early)).status).toBe(200);
  stripe.clock.advance(10);
  expect(await w.open(late)).toMatchObject({ status: 302, to: REFRESH });
});

test('a HEAD request does not use the link up', async () => {
  const { w, link, raw } = await visit();
  const url = await link();
  expect((await raw(url, { method: 'HEAD' })).status).toBe(200);
  expect((await w.open(url)).status).toBe(200);
  expect((await raw(url, { method: 'HEAD' })).headers.get('location')).toBe(REFRESH);
});

test.each(['rejected', 'deauthorized'])(
  'the link of an account that is %s leads back, and so does a visit under way',
  async (scenario) => {
    const { w, link, control, id } = await visit();
    const [open, fresh] = [await link(), await link()];
    await w.open(open);
    await control('account', { account: id, scenario });
    expect((await w.next()).to).toBe(REFRESH);
    expect((await w.open(fresh)).to).toBe(REFRESH);
  },
);

test('a visit ends after an hour', async () => {
  const { w, link, stripe } = await visit();
  await w.open(await link());
  stripe.clock.advance(3600);
  expect((await w.next()).to).toBe(REFRESH);
});

test('whoever submits twice, or goes back to the pages afterwards, is led on to the site', async () => {
  const { w, link } = await visit();
  await w.open(await link());
  while (!w.page.html.includes('Agree and submit')) await w.next();
  const review = w.page;
  expect((await w.press('continue')).to).toBe(RETURN);
  w.page = review;
  expect((await w.press('continue')).to).toBe(RETURN);
  const [address = ''] = /\/setup\/s\/\w+\/[\w-]+/.exec(review.html) ?? [];
  expect((await w.open(address)).to).toBe(RETURN);
});

test('an unknown link says so', async () => {
  const { w, id } = await visit();
  expect(await w.open(`/setup/e/${id}/nonsense`)).toMatchObject({ status: 404, heading: 'This link does not work' });
});

test('saving for later keeps what was entered, on the account and in the form', async () => {
  const { w, link, account } = await visit();
  await w.open(await link());
  await w.next();
  expect((await account()).requirements?.currently_due).toContain('individual.first_name');
  await w.next();
  const left = await w.press('save', {
    'representative.first_name': 'Jo',
    'representative.last_name': '',
    'representative.email': 'not an email',
  });
  expect(left.to).toBe(RETURN);
  const { requirements, details_submitted } = await account();
  expect(details_submitted).toBe(false);
  expect(requirements?.currently_due).not.toContain('individual.first_name');
  expect(requirements?.currently_due).not.toContain('business_profile.mcc');
  expect(requirements?.currently_due).toEqual(
    expect.arrayContaining(['individual.last_name', 'individual.email', 'external_account']),
  );

  const again = await w.open(await link());
  expect(again.heading).toBe('Your details');
  expect(shownValues(again.html)).toMatchObject({
    'representative.first_name': 'Jo',
    'representative.last_name': '',
    'representative.email': '',
  });
  expect((await w.finish()).to).toBe(RETURN);
  expect((await account()).charges_enabled).toBe(true);
});

test('every page can be left with "Save for later"', async () => {
  const { w, link } = await visit();
  for (const heading of ['Type of business', 'Business details', 'Your details', 'Bank account', 'Review and submit']) {
    const page = await w.open(await link());
    expect(page.heading).toBe(heading);
    expect(page.html).toContain('>Save for later</button>');
    await w.next();
    if (heading === 'Review and submit') break;
    expect((await w.press('save')).to).toBe(RETURN);
  }
});

test('prefilled values are shown for confirmation and stay editable', async () => {
  const { w, link } = await visit({
    business_type: 'individual',
    email: 'owner@shop.test',
    business_profile: { mcc: '5999', url: 'https://shop.test', product_description: 'Hand-made <b>hats</b>' },
    individual: { first_name: 'Ada', dob: { day: 1, month: 1, year: 1901 }, id_number: '000000000' },
  });
  await w.open(await link());
  expect(shownValues(w.page.html)).toMatchObject({ business_type: 'individual' });
  await w.press('continue');
  expect(shownValues(w.page.html)).toMatchObject({
    'business_profile.mcc': '5999',
    'business_profile.product_description': 'Hand-made <b>hats</b>',
  });
  expect(w.page.html).not.toContain('<b>hats</b>');
  await w.press('continue', { 'business_profile.support_phone': '0000000000' });
  expect(shownValues(w.page.html)).toMatchObject({
    'representative.first_name': 'Ada',
    'representative.email': 'owner@shop.test',
    'representative.dob.year': '1901',
    'representative.id_number': '',
  });
  expect(w.page.html).toContain('On file, ending in 0000.');
});

test('wrong values are explained where they are, kept, and the first of them has the focus', async () => {
  const { w, link, account } = await visit();
  await w.open(await link());
  await w.next();
  const page = await w.press('continue', {
    'business_profile.mcc': '5734',
    'business_profile.product_description': '"><i>hats',
    'business_profile.url': 'hats',
  });
  expect(page.status).toBe(422);
  expect(page.heading).toBe('Business details');
  for (const sentence of [
    'Enter the whole address, starting with https://.',
    'Describe what you sell in at least 10 characters.',
    'Enter a phone number',
  ]) {
    expect(page.html).toContain(sentence);
  }
  expect(page.html.match(/autofocus/g)).toHaveLength(1);
  expect(page.html).toMatch(/id="business_profile\.url"[^>]*aria-invalid="true"[^>]*autofocus/);
  expect(page.html).not.toContain('<i>hats');
  expect((await account()).business_profile?.mcc).toBe(null);
});

test('born on 1902-01-01 means a check that lasts a day', async () => {
  const { w, link, account, stripe } = await visit();
  await w.open(await link());
  await w.finish({ 'representative.dob.year': '1902' });
  expect(await account()).toMatchObject({
    details_submitted: true,
    charges_enabled: false,
    payouts_enabled: false,
    capabilities: { card_payments: 'pending' },
    requirements: {
      currently_due: [],
      disabled_reason: 'requirements.pending_verification',
      pending_verification: expect.arrayContaining(['individual.id_number']),
    },
  });
  stripe.clock.advance(24 * 60 * 60);
  expect(await account()).toMatchObject({
    charges_enabled: true,
    payouts_enabled: true,
    requirements: { pending_verification: [] },
  });
});

test('id number 111111111 fails the check, and can be corrected', async () => {
  const { w, link, account } = await visit();
  await w.open(await link());
  await w.finish({ 'representative.id_number': '111-11-1111' });
  expect(await account()).toMatchObject({
    details_submitted: true,
    charges_enabled: false,
    capabilities: { card_payments: 'inactive' },
    requirements: {
      currently_due: ['individual.id_number'],
      past_due: ['individual.id_number'],
      disabled_reason: 'requirements.past_due',
      errors: [{ code: 'verification_failed_keyed_identity', requirement: 'individual.id_number' }],
    },
  });
  expect((await w.open(await link())).heading).toBe('Your details');
  await w.finish();
  expect(await account()).toMatchObject({ charges_enabled: true, requirements: { errors: [], past_due: [] } });
});

test('address_no_match means a document, due by a deadline that can be missed and made good', async () => {
  const { w, link, account, stripe } = await visit();
  await w.open(await link());
  await w.finish({ 'representative.address.line1': 'address_no_match' });
  const due = await account();
  expect(due).toMatchObject({
    charges_enabled: true,
    requirements: { currently_due: ['individual.verification.document'], past_due: [], disabled_reason: null },
  });
  expect(due.requirements?.current_deadline).toBeGreaterThan(stripe.clock.now());

  stripe.clock.advance(30 * 24 * 60 * 60);
  expect(await account()).toMatchObject({
    charges_enabled: false,
    requirements: { past_due: ['individual.verification.document'], disabled_reason: 'requirements.past_due' },
  });

  expect((await w.open(await link())).heading).toBe('Identity document');
  await w.finish({ 'representative.verification.document.front': 'file_identity_document_failure' });
  expect((await account()).requirements?.errors).toMatchObject([{ code: 'verification_document_failed_other' }]);
  await w.open(await link());
  await w.finish();
  expect(await account()).toMatchObject({ charges_enabled: true, requirements: { currently_due: [], errors: [] } });
});

test('pages run only their own script and load nothing from elsewhere', async () => {
  const { link, raw } = await visit();
  const response = await raw(await link());
  const policy = response.headers.get('content-security-policy') ?? '';
  const html = await response.text();
  const nonce = /script-src 'nonce-([^']+)'/.exec(policy)?.[1];
  expect(policy).toContain("default-src 'none'");
  expect(html).toContain(`<script nonce="${nonce}">`);
  expect(html).toContain('nothing here is real');
  expect(html).not.toMatch(/(src|href)="(https?:)?\/\//);
});
