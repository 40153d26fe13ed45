/** Every state of every element, by the Tab key alone. */
import type { Frame, Page } from '@playwright/test';
import { shown } from '../site/gallery/scenes/index.ts';
import { eachFrame, openGallery } from './gallery.ts';
import { expect, test } from './test.ts';

// Long ones: shared out among the workers.
test.describe.configure({ mode: 'parallel' });

for (const { tag } of shown) {
  test(`Tab reaches whatever can be used in every state of ${tag}, in the order it is read, and Shift and Tab lead back`, async ({
    page,
    demo,
  }) => {
    await openGallery(page, demo, tag);
    const controls = (await eachFrame(page, watchControls)).flat();
    expect(controls).not.toEqual([]);
    const forth = await walk(page, 'Tab');
    expect(forth.map(({ name }) => name)).toEqual(controls);
    expect(forth.filter(({ ring }) => !ring)).toEqual([]);
    const back = await walk(page, 'Shift+Tab');
    expect(back.map(({ name }) => name).toSorted()).toEqual(controls.toSorted());
  });
}

interface Reached {
  readonly name: string;
  /** Whether it can be seen where the focus is. */
  readonly ring: boolean;
}

/** Goes once around the page. What was reached comes frame by frame, each thing where it was first. */
async function walk(page: Page, key: string): Promise<Reached[]> {
  // Beside the elements' own there are the page's, the frames and the browser's.
  const steps = (
    await eachFrame(page, (frame) => frame.locator('a, button, select, summary, iframe, [tabindex]').count())
  ).reduce((sum, count) => sum + count + 2, 10);
  for (let step = 0; step < steps; step++) await page.keyboard.press(key);
  return (await eachFrame(page, reachedIn)).flat();
}

/** Names every control of the elements in the order it is read, and notes from now on which of them get the focus. */
function watchControls(frame: Frame): Promise<string[]> {
  return frame.evaluate(() => {
    const names: string[] = [];
    const reached = new Map<string, boolean>();
    Reflect.set(window, 'reachedByTheTest', reached);
    const watch = (control: Element, name: string): void => {
      names.push(name);
      control.addEventListener('focus', () => {
        const { outlineStyle, outlineWidth } = getComputedStyle(control);
        const ring = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
        reached.set(name, ring);
      });
    };
    const visit = (element: Element, scene: string, inert: boolean): void => {
      const isInert = inert || element.hasAttribute('inert');
      const usable = element.matches('button, a[href], input, select, textarea, summary, [tabindex]');
      const takesFocus = element instanceof HTMLElement && element.tabIndex >= 0 && !element.matches(':disabled');
      if (usable && takesFocus && !isInert && element.checkVisibility({ visibilityProperty: true }))
        watch(element, `${names.length} ${scene}: ${element.localName} ${element.textContent?.trim().slice(0, 40)}`);
      const inside =
        element instanceof HTMLSlotElement && element.assignedElements().length > 0
          ? element.assignedElements()
          : (element.shadowRoot ?? element).children;
      for (const child of inside) visit(child, scene, isInert);
    };
    for (const element of document.querySelectorAll('[data-scene]'))
      visit(element, element.getAttribute('data-scene') ?? '', false);
    return names;
  });
}

/** And forgets it. */
function reachedIn(frame: Frame): Promise<Reached[]> {
  return frame.evaluate(() => {
    const reached: unknown = Reflect.get(window, 'reachedByTheTest');
    if (!(reached instanceof Map)) return [];
    const all = [...reached].map(([name, ring]) => ({ name: String(name), ring: ring === true }));
    reached.clear();
    return all;
  });
}
