import { page } from './settings.ts';

/** Defines an element unless another copy of the bundle already has; says so once a page. */
export function define(tag: string, element: CustomElementConstructor): void {
  if (typeof customElements === 'undefined') return;
  if (!customElements.get(tag)) customElements.define(tag, element);
  else if (!page.warned) {
    page.warned = true;
    console.info(`[inlay] Loaded twice: <${tag}>.`);
  }
}
