/** Where the button that somebody was on has gone, they stay in the same place. */
import type { Listing } from './listing.ts';

interface Place {
  /** The card that had the focus, and its place on the list. */
  readonly item: Element | null;
  readonly index: number;
  readonly confirming: boolean;
}

const places = new WeakMap<Listing, Place>();

export function rememberFocus(flow: Listing): void {
  const active = flow.host.shadowRoot?.activeElement;
  const item = active?.closest('[part=item]') ?? null;
  const index = item?.parentElement ? [...item.parentElement.children].indexOf(item) : 0;
  if (active) places.set(flow, { item, index, confirming: !!active.closest('.confirm') });
  else places.delete(flow);
}

export function keepFocus(flow: Listing): void {
  const place = places.get(flow);
  const root = flow.host.shadowRoot;
  if (!place || !root || root.activeElement) return;
  const cards = root.querySelectorAll('[part=item]');
  const where = place.item?.isConnected ? place.item : (cards[Math.min(place.index, cards.length - 1)] ?? root);
  const what = where === place.item ? pressed(flow, place) : 'button';
  const target = where.querySelector<HTMLElement>(what) ?? where.querySelector<HTMLElement>('button, .empty');
  target?.focus();
}

function pressed(flow: Listing, { item, confirming }: Place): string {
  if (confirming) return '[data-does=confirm]';
  const account = flow.state.list?.data.find(({ id }) => flow.items.get(id) === item);
  const doing = account && flow.rowOf(account).doing;
  return doing?.name === 'busy' ? `[data-does=${doing.action}]` : 'button';
}

export async function focusConfirmation(flow: Listing, id: string): Promise<void> {
  await flow.host.updateComplete;
  flow.items.get(id)?.querySelector<HTMLElement>('.confirm')?.focus();
}
