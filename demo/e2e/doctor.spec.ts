import type { Page, Route } from '@playwright/test';
import { tagsIn } from '../../cli/doctor/html.ts';
import { policiesInHeader } from '../../doctor/csp/policy.ts';
import { readTags } from '../../doctor/page-tags.ts';
import { contentSecurityPolicy } from '../../doctor/rules/content-security-policy.ts';
import { pageHeaders } from '../../doctor/rules/window-headers.ts';
import { expectWellToBeSeen } from './axe.ts';
import { dialog } from './bank.ts';
import { expect, type Person, test } from './test.ts';

/** What the host site is told to send in place of this policy. */
async function mended(policy: string, person: Person): Promise<string> {
  const url = person.at('/doctor');
  const response = await fetch(url);
  const found = contentSecurityPolicy({
    ...readTags(tagsIn(await response.text()), url),
    url,
    headers: pageHeaders(response.headers),
    policies: policiesInHeader(policy),
    frame: { framed: false, sandbox: null, opaque: false },
  });
  expect(found).toEqual([expect.objectContaining({ outcome: 'fault' })]);
  return found[0]?.paste?.replace('Content-Security-Policy: ', '') ?? '';
}

async function serveWith(page: Page, policy: string): Promise<void> {
  await page.route('**/doctor?*', async (route: Route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': policy } });
  });
}

for (const policy of [
  "default-src 'none'; style-src 'self'; img-src 'self'",
  "default-src 'self'; script-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'",
]) {
  test(`under the policy that it writes in place of "${policy}" the page works`, async ({ page, context, person }) => {
    await context.grantPermissions(['local-network-access']);
    const better = await mended(policy, person);
    // The page's own script is its own to allow.
    await serveWith(page, better.replace('script-src ', "script-src 'self' "));
    await page.goto(person.at('/doctor'));
    await expect(page.locator('inlay-doctor [part=status]')).toContainText('Nothing is wrong');
    await page.locator('link-bank-account [part=button]').click();
    await expect(dialog(page).getByRole('button', { name: 'Agree and continue' })).toBeVisible();
  });
}

for (const sources of ["'strict-dynamic'", '']) {
  test(`with a nonce of its own for each response, ${sources || 'alone'}, a sound page has no fault, and none is written`, async ({
    page,
    context,
    person,
    demo,
  }) => {
    await context.grantPermissions(['local-network-access']);
    const nonces: string[] = [];
    let connect = `connect-src 'self' ${demo.worker} ${demo.stripe}`;
    await page.route('**/doctor?*', async (route) => {
      const response = await route.fetch();
      const nonce = crypto.randomUUID();
      nonces.push(nonce);
      const policy = `script-src 'nonce-${nonce}' ${sources}; ${connect}`;
      const text = await response.text();
      await route.fulfill({
        response,
        headers: { ...response.headers(), 'content-security-policy': policy },
        body: text
          .replaceAll('<script', `<script nonce="${nonce}"`)
          .replace('data-site', `data-csp-nonce="${nonce}" data-site`),
      });
    });
    await page.goto(person.at('/doctor'));
    const doctor = page.locator('inlay-doctor');
    await expect(doctor.locator('[part=status]')).toContainText('Nothing is wrong');
    await page.locator('link-bank-account [part=button]').click();
    await expect(dialog(page).getByRole('button', { name: 'Agree and continue' })).toBeVisible();
    // What the page sends by now lacks something: what is written in its place has no nonce of any response.
    connect = "connect-src 'self'";
    await doctor.evaluate(
      (element) => 'refresh' in element && typeof element.refresh === 'function' && element.refresh(),
    );
    await expect(doctor.locator('code').first()).toContainText("script-src 'nonce-{NONCE}'");
    expect(nonces.length).toBeGreaterThan(2);
    for (const nonce of nonces) await expect(doctor).not.toContainText(nonce);
  });
}

test('it is for everybody to use, with faults to copy', async ({ page, context, person }) => {
  await context.grantPermissions(['local-network-access']);
  await page.route('**/doctor?*', async (route) => {
    const response = await route.fetch();
    const headers = { ...response.headers(), 'cross-origin-opener-policy': 'same-origin' };
    await route.fulfill({ response, headers });
  });
  await page.goto(person.at('/doctor'));
  const doctor = page.locator('inlay-doctor');
  await expect(doctor).toContainText('1 fault;');
  await expect(doctor.locator('code').first()).toHaveText('Cross-Origin-Opener-Policy: same-origin-allow-popups');
  await expectWellToBeSeen(page);
});
