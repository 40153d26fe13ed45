/** What is drawn with which colours and measures, in words: a screenshot forgives what letters are smoothed with, this nothing. */
import type { Page } from '@playwright/test';
import { eachFrame } from './gallery.ts';

/** One line for each way in which a kind of thing looks in some state. */
export async function stylesOf(page: Page): Promise<string> {
  const lines = await eachFrame(page, (frame) =>
    frame.locator('[data-scene]').evaluateAll((elements) =>
      elements.flatMap((element) =>
        [...(element.shadowRoot?.querySelectorAll('[part], [class]:not(.probe)') ?? [])].map((thing) => {
          const s = getComputedStyle(thing);
          const name = [thing.localName, ...thing.classList, ...[...thing.part].map((part) => `[${part}]`)].join('.');
          const edge = `${s.borderTopWidth} ${s.borderTopColor} ${s.borderTopLeftRadius}`;
          const text = `${s.fontSize} ${s.fontWeight} ${s.color}`;
          return `${name}: ${text} on ${s.backgroundColor}, edge ${edge}, padding ${s.padding}, gap ${s.gap}, opacity ${s.opacity}, stroke ${s.stroke}, fill ${s.fill}`;
        }),
      ),
    ),
  );
  return `${[...new Set(lines.flat())].sort().join('\n')}\n`;
}
