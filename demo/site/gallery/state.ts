/** One state of an element, as it stands on a page. */
import { html } from 'hono/html';
import type { Html } from '../layout.ts';
import { addressOf, type Cell, type Choices, cellsOf } from './choices.ts';
import type { Scene, Tag } from './scene.ts';
import { siteOf } from './scenes/index.ts';

/** Tells the visits of one page apart, so that each has its answers from the first one on. */
export interface Visit {
  readonly choices: Choices;
  readonly id: string;
}

/** With its name, once a theme and direction. */
export function state(tag: Tag, scene: Scene, visit: Visit): Html {
  const { choices } = visit;
  const alone = (cell: Cell) =>
    addressOf(`/gallery/state/${tag}/${scene.name}`, { ...choices, element: null, ...cell });
  return html`<figure class="state" id="${scene.name}" data-width="${choices.width}">
    <figcaption><a href="#${scene.name}">${scene.title}</a></figcaption>
    ${cellsOf(choices).map(
      (one) =>
        html`<div class="cell" data-theme="${one.theme}" dir="${one.dir}" lang="${choices.lang}">${
          scene.apart === undefined
            ? element(tag, scene, one, visit)
            : html`<iframe src="${alone(one)}${scene.apart && `&${scene.apart}`}" title="${tag}: ${scene.title}"></iframe>`
        }</div>`,
    )}
  </figure>`;
}

export function element(tag: Tag, scene: Scene, { theme, dir }: Cell, { id }: Visit): Html {
  const { attributes = {}, slots = {}, steps, loading } = scene;
  const all = {
    site: siteOf(tag, scene, `${theme}-${dir}-${id}`),
    'data-scene': scene.name,
    ...(steps && { 'data-steps': JSON.stringify(steps) }),
    ...(loading && { 'data-loading': '' }),
    ...attributes,
  };
  return html`<${tag}${Object.entries(all).map(([name, value]) => html` ${name}="${value}"`)}>${Object.entries(
    slots,
  ).map(([slot, text]) => html`<span slot="${slot}">${text}</span>`)}</${tag}>`;
}
