import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { EmbeddedComponent } from '../contract.ts';
import { defaultEmbeddedSettings, EmbeddedSettings, featureFault, firstForbidden } from './embedded-settings.ts';

describe('which components a user may open', () => {
  const site = (...components: EmbeddedComponent[]): EmbeddedSettings => ({ components, features: {} });

  it('is all of them by default, with Stripe’s own features', () => {
    expect(defaultEmbeddedSettings).toEqual({ components: EmbeddedComponent.options, features: {} });
    expect(firstForbidden(EmbeddedComponent.options, defaultEmbeddedSettings)).toBe(-1);
  });

  it('is what the site and the token both allow', () => {
    const allowed = site('payouts', 'payments');
    expect(firstForbidden(['payouts', 'payments'], allowed, {})).toBe(-1);
    expect(firstForbidden(['payouts', 'balances'], allowed)).toBe(1);
    expect(firstForbidden(['payouts', 'payments'], allowed, { components: ['payouts', 'balances'] })).toBe(1);
    expect(firstForbidden(['balances'], allowed, { components: ['payouts', 'balances'] })).toBe(0);
    expect(firstForbidden(['payouts'], allowed, { components: [] })).toBe(0);
  });
});

describe('features', () => {
  it.each([
    { payouts: { instant_payouts: true, standard_payouts: false, edit_payout_schedule: true } },
    { payments: { capture_payments: false, refund_management: false, smart_disputes_management: false } },
    { account_onboarding: { external_account_collection: false } },
    { documents: {} },
  ])('may be %j', (features) => {
    expect(v.parse(EmbeddedSettings, { features }).features).toEqual(features);
  });

  it.each([
    { features: { documents: { instant_payouts: true } } },
    { features: { payments: { instant_payouts: true } } },
    { features: { payment_method_settings: { external_account_collection: true } } },
    { features: { payouts: { instant_payouts: 'yes' } } },
    { features: { issuing_card: { card_management: true } } },
    { components: ['issuing_card'] },
    { components: ['payouts', 'payouts'] },
  ])('and components are never %j', (settings) => {
    expect(v.safeParse(EmbeddedSettings, settings).success).toBe(false);
  });
});

it.each([
  ['payouts', 'disable_stripe_user_authentication', true],
  ['payment_method_settings', 'disable_stripe_user_authentication', true],
  ['account_onboarding', 'external_account_collection', false],
])('only a platform that collects requirements itself sets %s.%s to %s', (component, feature, value) => {
  const set = (to: boolean) =>
    v.parse(EmbeddedSettings, { features: { documents: {}, [component]: { [feature]: to } } });
  const path = `${component}.${feature}`;
  expect(featureFault(set(value), { requirement_collection: 'stripe' })).toEqual({ path, value });
  expect(featureFault(set(value), { requirement_collection: 'application' })).toBeNull();
  expect(featureFault(set(!value), { requirement_collection: 'stripe' })).toBeNull();
  expect(featureFault(defaultEmbeddedSettings, { requirement_collection: 'stripe' })).toBeNull();
});
