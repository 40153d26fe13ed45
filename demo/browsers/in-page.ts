/**
 * What is asked of a page, into every shadow tree of it. Each function is sent as its source: it knows nothing of this
 * file, and works under any policy.
 */

/** What a person looks for: a role, and the words that name it. */
export type Sought = readonly [role: string, name: string];

/**
 * The middle of it once it can be pressed, in a frame of the page's own origin too; null before. Answers at once: a page
 * that is kept for the way back, as it was asked, would never.
 */
export const placeOf = `(role, name) => {
  const within = (one) => [one.shadowRoot, one.contentDocument].filter(Boolean);
  const frameOf = (one) => one.ownerDocument.defaultView.frameElement;
  const deep = (root) => [...root.querySelectorAll('*')].flatMap((one) => [one, ...within(one).flatMap(deep)]);
  const kinds = {
    button: 'button, [role=button], input[type=submit]',
    link: 'a[href]',
    radio: 'input[type=radio]',
    checkbox: 'input[type=checkbox]',
    textbox: 'input, textarea',
  };
  const nameOf = (one) => one.getAttribute('aria-label') || [...(one.labels ?? [])].map((label) => label.innerText).join(' ') || one.innerText || one.value || '';
  const shown = deep(document).filter((one) => one.matches(kinds[role]) && !one.matches(':disabled, [aria-disabled=true]') && one.getClientRects().length > 0);
  const words = (one) => nameOf(one).replaceAll(/\\s+/g, ' ').trim();
  const found = shown.find((one) => words(one) === name) ?? shown.find((one) => words(one).startsWith(name))
    ?? shown.find((one) => words(one).includes(name));
  if (!found) return null;
  found.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { left, top, width, height } = found.getBoundingClientRect();
  const at = [left + width / 2, top + height / 2];
  for (let frame = frameOf(found); frame; frame = frameOf(frame)) {
    const { left, top } = frame.getBoundingClientRect();
    at[0] += left + frame.clientLeft;
    at[1] += top + frame.clientTop;
  }
  return at.map(Math.round);
}`;

/** All words in an element that can be seen, in shadow trees and slots too. */
export const wordsIn = `(selector) => {
  const read = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    if (node.nodeType !== Node.ELEMENT_NODE) return '';
    if (node.matches('style, script, template') || !node.checkVisibility({ visibilityProperty: true }) && getComputedStyle(node).display !== 'contents') return '';
    const within = node.shadowRoot ?? node;
    const children = node.localName === 'slot' && node.assignedNodes().length > 0 ? node.assignedNodes() : [...within.childNodes];
    return children.map(read).join(' ');
  };
  const found = document.querySelector(selector);
  return found ? read(found).replaceAll(/\\s+/g, ' ').trim() : null;
}`;

/** The name of what has the focus, however deep it is. */
export const focused = `() => {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at?.getAttribute('aria-label') || at?.innerText?.trim() || '';
}`;
