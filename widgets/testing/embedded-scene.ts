/** Embedded components, as a test shows them and finds what Stripe's script has put into them. */
import { fixture, oneEvent } from '@open-wc/testing';
import type { ConnectEmbedded } from '../connect-embedded/connect-embedded.ts';
import { FakeComponent } from './fake-connect.ts';
import { arrived } from './on-its-way.ts';
import { waitUntil } from './wait-until.ts';

/** One that has shown its first state. */
export async function shownComponent(
  component: string,
  attributes: Record<string, string> = {},
): Promise<ConnectEmbedded> {
  const element = document.createElement('connect-embedded');
  for (const [name, value] of Object.entries({ component, ...attributes })) element.setAttribute(name, value);
  const ready = oneEvent(element, 'inlay-ready');
  await Promise.all([fixture(element), ready]);
  await embeddedSettled();
  return element;
}

export async function embeddedSettled(): Promise<void> {
  await import('../connect-embedded/later.ts');
  await arrived(4);
}

/** Stripe's component in an element; an error where there is none. */
export function within<T extends FakeComponent>(element: Element, kind: new () => T): T {
  const found = element.querySelector('[slot=component] > *');
  if (!(found instanceof kind)) throw new Error(`There is no such component, but: ${element.innerHTML}`);
  return found;
}

export async function appears(element: Element): Promise<FakeComponent> {
  await waitUntil(() => element.querySelector('[slot=component] > *'));
  return within(element, FakeComponent);
}
