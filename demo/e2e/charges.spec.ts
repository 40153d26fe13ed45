import { inCashApp, methodsList, savedMethods } from './cash-app.ts';
import {
  announced,
  attemptOf,
  chargeRide,
  chargeSaid,
  chargesOf,
  isAttached,
  nextCharge,
  openList,
  remove,
  revoke,
  rows,
  saved,
  withDeliveries,
} from './saved-methods.ts';
import { advance, failOnce } from './stripe.ts';
import { expect, test } from './test.ts';

const paid = { amount: 1_475, currency: 'usd', status: 'succeeded' };

test('a ride is paid while the rider is away, and the list says that the method was used', async ({
  page,
  demo,
  person,
}) => {
  const method = await saved(demo, person);
  await openList(page, person);
  await chargeRide(page);
  await expect(chargeSaid(page)).toHaveText(`${method.cashapp.cashtag}: $14.75 paid. Thank you!`);
  expect(await chargesOf(demo, method)).toMatchObject([paid]);
  await expect(rows(page)).toContainText('Last used');
});

test('who has saved nothing is not charged', async ({ page, person }) => {
  await openList(page, person);
  await chargeRide(page);
  await expect(chargeSaid(page)).toHaveText('There is no saved payment method.');
});

test('a double click, and a click after it, charge a ride once; the next ride is charged too', async ({
  page,
  demo,
  person,
}) => {
  const method = await saved(demo, person);
  await openList(page, person);
  await page.getByRole('button', { name: 'Charge this ride' }).dblclick();
  await expect(chargeSaid(page)).toContainText('paid');
  await page.waitForLoadState('networkidle');
  const again = page.waitForResponse((response) => new URL(response.url()).pathname === '/charge');
  await chargeRide(page);
  await again;
  await expect(chargeSaid(page)).toContainText('paid');
  expect(await chargesOf(demo, method)).toMatchObject([paid]);

  await openList(page, person);
  await chargeRide(page);
  await expect(chargeSaid(page)).toContainText('paid');
  expect(await chargesOf(demo, method)).toMatchObject([paid, paid]);
});

for (const outcome of ['decline', 'decline_400']) {
  test(`a charge that Stripe answers with ${outcome} is declined, keeps the method, and does not end the next`, async ({
    page,
    demo,
    person,
  }) => {
    const method = await saved(demo, person);
    await nextCharge(demo, method, outcome);
    await openList(page, person);
    await chargeRide(page);
    await expect(chargeSaid(page)).toHaveText('Not charged: payment_declined.');
    await expect(rows(page)).toContainText('Not used yet');
    expect((await chargesOf(demo, method)).filter(({ status }) => status === 'succeeded')).toEqual([]);

    await openList(page, person);
    await chargeRide(page);
    await expect(chargeSaid(page)).toContainText('paid');
    await expect(rows(page)).toContainText('Last used');
    expect((await chargesOf(demo, method)).filter(({ status }) => status === 'succeeded')).toHaveLength(1);
  });
}

for (const outcome of ['requires_action', 'authentication_required']) {
  test(`a charge that Stripe answers with ${outcome} needs the rider, and takes nothing`, async ({
    page,
    demo,
    person,
  }) => {
    const method = await saved(demo, person);
    await nextCharge(demo, method, outcome);
    await openList(page, person);
    await chargeRide(page);
    await expect(chargeSaid(page)).toHaveText('Not charged: payment_requires_action.');
    await expect(rows(page)).toContainText('Not used yet');
    expect((await chargesOf(demo, method)).filter(({ status }) => status === 'succeeded')).toEqual([]);
    expect(await isAttached(demo, method)).toBe(true);
  });
}

test('a charge that Stripe takes slowly is on its way, and then the last use', async ({ page, demo, person }) => {
  const method = await saved(demo, person);
  await nextCharge(demo, method, 'processing');
  await openList(page, person);
  await chargeRide(page);
  await expect(chargeSaid(page)).toHaveText(`${method.cashapp.cashtag}: $14.75 on its way. Thank you!`);
  await expect(rows(page)).toContainText('Not used yet');
  await advance(demo, 6);
  await openList(page, person);
  await expect(rows(page)).toContainText('Last used');
  expect(await chargesOf(demo, method)).toMatchObject([paid]);
});

test('a method that was revoked before anybody heard of it is not charged, and goes from the list', async ({
  page,
  demo,
  person,
}) => {
  const method = await saved(demo, person);
  await openList(page, person);
  await expect(rows(page)).toHaveCount(1);
  await withDeliveries(demo, { hold: true }, async () => {
    await revoke(demo, method);
    expect(await isAttached(demo, method)).toBe(true);
    await chargeRide(page);
    await expect(chargeSaid(page)).toHaveText('Not charged: mandate_inactive.');
    await expect(rows(page)).toHaveCount(0);
  });
  await expect(announced(page)).toHaveText(`${method.cashapp.cashtag} is no longer saved.`);
  expect(await isAttached(demo, method)).toBe(false);
  expect((await chargesOf(demo, method)).filter(({ status }) => status === 'succeeded')).toEqual([]);
  expect(await savedMethods(demo, person)).toEqual([]);
});

test('a method that was removed is not charged', async ({ page, demo, person }) => {
  const method = await saved(demo, person);
  await openList(page, person);
  await remove(page);
  await expect(methodsList(page)).toContainText('No payment method is saved yet.');
  await chargeRide(page);
  await expect(chargeSaid(page)).toHaveText('There is no saved payment method.');
  expect(await chargesOf(demo, method)).toEqual([]);
});

test('a charge that Stripe made without saying so is unknown, and still the only one once it is asked for again', async ({
  page,
  demo,
  person,
}) => {
  const method = await saved(demo, person);
  await openList(page, person);
  await failOnce(demo, 'POST /v1/payment_intents', 'timeout_after_commit');
  await chargeRide(page);
  // The Worker gives Stripe ten seconds.
  await expect(chargeSaid(page)).toHaveText('Not charged: payment_unknown.', { timeout: 40_000 });
  await chargeRide(page);
  await expect(chargeSaid(page)).toHaveText(`${method.cashapp.cashtag}: $14.75 paid. Thank you!`);
  expect(await chargesOf(demo, method)).toMatchObject([paid]);
  await expect(rows(page)).toContainText('Last used');
});

for (const shuffle of [1, 2, 3]) {
  test(`webhooks that come late, twice and in another order, the ${shuffle}., end with Worker and Stripe agreeing`, async ({
    page,
    demo,
    person,
  }) => {
    const { revoked, removed, charged } = await withDeliveries(
      demo,
      { hold: true, shuffle, duplicate: true },
      async () => {
        const revoked = await saved(demo, person);
        await advance(demo, 1);
        const removed = await saved(demo, person);
        await advance(demo, 1);
        const charged = await saved(demo, person);
        await openList(page, person);
        await expect(rows(page)).toHaveCount(3);
        await chargeRide(page);
        await expect(chargeSaid(page)).toContainText('paid');
        await remove(page, 1);
        await expect(rows(page)).toHaveCount(2);
        // Of these two the Worker learns from webhooks alone.
        await revoke(demo, revoked);
        await advance(demo, 1);
        await inCashApp(demo, await attemptOf(demo, person), 'approve');
        expect(await isAttached(demo, revoked)).toBe(true);
        return { revoked, removed, charged };
      },
    );
    // As the Worker stores it once it has done what it was told of, and then as it is at Stripe.
    await expect.poll(() => isAttached(demo, revoked)).toBe(false);
    const listed = async () => {
      await openList(page, person);
      return (await rows(page).allTextContents()).map((text) => (text.includes('Not used yet') ? 'not used' : 'used'));
    };
    await expect.poll(listed).toEqual(['not used', 'used']);
    const attached = [revoked, removed, charged].map((method) => isAttached(demo, method));
    expect(await Promise.all(attached)).toEqual([false, false, true]);
    expect(await chargesOf(demo, charged)).toMatchObject([paid]);
    expect((await savedMethods(demo, person)).map(({ id }) => id)).toEqual([expect.any(String), charged.id]);
  });
}
