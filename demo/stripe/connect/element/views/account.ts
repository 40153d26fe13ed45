/** `account-onboarding` and `account-management`: what they ask for is asked in Stripe's window. */
import { h } from '../../../financial_connections/dialog/dom.ts';
import type { ManagementShown, OnboardingShown } from '../../panels/account.ts';
import { buttons, primary, secondary, windowHint } from '../controls.ts';
import type { Texts } from '../texts.ts';
import type { View } from '../view.ts';

export const onboarding: View<OnboardingShown> = {
  tag: 'account-onboarding',
  panel: 'account_onboarding',
  setters: [
    'setCollectionOptions',
    'setFullTermsOfServiceUrl',
    'setOnExit',
    'setOnStepChange',
    'setPrivacyPolicyUrl',
    'setRecipientTermsOfServiceUrl',
    'setSkipTermsOfServiceCollection',
  ],
  title: ({ titles }) => titles.onboarding,
  content(shown, { texts, busy, onboard }) {
    const label = labelOf(shown, texts);
    return [
      h('p', {}, stateOf(shown, texts)),
      label === null
        ? null
        : buttons(
            primary('begin', label, onboard, { disabled: busy, hint: 'begin-hint' }),
            windowHint('begin-hint', texts.window.opens),
          ),
    ];
  },
};

function stateOf(
  { submitted, charges, payouts, due, pending, step }: OnboardingShown,
  { onboarding: said }: Texts,
): string {
  if (!submitted) return step === 'business-type' ? said.new : said.due;
  if (due) return said.due;
  if (pending) return said.pending;
  return charges && payouts ? said.done : said.stopped;
}

function labelOf({ submitted, due, step }: OnboardingShown, { onboarding: said }: Texts): string | null {
  if (submitted) return due ? said.update : null;
  return step === 'business-type' ? said.begin : said.goOn;
}

export const management: View<ManagementShown> = {
  tag: 'account-management',
  panel: 'account_management',
  setters: ['setCollectionOptions', 'setOnSectionOpen'],
  title: ({ titles }) => titles.account,
  content({ details, due }, { texts, busy, onboard, tell }) {
    const { account } = texts;
    const edit = () => {
      tell('SectionOpen', { sectionName: 'business_information' });
      onboard();
    };
    return [
      due ? h('p', { class: 'notice action' }, account.due) : null,
      h(
        'dl',
        { class: 'details' },
        ...details.map(({ name, value }) =>
          h('div', {}, h('dt', {}, account.detail[name]), h('dd', {}, value ?? account.unknown)),
        ),
      ),
      buttons(
        secondary('edit', account.edit, edit, { disabled: busy, hint: 'edit-hint' }),
        windowHint('edit-hint', texts.window.opens),
      ),
    ];
  },
};
