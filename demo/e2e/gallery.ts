/** The gallery, with every state of one element reached, looked at in one light after another without loading it again. */
import type { Frame, Page, Request } from '@playwright/test';
import type { Tag } from '../site/gallery/scene.ts';
import { type Addresses, expect } from './test.ts';

export interface Look {
  readonly theme: 'light' | 'dark';
  readonly dir: 'ltr' | 'rtl';
  readonly lang: string;
}

export async function openGallery(page: Page, { site }: Pick<Addresses, 'site'>, tag: Tag): Promise<void> {
  watch(page);
  await page.goto(`${site}/gallery?element=${tag}`);
  await eachFrame(page, async (frame) => {
    await frame.locator('html[data-gallery=reached]').waitFor({ state: 'attached' });
    expect(await frame.locator('[data-scene]:not([data-reached=yes])').evaluateAll(named)).toEqual([]);
  });
  await settled(page);
}

function named(elements: readonly Element[]): (string | null)[] {
  return elements.map((element) => element.getAttribute('data-scene'));
}

/** The page itself, and the frames of what needs a page of its own. */
export async function eachFrame<T>(page: Page, act: (frame: Frame) => Promise<T>): Promise<T[]> {
  const done: T[] = [];
  for (const frame of page.frames()) done.push(await act(frame));
  return done;
}

/** Elements follow the colours, the direction and the language of what is around them, as long as they are there. */
export async function turnTo(page: Page, { theme, dir, lang }: Look): Promise<void> {
  await page.emulateMedia({ colorScheme: theme });
  await eachFrame(page, (frame) =>
    frame.locator('.cell').evaluateAll(
      (cells, to) => {
        for (const cell of cells) {
          cell.setAttribute('dir', to.dir);
          cell.setAttribute('lang', to.lang);
        }
      },
      { dir, lang },
    ),
  );
  await settled(page);
}

/** What pages have asked for and not been answered yet. */
const pending = new WeakMap<Page, Set<Request>>();

function watch(page: Page): void {
  const requests = new Set<Request>();
  pending.set(page, requests);
  page.on('request', (request) => requests.add(request));
  page.on('requestfinished', (request) => requests.delete(request));
  page.on('requestfailed', (request) => requests.delete(request));
}

/** Words and typefaces that were asked for have come, and have been laid out: twice in a row, nothing is asked for. */
export async function settled(page: Page): Promise<void> {
  for (let quiet = 0; quiet < 2; quiet++) {
    await eachFrame(page, (frame) =>
      frame.evaluate(async () => {
        await document.fonts.ready;
        for (let count = 0; count < 3; count++) await new Promise((resolve) => requestAnimationFrame(resolve));
      }),
    );
    if (pending.get(page)?.size) quiet = -1;
  }
}

/** Whatever of an element is beyond the element, or an element beyond its cell, as "scene: element". */
export async function beyondItsBox(page: Page): Promise<string[]> {
  const found = await eachFrame(page, (frame) =>
    frame.locator('[data-scene]').evaluateAll((elements) =>
      elements.flatMap((element) => {
        const { left, right } = element.getBoundingClientRect();
        const room = element.closest('.cell')?.getBoundingClientRect();
        const beyond = (box: DOMRect, from: number, to: number) => box.left < from - 1 || box.right > to + 1;
        // What is there for a screen reader only has no place.
        const parts = [...(element.shadowRoot?.querySelectorAll('*') ?? [])].filter(
          (part) => part.getClientRects().length > 0 && !part.closest('.unseen, .heard, .probe, svg'),
        );
        const out = parts.filter((part) => beyond(part.getBoundingClientRect(), left, right));
        const cut = parts.filter((part) => part.scrollWidth > part.clientWidth + 1 && part.clientWidth > 0);
        const wide = room && beyond(element.getBoundingClientRect(), room.left, room.right) ? [element] : [];
        return [...out, ...cut, ...wide].map(
          (part) =>
            `${element.getAttribute('data-scene')}: ${part.localName}.${part.className} ${part.getAttribute('part')}`,
        );
      }),
    ),
  );
  return found.flat();
}
