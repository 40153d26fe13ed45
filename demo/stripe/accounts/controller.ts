import type { Controller } from './account.ts';

type LegacyType = 'custom' | 'express' | 'standard';

/** Who is responsible for what, when an account is created the old way, by `type`. */
export const LEGACY: Record<LegacyType, Controller> = {
  standard: controller('account', 'stripe', 'stripe', 'full'),
  express: controller('application_express', 'application', 'stripe', 'express'),
  custom: controller('application_custom', 'application', 'application', 'none'),
};

export function controller(
  payer: Controller['fees']['payer'],
  payments: Controller['losses']['payments'],
  collection: Controller['requirement_collection'],
  dashboard: Controller['stripe_dashboard']['type'],
): Controller {
  return {
    fees: { payer },
    losses: { payments },
    requirement_collection: collection,
    stripe_dashboard: { type: dashboard },
  };
}

/** Why Stripe refuses this combination, naming the parameter to change; null when it is allowed. */
export function refusal(wanted: Controller): { param: string; message: string } | null {
  const payer = wanted.fees.payer === 'account' ? 'account' : 'application';
  const { payments } = wanted.losses;
  const collection = wanted.requirement_collection;
  const dashboard = wanted.stripe_dashboard.type;
  const no = (param: string, value: string, other: string) => ({
    param: `controller${param}`,
    message: `You cannot set \`controller${param}\` to \`${value}\` when ${other}.`,
  });
  const [stripePays, accountPays] = [payments === 'stripe', payer === 'account'];
  if (collection === 'application') {
    const set = (other: string) => no('[requirement_collection]', 'application', other);
    if (stripePays) return set('`controller[losses][payments]` is `stripe`');
    if (accountPays) return set('`controller[fees][payer]` is `account`');
    if (dashboard !== 'none') return set(`\`controller[stripe_dashboard][type]\` is \`${dashboard}\``);
  }
  if (!stripePays && accountPays)
    return no('[losses][payments]', 'application', '`controller[fees][payer]` is `account`');
  if (dashboard === 'express') {
    const set = (other: string) => no('[stripe_dashboard][type]', 'express', other);
    if (stripePays) return set('`controller[losses][payments]` is `stripe`');
    if (accountPays) return set('`controller[fees][payer]` is `account`');
  }
  if (dashboard === 'full') {
    const set = (other: string) => no('[stripe_dashboard][type]', 'full', other);
    if (!stripePays) return set('`controller[losses][payments]` is `application`');
    if (!accountPays) return set('`controller[fees][payer]` is `application`');
  }
  if (dashboard === 'none' && collection === 'stripe' && !stripePays) {
    return no(
      '[stripe_dashboard][type]',
      'none',
      '`controller[requirement_collection]` is `stripe` and `controller[losses][payments]` is `application`',
    );
  }
  return null;
}
