/** Where the button that somebody was on has gone, they stay in the same place. */
import type { MethodList } from './method-list.ts';

interface Place {
  readonly item: Element | null;
  /** Its place on the list; who was above the list goes on to the first. */
  readonly index: number;
}

const places = new WeakMap<MethodList, Place>();

export function rememberFocus(flow: MethodList): void {
  const active = flow.host.shadowRoot?.activeElement;
  const item = active?.closest('li') ?? null;
  const index = item?.parentElement ? [...item.parentElement.children].indexOf(item) : 0;
  if (active) places.set(flow, { item, index });
  else places.delete(flow);
}

export function keepFocus(flow: MethodList): void {
  const place = places.get(flow);
  const root = flow.host.shadowRoot;
  if (!place || !root || root.activeElement) return;
  const items = root.querySelectorAll('li');
  const item = place.item?.isConnected ? place.item : items[Math.min(place.index, items.length - 1)];
  focusIn(item ?? root);
}

export function focusItem(flow: MethodList, id: string): void {
  const item = flow.items.get(id);
  if (item) focusIn(item);
}

/** What is asked there, or the button, or that there is nothing. */
function focusIn(where: ParentNode): void {
  where.querySelector<HTMLElement>('.confirm, button, .empty')?.focus();
}
