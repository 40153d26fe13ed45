import type { FrameLocator, Page } from '@playwright/test';
import { finishOnboarding } from '../../demo/e2e/stripe.ts';
import { expect, test } from './test.ts';

// Chromium's own word on a frame of the same origin as its page; a page builder's is of another.
test.use({ mayBeSaid: /can escape its sandboxing/ });

/** The frame, with only these flags. */
async function withSandbox(page: Page, flags: string): Promise<FrameLocator> {
  await page.locator('iframe').evaluate((frame, value) => {
    frame.setAttribute('sandbox', value);
    frame.replaceWith(frame.cloneNode());
  }, flags);
  return page.frameLocator('iframe');
}

async function saidOnTheConsole(page: Page, act: () => Promise<void>): Promise<string> {
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  await act();
  return said.join('\n');
}

test('with the flags of the example onboarding opens a window, and the frame shows the outcome', async ({
  page,
  open,
}) => {
  await open('sandboxed-frame');
  const frame = page.frameLocator('iframe');
  const [window] = await Promise.all([
    page.waitForEvent('popup'),
    frame.getByRole('button', { name: 'Set up payouts' }).click(),
  ]);
  await finishOnboarding(window);

  await expect(frame.locator('connect-onboard-button')).toContainText('Payouts are set up');
  await expect(frame.getByText(/^Ready to be paid: acct_\w+$/)).toBeVisible();
});

test.describe('with less', () => {
  test.use({
    mayBeSaid: /can escape its sandboxing|^\[inlay\] |CORS policy|Failed to load|'allow-popups'|Unsafe attempt/,
  });

  test('without allow-popups the element stays, and says what to add', async ({ page, open }) => {
    await open('sandboxed-frame');
    const frame = await withSandbox(page, 'allow-scripts allow-same-origin allow-forms');
    const said = await saidOnTheConsole(page, async () => {
      await frame.getByRole('button', { name: 'Set up payouts' }).click();
      await expect(frame.getByText('This does not work on this page at the moment.')).toBeVisible();
    });
    expect(said).toContain('Is allow-popups in the sandbox of the frame around this page?');
  });

  test('without allow-popups-to-escape-sandbox as well', async ({ page, open }) => {
    await open('sandboxed-frame');
    const frame = await withSandbox(page, 'allow-scripts allow-same-origin allow-forms allow-popups');
    const said = await saidOnTheConsole(page, async () => {
      await frame.getByRole('button', { name: 'Set up payouts' }).click();
      await expect(frame.getByText('This does not work on this page at the moment.')).toBeVisible();
    });
    expect(said).toContain('Is allow-popups-to-escape-sandbox in the sandbox of the frame around this page?');
  });

  test('without allow-same-origin the element says what to add', async ({ page, open }) => {
    await open('sandboxed-frame');
    const said = await saidOnTheConsole(page, async () => {
      const frame = await withSandbox(page, 'allow-scripts allow-forms allow-popups allow-popups-to-escape-sandbox');
      await expect(frame.getByText('This does not work on this page at the moment.')).toBeVisible();
    });
    expect(said).toContain('Add allow-same-origin to the sandbox of the frame around this page.');
  });
});
