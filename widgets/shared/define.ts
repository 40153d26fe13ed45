import { page } from './settings.ts';

/** Defines an element unless another copy of the bundle already has; says so once a page. */
export function define(tag: string, element: CustomElementConstructor): void {
  if (typeof customElements === 'undefined') return;
  const known = customElements.get(tag);
  if (!known) customElements.define(tag, element);
  else if (known !== element && !page.warned) {
    page.warned = true;
    console.info(`[inlay] <${tag}> is already defined: the page loads Inlay more than once. This copy does nothing.`);
  }
}
