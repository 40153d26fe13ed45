import { page } from './settings.ts';

/** The element's own `lang`, then the page's setting, then the nearest ancestor's `lang`, then the browser's. */
export function localeOf(element: HTMLElement): string {
  const speaking = element.closest<HTMLElement>('[lang]') ?? document.documentElement;
  return element.lang || page.settings.locale || speaking.lang || navigator.language;
}
