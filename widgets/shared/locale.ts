import { page } from './settings.ts';

/** The element's own `lang`, then the page's setting, then the nearest ancestor's `lang`, then the browser's. */
export function localeOf(element: HTMLElement): string {
  return element.lang || page.settings.locale || around(element) || navigator.language;
}

/** Also from outside the shadow tree that the element stands in. */
function around(element: Element): string | undefined {
  const speaking = element.closest<HTMLElement>('[lang]');
  const root = element.getRootNode();
  return speaking || !(root instanceof ShadowRoot) ? speaking?.lang : around(root.host);
}
