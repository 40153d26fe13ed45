/** Every element's flow over the demo, in one browser: what is not Chromium has to do it as well. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Browser, Tab } from '../../scripts/driven/tab.ts';
import { startDemo } from '../demo.ts';
import { type Addresses, createPerson, type Person } from '../e2e/person.ts';
import { control, openAttempt } from '../site/qa/stand-in.ts';
import { until, type Visit, visit, windowOf } from './visit.ts';

export interface Driven {
  /** Whether a page that the browser has kept for the way back answers its driver. */
  readonly back: boolean;
}

export function flowsIn(name: string, start: () => Promise<Browser>, { back }: Driven): void {
  let browser: Browser;
  let demo: Addresses;
  let stop: () => Promise<void> = async () => {};
  let people = 0;

  beforeAll(async () => {
    const [started, opened] = await Promise.all([
      startDemo({ ports: { site: 0, worker: 0, stripe: 0 }, log: () => {} }),
      start(),
    ]);
    if (started.stripe === null) throw new Error('The browser tests need the stand-in, and no keys of Stripe.');
    demo = { site: started.site, worker: started.worker, stripe: started.stripe };
    stop = started.stop;
    browser = opened;
  });
  afterAll(async () => {
    await browser?.end();
    await stop();
  });

  const opened: Tab[] = [];
  afterEach(async () => {
    for (const tab of opened.splice(0)) await tab.close();
  });

  async function arrive(): Promise<{ page: Visit; person: Person }> {
    people += 1;
    const tab = await browser.newTab();
    opened.push(tab);
    await tab.resize(1280, 900);
    return { page: visit(tab), person: createPerson(demo, `p${people}`) };
  }

  describe(name, () => {
    test('onboarding goes to Stripe and comes back to what the account is', async () => {
      const { page, person } = await arrive();
      await page.open(person.at('/onboard'));
      await page.press('button', 'Set up payouts');
      await onboard(page);
      await page.arrivesAt(person.at('/onboard'));
      await page.reads('connect-onboard-button', 'Payouts are set up');
      expect(await person.account()).toMatchObject({ status: 'enabled' });
    });

    test('onboarding in a window ends with it, and the page that opened it knows', async () => {
      const { page, person } = await arrive();
      await page.open(person.at('/popup'));
      const window = await windowOf(browser, () => page.press('button', 'Set up payouts'));
      await onboard(window);
      await page.reads('connect-onboard-button', 'Payouts are set up');
      await until('the window’s end', async () => !(await browser.tabs()).includes(window.tab));
    });

    test('onboarding starts by the keyboard alone', async () => {
      const { page, person } = await arrive();
      await page.open(person.at('/onboard'));
      await page.reads('connect-onboard-button', 'Set up payouts');
      await page.pressByKeys('Set up payouts');
      await page.reads('h1', 'Type of business');
    });

    test('onboarding starts from an element in a modal dialog', async () => {
      const { page, person } = await arrive();
      await page.open(person.at('/onboard'));
      await page.reads('connect-onboard-button', 'Set up payouts');
      await page.tab.run(`() => {
        const dialog = document.createElement('dialog');
        dialog.append(document.querySelector('connect-onboard-button'));
        document.body.append(dialog);
        dialog.showModal();
      }`);
      await page.press('button', 'Set up payouts');
      await page.reads('h1', 'Type of business');
    });

    if (back) {
      test('a page that is gone back to is ready to be used again', async () => {
        const { page, person } = await arrive();
        await page.open(person.at('/onboard'));
        await page.press('button', 'Set up payouts');
        await page.reads('h1', 'Type of business');
        await page.back();
        // There is an account by now, and the element has asked.
        await page.press('button', 'Continue set-up');
        await page.reads('h1', 'Type of business');
      });
    }

    test('the status says what an account can do', async () => {
      const { page, person } = await arrive();
      await person.becomes('enabled');
      await page.open(person.at('/status'));
      await page.reads('connect-account-status', /Payouts/);
    });

    test('a bank account is linked in Stripe’s dialog and is in the list', async () => {
      const { page, person } = await arrive();
      await page.open(person.at('/bank'));
      await page.press('button', 'Link a');
      await page.press('button', 'Agree and continue');
      await page.press('button', 'Test (Non-OAuth)');
      await page.press('checkbox', 'Checking');
      await page.press('button', 'Connect account');
      await page.press('button', 'Done');
      await page.reads('linked-bank-accounts', 'Checking');
    });

    test('Cash App Pay is saved by a code in the page, and is in the list', async () => {
      const { page, person } = await arrive();
      await page.open(person.at('/cash-app-in-place'));
      await page.press('button', 'Save');
      await until('the code', () =>
        page.tab
          .run(`() => {
          const code = document.querySelector('cashapp-save-method').shadowRoot.querySelector('img');
          return code !== null && code.complete && code.naturalWidth > 0;
        }`)
          .then((shown) => shown === true),
      );
      await control(demo.stripe, `cashapp/${await openAttempt(demo.stripe)}`, { do: 'approve' });
      await page.reads('cashapp-save-method', 'Cash App Pay is saved.');
      await page.open(person.at('/cash-app'));
      await page.reads('saved-payment-methods', 'Cash App Pay');
    });

    test('a buyer pays on Stripe’s page and comes back to “Paid”', async () => {
      const { page, person } = await arrive();
      await person.becomes('enabled');
      await page.open(person.at('/shop'));
      await page.press('button', 'Buy');
      await page.press('textbox', 'Email');
      await type(page, 'jenny@example.test');
      await page.press('textbox', 'Full name');
      await type(page, 'Jenny Rosen');
      await page.press('radio', 'Card');
      await page.press('button', 'Use test card');
      await page.press('button', 'Pay');
      await page.reads('connect-checkout-button', 'Paid: $');
    });

    test('Stripe’s embedded components show what they have', async () => {
      const { page, person } = await arrive();
      await person.becomes('enabled');
      await page.open(person.at('/business'));
      await page.reads('connect-embedded[component="account-management"]', person.email);
    });
  });
}

async function type(page: Visit, text: string): Promise<void> {
  for (const character of text) await page.tab.key(character);
}

/** A driver on their own, through Stripe's pages. */
async function onboard(page: Visit): Promise<void> {
  for (const step of ['Type of business', 'Business details', 'Your details', 'Bank account']) {
    await page.reads('h1', step);
    await page.press('button', 'Use test data');
    await page.press('button', 'Continue');
  }
  await page.press('button', 'Agree and submit');
}
