/** All components there are, and how the page's browser gets to know them. */
import { type ConnectElement, elementOf } from './element.ts';
import { management, onboarding } from './views/account.ts';
import { balances, payouts } from './views/money.ts';
import { documents, notifications } from './views/notices.ts';
import { paymentMethods } from './views/payment_methods.ts';
import { payments } from './views/payments.ts';

const ELEMENTS = new Map<string, new () => ConnectElement>([
  [management.tag, elementOf(management)],
  [onboarding.tag, elementOf(onboarding)],
  [balances.tag, elementOf(balances)],
  [documents.tag, elementOf(documents)],
  [notifications.tag, elementOf(notifications)],
  [paymentMethods.tag, elementOf(paymentMethods)],
  [payments.tag, elementOf(payments)],
  [payouts.tag, elementOf(payouts)],
]);

/** Stripe's loader makes those it does not know under their bare name. */
const BARE = [paymentMethods];

export function defineElements(): void {
  for (const [tag, element] of ELEMENTS) define(`stripe-connect-${tag}`, element);
  for (const view of BARE) define(view.tag, elementOf(view));
}

export function createElement(tag: unknown): ConnectElement | null {
  const element = typeof tag === 'string' ? ELEMENTS.get(tag) : undefined;
  return element ? new element() : null;
}

function define(name: string, element: new () => ConnectElement): void {
  if (!customElements.get(name)) customElements.define(name, element);
}
