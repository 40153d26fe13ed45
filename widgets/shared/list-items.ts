import { render } from 'lit';

/** The item of each thing on a list, by its id. */
export type ListItems = Map<string, HTMLLIElement>;

/**
 * Fills the list of an element with one item a thing, kept for as long as the thing is on it. Whatever comes and goes above,
 * an item is never moved in the document: the focus stays on its button, what is unfolded stays scrolled to where it was, and
 * no press lands on what another item has become.
 */
export function placeItems<T extends { readonly id: string }>(
  element: Element,
  items: ListItems,
  things: readonly T[],
  content: (thing: T) => unknown,
): void {
  for (const [id, item] of items) {
    if (things.some((thing) => thing.id === id)) continue;
    item.remove();
    items.delete(id);
  }
  const list = element.shadowRoot?.querySelector('ul');
  let place = list?.firstElementChild ?? null;
  for (const thing of things) {
    const item = items.get(thing.id) ?? document.createElement('li');
    item.part.add('item');
    items.set(thing.id, item);
    render(content(thing), item);
    if (item === place) place = item.nextElementSibling;
    else list?.insertBefore(item, place);
  }
}
