import { expect, test } from './test.ts';

/** Every state an account can be in, and what the driver reads. */
const states = [
  { scenario: 'new', says: ['Continue set-up', 'Your set-up is not finished yet.', 'Payouts are off'] },
  { scenario: 'incomplete', says: ['Continue set-up', 'Still needed:', 'Your bank account'] },
  { scenario: 'pending_verification', says: ['Being checked', 'There is nothing to do for now.'] },
  { scenario: 'enabled', says: ['Payouts are set up', 'You can accept payments', 'Payouts go to your bank'] },
  { scenario: 'due_later', says: ['More details needed soon', /Needed by \w+ \d+, 20\d\d/, 'Your identity document'] },
  { scenario: 'past_due', says: ['Details overdue', 'Overdue:', 'Your identity document', 'Payouts are off'] },
  { scenario: 'restricted', says: ['Account on hold', 'Stripe is reviewing your account.'] },
  { scenario: 'rejected', says: ['Account closed by Stripe', 'contact Rocket Rides'] },
  { scenario: 'deauthorized', says: ['Account no longer connected', 'contact Rocket Rides'] },
] as const;

/** Stripe's own words, which no driver should have to read. */
const fieldPath = /\b(external_account|individual|company|business_profile|tos_acceptance|verification)\b[._]/;

const canContinue = ['new', 'incomplete', 'due_later', 'past_due'];

for (const { scenario, says } of states) {
  const offers = canContinue.includes(scenario);
  const offer = offers ? 'offers to continue at Stripe' : 'offers nothing to press';
  test(`an account that is ${scenario} has its words and ${offer}`, async ({ page, demo, person }) => {
    await person.becomes(scenario);
    await page.goto(person.at('/status'));

    const status = page.locator('connect-account-status');
    for (const words of says) await expect(status).toContainText(words);
    await expect(status).not.toContainText(fieldPath);
    await expect(status.getByRole('button')).toHaveCount(offers ? 1 : 0);
    if (!offers) return;

    await status.getByRole('button').click();
    await page.waitForURL(`${demo.stripe}/setup/**`);
  });
}

test('a person without an account is told what to do', async ({ page, person }) => {
  await page.goto(person.at('/status'));
  await expect(page.locator('connect-account-status')).toContainText('Tell Stripe about your business to get paid.');
  await expect(page.locator('connect-account-status').getByRole('button')).toBeEnabled();
});

test('a change at Stripe reaches the Worker by webhook and the page when it looks again', async ({ page, person }) => {
  await person.becomes('enabled');
  await page.goto(person.at('/status'));
  const status = page.locator('connect-account-status');
  await expect(status).toContainText('Payouts are set up');

  // The Worker shows a finished account from its own database: without the webhook it would stay finished.
  await person.becomes('past_due');
  await expect.poll(async () => (await person.account()).status).toBe('past_due');
  await page.reload();
  await expect(status).toContainText('Details overdue');
});
