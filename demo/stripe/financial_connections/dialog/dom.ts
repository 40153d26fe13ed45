/** Building elements, so that no text is ever read as markup. */
type Child = Node | string | null;

interface Properties {
  readonly [name: string]: string | boolean | ((event: Event) => void) | null;
}

/** Strings become attributes, `true` an empty one, functions listeners of the event they are named after. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Properties = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === 'function') element.addEventListener(name, value);
    else if (value === true) element.setAttribute(name, '');
    else if (typeof value === 'string') element.setAttribute(name, value);
  }
  for (const child of children) if (child !== null) element.append(child);
  return element;
}
