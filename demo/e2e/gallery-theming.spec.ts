/** What is documented of each element's looks is what there is: custom properties, `appearance` and parts, over all its states. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import * as v from 'valibot';
import { shown } from '../site/gallery/scenes/index.ts';
import { eachFrame, openGallery } from './gallery.ts';
import { expect, test } from './test.ts';

const Named = v.optional(v.array(v.object({ name: v.string() })), []);
const Manifest = v.object({
  modules: v.array(
    v.object({
      declarations: v.optional(
        v.array(v.object({ tagName: v.optional(v.string()), cssParts: Named, cssProperties: Named })),
        [],
      ),
    }),
  ),
});

const manifest = v.parse(
  Manifest,
  JSON.parse(readFileSync(new URL('../../widgets/custom-elements.json', import.meta.url), 'utf8')),
);

function documented(tag: string) {
  const found = manifest.modules.flatMap(({ declarations }) => declarations).find(({ tagName }) => tagName === tag);
  const names = (things: readonly { name: string }[]) => things.map(({ name }) => name).sort();
  return { parts: names(found?.cssParts ?? []), properties: names(found?.cssProperties ?? []) };
}

/** Nothing looks like these otherwise. */
function strange(property: string): string {
  if (property.includes('color')) return 'rgb(1, 2, 3)';
  return property.endsWith('family') ? 'monospace' : '13px';
}

async function partsOf(page: Page): Promise<string[]> {
  const found = await eachFrame(page, (frame) =>
    frame
      .locator('[data-scene]')
      .evaluateAll((elements) =>
        elements.flatMap((element) =>
          [...(element.shadowRoot?.querySelectorAll('[part]') ?? [])].flatMap(({ part }) => [...part]),
        ),
      ),
  );
  return [...new Set(found.flat())].sort();
}

interface Try {
  readonly property: string;
  readonly value: string;
}

/** Which of them change nothing that can be seen; on the cells around the elements, or by the elements' `appearance`. */
async function idle(page: Page, tries: readonly Try[], by: 'cell' | 'appearance'): Promise<string[]> {
  const moved = await eachFrame(page, (frame) =>
    frame.evaluate(
      async ({ tries, by }) => {
        const seen = [
          'color',
          'backgroundColor',
          'borderTopColor',
          'borderLeftColor',
          'outlineColor',
          'fill',
          'borderTopLeftRadius',
        ] as const;
        const laid = [
          'fontFamily',
          'fontSize',
          'paddingTop',
          'rowGap',
          'columnGap',
          'marginTop',
          'textIndent',
        ] as const;
        const elements = [
          ...document.querySelectorAll<HTMLElement & { appearance?: object | undefined }>('[data-scene]'),
        ];
        const look = () =>
          elements
            .flatMap((element) => [element, ...(element.shadowRoot?.querySelectorAll('*') ?? [])])
            .map((part) => {
              const style = getComputedStyle(part);
              return [...seen, ...laid].map((name) => style[name]).join();
            })
            .join();
        const wear = async ({ property, value }: Try) => {
          if (by === 'cell') {
            for (const cell of document.querySelectorAll<HTMLElement>('.cell')) cell.style.setProperty(property, value);
            return;
          }
          const name = property.slice('--inlay-'.length).replace(/-./g, ([, letter = '']) => letter.toUpperCase());
          for (const element of elements) element.appearance = value ? { variables: { [name]: value } } : undefined;
          const worn = (element: HTMLElement) => element.style.getPropertyValue(property) === value;
          while (!elements.every(worn)) await new Promise((resolve) => requestAnimationFrame(resolve));
        };
        const before = look();
        const changing: string[] = [];
        for (const one of tries) {
          await wear(one);
          if (look() !== before) changing.push(one.property);
          await wear({ ...one, value: '' });
        }
        return changing;
      },
      { tries, by },
    ),
  );
  return tries.map(({ property }) => property).filter((property) => !moved.flat().includes(property));
}

/** Shown only where the element's own later code could not be loaded, which no scene has. */
const unseen: { readonly [tag: string]: readonly string[] } = { 'inlay-doctor': ['error'] };

for (const { tag } of shown) {
  test(`${tag} has the parts and heeds the custom properties that are documented, set on the page or by appearance`, async ({
    page,
    demo,
  }) => {
    const { parts, properties } = documented(tag);
    expect(properties).not.toEqual([]);
    await openGallery(page, demo, tag);
    expect(await partsOf(page)).toEqual(parts.filter((part) => !unseen[tag]?.includes(part)));
    const tries = properties.map((property) => ({ property, value: strange(property) }));
    expect(await idle(page, tries, 'cell')).toEqual([]);
    expect(await idle(page, tries, 'appearance')).toEqual([]);
  });
}
