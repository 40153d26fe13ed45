/** The account itself: setting it up, and looking after what is known of it. Both are done in a window. */
import { accountObject, type ConnectedAccount, representative } from '../../accounts/account.ts';
import { requirements } from '../../accounts/requirements.ts';
import { nextStep, type StepId } from '../../onboarding/steps.ts';
import type { Panel } from './panel.ts';

export interface OnboardingShown {
  readonly submitted: boolean;
  readonly charges: boolean;
  readonly payouts: boolean;
  /** Whether something still has to be given. */
  readonly due: boolean;
  readonly pending: boolean;
  readonly step: StepId;
}

export type DetailName = 'address' | 'bank' | 'email' | 'name' | 'phone' | 'representative' | 'type' | 'website';

export interface ManagementShown {
  readonly details: readonly { readonly name: DetailName; readonly value: string | null }[];
  readonly due: boolean;
}

export const accountOnboarding: Panel = {
  read({ world, account }): OnboardingShown {
    const { details_submitted, charges_enabled, payouts_enabled } = accountObject(account, world.now());
    const { currently_due, pending_verification } = requirements(account, world.now());
    return {
      submitted: details_submitted,
      charges: charges_enabled,
      payouts: payouts_enabled,
      due: (currently_due?.length ?? 0) > 0,
      pending: (pending_verification?.length ?? 0) > 0,
      step: nextStep(account),
    };
  },
};

export const accountManagement: Panel = {
  read({ world, account }): ManagementShown {
    return {
      details: detailsOf(account),
      due: (requirements(account, world.now()).currently_due?.length ?? 0) > 0,
    };
  },
};

function detailsOf(account: ConnectedAccount): ManagementShown['details'] {
  const fact = (...paths: string[]) => paths.map((path) => account.facts[path]).find((value) => value) ?? null;
  const person = representative(account)?.facts ?? {};
  const joined = (...parts: (string | null | undefined)[]) => parts.filter((part) => part).join(', ') || null;
  const address = (part: string) => fact(`company.address.${part}`) ?? person[`address.${part}`];
  return [
    { name: 'name', value: nameOf(account) },
    { name: 'type', value: fact('business_type')?.replaceAll('_', ' ') ?? null },
    { name: 'email', value: account.email ?? person.email ?? null },
    { name: 'phone', value: fact('business_profile.support_phone', 'company.phone') },
    { name: 'website', value: fact('business_profile.url') },
    { name: 'address', value: joined(address('line1'), address('city'), address('state'), address('postal_code')) },
    { name: 'representative', value: nameOfPerson(account) },
    { name: 'bank', value: account.bank && `${account.bank.bank_name} •••• ${account.bank.last4}` },
  ];
}

/** What a business is called; somebody in business alone may go by their own name. */
export function nameOf(account: ConnectedAccount): string | null {
  return account.facts['business_profile.name'] ?? account.facts['company.name'] ?? nameOfPerson(account);
}

function nameOfPerson(account: ConnectedAccount): string | null {
  const { first_name, last_name } = representative(account)?.facts ?? {};
  return [first_name, last_name].filter((part) => part).join(' ') || null;
}
