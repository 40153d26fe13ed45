/** One list item an account, kept for as long as the account is on the list. */
import { render } from 'lit';
import { accountCard } from './account-card.ts';
import type { Listing } from './listing.ts';

const items = new WeakMap<Listing, Map<string, HTMLLIElement>>();

/**
 * Fills the list. Whatever comes and goes above it, an item is never moved in the document: the focus stays on its button,
 * and its transactions stay scrolled to where they were.
 */
export function placeCards(flow: Listing): void {
  const list = flow.host.shadowRoot?.querySelector('ul');
  const before = items.get(flow);
  const now = new Map<string, HTMLLIElement>();
  let place = list?.firstElementChild ?? null;
  for (const account of flow.state.list?.data ?? []) now.set(account.id, before?.get(account.id) ?? newItem());
  for (const [id, item] of before ?? []) {
    if (now.has(id)) continue;
    if (item === place) place = item.nextElementSibling;
    item.remove();
  }
  for (const account of flow.state.list?.data ?? []) {
    const item = now.get(account.id);
    if (!item) continue;
    render(accountCard(flow, account), item);
    if (item === place) place = item.nextElementSibling;
    else list?.insertBefore(item, place);
  }
  items.set(flow, now);
}

function newItem(): HTMLLIElement {
  const item = document.createElement('li');
  item.part.add('item');
  return item;
}

/** The item of an account, where it is shown. */
export function itemOf(flow: Listing, id: string): HTMLLIElement | undefined {
  return items.get(flow)?.get(id);
}
