/** A list of bank accounts, as a test reads and presses it. */
import type { LinkedBankAccounts } from '../linked-bank-accounts/linked-bank-accounts.ts';
import { arrived } from './on-its-way.ts';
import { shown, words } from './scene.ts';
import { waitUntil } from './wait-until.ts';

/** A list that has shown its first state, and loaded what comes after it. */
export async function shownList(attributes: Record<string, string> = {}): Promise<LinkedBankAccounts> {
  const element = await shown('linked-bank-accounts', attributes);
  await listSettled();
  return element;
}

export async function listSettled(): Promise<void> {
  await Promise.all([import('../linked-bank-accounts/later.ts'), import('../linked-bank-accounts/details.ts')]);
  await arrived(4);
}

/** Spaces that Intl puts into numbers and dates read like any other. */
export function said(element: Element): string {
  return words(element).replace(/[\u202f\u00a0]/g, ' ');
}

export async function says(element: Element, text: string): Promise<void> {
  await waitUntil(() => said(element).includes(text), `"${text}" is not said`);
}

export function cards(element: Element): HTMLElement[] {
  return [...(element.shadowRoot?.querySelectorAll<HTMLElement>('[part=item]') ?? [])];
}

/** The button of this label, in a card or anywhere in the list. */
export function labelled(within: Element, label: string): HTMLButtonElement {
  const buttons = [...(within.shadowRoot ?? within).querySelectorAll('button')];
  const found = buttons.find(({ textContent }) => textContent?.trim() === label);
  if (!found)
    throw new Error(`There is no button "${label}", but: ${buttons.map(({ textContent }) => textContent?.trim())}`);
  return found;
}

/** Where the focus is, inside the element. */
export function focused(element: Element): Element | null {
  return element.shadowRoot?.activeElement ?? null;
}
