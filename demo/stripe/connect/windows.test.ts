import { expect, test } from 'vitest';
import { embedded } from '../testing/embedded.ts';
import { EXPRESS } from '../testing/stand.ts';
import { walk } from '../testing/walk.ts';

test('the window of onboarding checks who is there, leads through the steps, and ends', async () => {
  const all = await embedded();
  const { id: account } = await all.sdk.accounts.create(EXPRESS);
  const secret = await all.session({ account_onboarding: { enabled: true } }, account);
  const read = async () => (await all.ask('panels/account_onboarding', secret)).body;
  const { shown, window } = await read();
  expect(shown).toMatchObject({ submitted: false, due: true, step: 'business-type' });
  const follow = async () => (await all.ask(`windows/${window}`, secret)).body;
  expect(await follow()).toEqual({ status: 'offered', step: 'business-type' });
  const page = await all.raw(`/connect/window/${window}?to=onboarding`);
  expect(await page.text()).toContain('Confirm it is you');
  const begun = await all.letIn(window, 'continue', 'onboarding');
  expect(begun.status).toBe(303);
  const person = walk(all);
  await person.open(begun.headers.get('location') ?? '');
  await person.next();
  expect(await follow()).toEqual({ status: 'authenticated', step: 'business-details' });
  const { to } = await person.finish();
  expect((await person.open(to ?? '')).heading).toBe('You can close this window');
  expect((await follow()).status).toBe('ended');
  expect((await read()).shown).toMatchObject({ submitted: true, charges: true, payouts: true, due: false });
});

test('whoever saves for later comes back as well', async () => {
  const all = await embedded();
  const { id: account } = await all.sdk.accounts.create(EXPRESS);
  const secret = await all.session({ account_onboarding: { enabled: true } }, account);
  const { window } = (await all.ask('panels/account_onboarding', secret)).body;
  const person = walk(all);
  await person.open((await all.letIn(window, 'continue', 'onboarding')).headers.get('location') ?? '');
  const { to } = await person.press('save');
  await person.open(to ?? '');
  expect((await all.ask(`windows/${window}`, secret)).body).toEqual({ status: 'ended', step: 'business-type' });
});

test('details of the account are shown to whoever manages it', async () => {
  const { session, ask } = await embedded();
  const secret = await session({ account_management: { enabled: true } });
  const { shown } = (await ask('panels/account_management', secret)).body;
  expect(shown.details).toContainEqual({ name: 'bank', value: 'STRIPE TEST BANK •••• 6789' });
  expect(shown.details).toContainEqual({ name: 'representative', value: expect.stringContaining(' ') });
});

test('logging out ends the session and what its window allowed', async () => {
  const { session, ask, letIn } = await embedded();
  const payouts = { payouts: { enabled: true, features: { standard_payouts: true } } };
  const secret = await session(payouts);
  const { window } = (await ask('panels/payouts', secret)).body;
  await letIn(window);
  expect((await ask('logout', secret, { authentication: window })).status).toBe(200);
  expect((await ask('panels/payouts', secret)).status).toBe(401);
  const another = await session(payouts);
  expect((await ask('panels/payouts/pay', another, { authentication: window })).status).toBe(403);
});

test('a window that nobody was offered, or that is over, leads nowhere', async () => {
  const { raw } = await embedded();
  expect((await raw('/connect/window/nope')).status).toBe(404);
  expect((await raw('/connect/window/nope/end')).status).toBe(404);
});
