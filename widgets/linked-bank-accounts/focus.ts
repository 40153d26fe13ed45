/** Where the button that somebody was on has gone, they stay in the same place. */
import { itemOf } from './cards.ts';
import type { Listing } from './listing.ts';

interface Place {
  /** The account whose card had the focus, and its place on the list. */
  readonly id: string | undefined;
  readonly index: number;
  readonly confirming: boolean;
}

const places = new WeakMap<Listing, Place>();

export function rememberFocus(flow: Listing): void {
  const active = flow.host.shadowRoot?.activeElement;
  const item = active?.closest('li[part=item]');
  const index = item?.parentElement ? [...item.parentElement.children].indexOf(item) : 0;
  const id = item instanceof HTMLElement ? item.dataset.account : undefined;
  if (active) places.set(flow, { id, index, confirming: !!active.closest('.confirm') });
  else places.delete(flow);
}

export function keepFocus(flow: Listing): void {
  const place = places.get(flow);
  const root = flow.host.shadowRoot;
  if (!place || !root || root.activeElement) return;
  const item = place.id === undefined ? undefined : itemOf(flow, place.id);
  const neighbours = root.querySelectorAll('li[part=item]');
  const where = item ?? neighbours[Math.min(place.index, neighbours.length - 1)] ?? root;
  const what = item && place.id !== undefined ? pressed(flow, place.id, place) : 'button';
  const target = where.querySelector<HTMLElement>(what) ?? where.querySelector<HTMLElement>('button, .empty');
  target?.focus();
}

function pressed({ rows }: Listing, id: string, { confirming }: Place): string {
  const doing = rows.get(id)?.doing;
  if (confirming) return '[data-does=confirm]';
  return doing?.name === 'busy' ? `[data-does=${doing.action}]` : 'button';
}

export async function focusConfirmation(flow: Listing, id: string): Promise<void> {
  await flow.host.updateComplete;
  itemOf(flow, id)?.querySelector<HTMLElement>('.confirm')?.focus();
}
