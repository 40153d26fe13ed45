/** What a screen reader is told, element by element: each thing once, from a region that stays, of what was asked for. */
import { expect } from '@open-wc/testing';
import { bankAccountThat } from './testing/fake-bank.ts';
import { MERCHANT, PRICE } from './testing/fake-checkout.ts';
import { FakeComponent, fakeConnect } from './testing/fake-connect.ts';
import { methodThat } from './testing/fake-methods.ts';
import { fakeStripe } from './testing/fake-stripe.ts';
import { labelled, listSettled } from './testing/list-scene.ts';
import { button, shown, type Tag, words } from './testing/scene.ts';
import { stage } from './testing/stage.ts';
import './cashapp-save-method/cashapp-save-method.ts';
import './connect-account-status/connect-account-status.ts';
import './connect-checkout-button/connect-checkout-button.ts';
import './connect-embedded/connect-embedded.ts';
import './connect-onboard-button/connect-onboard-button.ts';
import './link-bank-account/link-bank-account.ts';
import './linked-bank-accounts/linked-bank-accounts.ts';
import './saved-payment-methods/saved-payment-methods.ts';
import { waitUntil } from './testing/wait-until.ts';

const FAILED = 'Something went wrong. Please try again.';

interface Flow {
  readonly tag: Tag;
  readonly attributes?: Record<string, string>;
  /** What fails when it is pressed. */
  readonly route: string;
  readonly press: (element: Element) => unknown;
  /** In this order, and nothing twice. */
  readonly says: readonly string[];
}

const pressed = (element: Element) => button(element).click();

const flows: readonly Flow[] = [
  { tag: 'connect-onboard-button', route: 'POST account_links', press: pressed, says: ['Opening Stripe…', FAILED] },
  { tag: 'connect-account-status', route: 'POST account_links', press: pressed, says: ['Opening Stripe…', FAILED] },
  {
    tag: 'link-bank-account',
    route: 'POST financial_connections/sessions',
    press: pressed,
    says: ['Opening Stripe…', FAILED],
  },
  { tag: 'cashapp-save-method', route: 'POST setup_intents', press: pressed, says: ['Getting ready…', FAILED] },
  {
    tag: 'connect-checkout-button',
    attributes: { merchant: MERCHANT, price: PRICE },
    route: 'POST checkout/sessions',
    press: pressed,
    says: ['Opening Checkout…', FAILED],
  },
  {
    tag: 'linked-bank-accounts',
    route: 'POST financial_connections/accounts/fca_1/refresh',
    press: (element) => labelled(element, 'Refresh').click(),
    says: [FAILED],
  },
  {
    tag: 'saved-payment-methods',
    route: 'DELETE payment_methods/pm_1',
    press: async (element) => {
      pressed(element);
      await listSettled();
      labelled(element, 'Remove').click();
    },
    says: [FAILED],
  },
];

/** Everything that the region has said since now. */
function hearing(element: Element): { region: Element | null; said: string[] } {
  const find = () => element.shadowRoot?.querySelector('[role=status]') ?? null;
  const region = find();
  const said: string[] = [];
  let before = region?.textContent?.trim() ?? '';
  new MutationObserver(() => {
    const now = find()?.textContent?.trim() ?? '';
    if (now && now !== before) said.push(now);
    before = now;
  }).observe(element.shadowRoot ?? element, { childList: true, characterData: true, subtree: true });
  return { region, said };
}

describe('what a screen reader is told', () => {
  const on = stage();

  for (const { tag, attributes, route, press, says } of flows) {
    it(`of ${tag} is told once: ${says.join(' ')}`, async () => {
      on.worker.bank.accounts = [bankAccountThat({ balance_refresh: null })];
      on.worker.methods.saved = [methodThat()];
      fakeStripe(on.signal);
      const element = await shown(tag, attributes);
      await listSettled();
      const { region, said } = hearing(element);
      on.worker.fail(route, 500, 'internal');
      element.dispatchEvent(new Event('focusin'));
      await press(element);
      await waitUntil(() => words(element).includes(FAILED));
      await listSettled();
      expect(said).to.deep.equal(says);
      const status = element.shadowRoot?.querySelectorAll('[role=status]');
      expect(status).to.have.length(1);
      expect(status?.[0], 'a new region would say nothing').to.equal(region);
      expect(region?.getAttribute('aria-live')).not.to.equal('off');
    });
  }

  it('of connect-embedded is told once, and again where a second try fails', async () => {
    fakeConnect(on.signal);
    FakeComponent.starts = false;
    for (let time = 0; time < 2; time++) on.worker.fail('POST account_sessions', 500, 'internal');
    const element = await shown('connect-embedded', { component: 'payouts' });
    expect(words(element)).to.contain(FAILED);
    const { region, said } = hearing(element);
    pressed(element);
    await waitUntil(() => on.named('error').length === 2);
    await listSettled();
    expect(element.shadowRoot?.querySelector('[role=status]')).to.equal(region);
    expect(said.length, 'what failed stays in sight').to.be.lessThan(2);
  });
});
