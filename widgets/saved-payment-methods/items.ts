import { render } from 'lit';
import type { MethodList } from './method-list.ts';
import { methodRow } from './method-row.ts';

/**
 * Fills the list with one item a method, kept for as long as the method is on it. Whatever comes and goes above, an item is
 * never moved in the document: the focus stays, and no press lands on what another row has become.
 */
export function placeItems(flow: MethodList): void {
  const { items, state, host } = flow;
  const methods = state.methods ?? [];
  for (const [id, item] of items) {
    if (methods.some((method) => method.id === id)) continue;
    item.remove();
    items.delete(id);
  }
  const list = host.shadowRoot?.querySelector('ul');
  let place = list?.firstElementChild ?? null;
  for (const method of methods) {
    const item = items.get(method.id) ?? document.createElement('li');
    item.part.add('item');
    items.set(method.id, item);
    render(methodRow(flow, method), item);
    if (item === place) place = item.nextElementSibling;
    else list?.insertBefore(item, place);
  }
}
