/** Stripe's components that can be embedded. Pure. */
import type { EmbeddedComponent } from '../../worker/contract.ts';

/**
 * Whether Stripe may open a window to confirm who is there: so with those whose session has the feature
 * `disable_stripe_user_authentication`. Exhaustive: a new component of the Worker's does not compile until it stands here.
 */
const windows: { readonly [component in EmbeddedComponent]: boolean } = {
  account_management: true,
  account_onboarding: true,
  balances: true,
  documents: false,
  notification_banner: true,
  payment_method_settings: true,
  payments: false,
  payouts: true,
};

/** As the attribute has them. */
export const names: readonly string[] = Object.keys(windows).map((component) => component.replaceAll('_', '-'));

/** What the attribute names; undefined for anything else. */
export function componentOf(attribute: string | null | undefined): EmbeddedComponent | undefined {
  const component = attribute?.replaceAll('-', '_') ?? '';
  return names.includes(attribute ?? '') && isComponent(component) ? component : undefined;
}

function isComponent(name: string): name is EmbeddedComponent {
  return Object.hasOwn(windows, name);
}

export function opensWindow(component: EmbeddedComponent): boolean {
  return windows[component];
}
