/** An element that saves Cash App Pay, as a test presses it. */
import type { CashappSaveMethod } from '../cashapp-save-method/cashapp-save-method.ts';
import type { Confirmation } from './fake-cashapp.ts';
import type { FakeStripe } from './fake-stripe.ts';
import { button, shown } from './scene.ts';

/** Presses it, and gives what this asked of Stripe's script. */
export async function pressSave(element: CashappSaveMethod, { cashapp }: FakeStripe): Promise<Confirmation> {
  const next = cashapp.next();
  button(element).click();
  const dialog = await next;
  await element.updateComplete;
  return dialog;
}

/** An element whose button has been pressed. */
export async function shownAndPressed(stripe: FakeStripe, attributes: Record<string, string> = {}) {
  const element = await shown('cashapp-save-method', attributes);
  return { element, dialog: await pressSave(element, stripe) };
}
