/**
 * From the first line of a script to the first element that has something to show, with every file at hand. The loader
 * evaluates, then the browser links the modules that it asked for, in tasks of its own; a row says how long it took with
 * that, and one without.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from '@playwright/test';
import type { Built } from '../build.ts';
import { interleave } from '../rounds.ts';
import { filesOfFirstElement } from '../sizes.ts';
import { type Row, ratioRows } from '../table.ts';

export async function renderingRows(browser: Browser, built: Built, rounds: number): Promise<Row[]> {
  const page = await browser.newPage();
  const contents = contentsFor(built);
  await page.route(`${origin}/**`, (route) => {
    const { pathname } = new URL(route.request().url());
    const contentType = pathname.endsWith('.js') ? 'text/javascript' : 'text/html';
    // Whoever asks for a token waits: what happens after the first rendering is not measured here.
    return pathname === '/token'
      ? undefined
      : route.fulfill({ body: contents.get(pathname) ?? '', contentType, headers });
  });
  const waited: number[] = [];
  const figures = await interleave(rounds, ['inlay', 'button', 'bare'], async (name) => {
    const { rendered, linked } = await timeToRender(page, `${origin}/${name}`);
    if (name === 'inlay') waited.push(rendered);
    return rendered - linked;
  });
  await page.close();
  const row = ratioRows(figures, 'bare', 'ms');
  const withLinking = ratioRows(new Map([...figures, ['inlay', waited.slice(1)]]), 'bare', 'ms');
  return [
    row('evaluation → first element rendered', 'inlay', { atMost: 1.3 }),
    withLinking('  with the time the browser takes to link lazy modules', 'inlay'),
    row("  compare: the button's module, without the loader", 'button'),
  ];
}

/** Nothing listens here: Playwright answers in its stead. */
const origin = 'http://bench.localhost';

const headers = {
  // Every visit is a first one, for the compiler too.
  'Cache-Control': 'no-store',
  // A page in a process of its own is given times to 5 µs instead of 100.
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

/** By address: three pages, and their scripts, which say when they begin and when they end. */
function contentsFor({ assets, bareButton }: Built): Map<string, string> {
  const files = filesOfFirstElement(assets).map((file): [string, string] => {
    return [`/${path.relative(assets, file)}`, marked(readFileSync(file, 'utf8'))];
  });
  const [loader, ...button] = files.map(([address]) => address);
  return new Map([
    ...files,
    ['/bare.js', marked(bareButton)],
    ['/inlay', pageFor(loader, button)],
    ['/button', pageFor(button[0], button.slice(1))],
    ['/bare', pageFor('/bare.js', [])],
  ]);
}

const marked = (script: string) => `performance.mark('begins');${script};performance.mark('ends')`;

/** The script tag comes when all modules have arrived, so that none of the time is the network's. */
function pageFor(script: string | undefined, imported: readonly string[]): string {
  const modules = [script, ...imported];
  const preloads = modules.map((module) => `<link rel="modulepreload" href="${module}" onload="arrived()">`);
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${script}</title>
<script>
  let awaited = ${modules.length};
  function arrived() {
    if (--awaited > 0) return;
    const tag = Object.assign(document.createElement('script'), { type: 'module', src: '${script}' });
    Object.assign(tag.dataset, { site: 'site_bench', tokenUrl: '/token' });
    document.head.append(tag);
  }
</script>
${preloads.join('\n')}
<connect-onboard-button></connect-onboard-button>`;
}

/** Milliseconds from the first line of any module, and how many of them the modules that the loader asked for took to come. */
async function timeToRender(page: Page, url: string): Promise<{ rendered: number; linked: number }> {
  await page.goto(url);
  return page.evaluate(async () => {
    const element = document.querySelector('connect-onboard-button');
    await customElements.whenDefined('connect-onboard-button');
    await Reflect.get(element ?? {}, 'updateComplete');
    // Asks for the layout, which is part of rendering.
    const height = element?.shadowRoot?.firstElementChild?.getBoundingClientRect().height;
    const rendered = performance.now();
    if (!height) throw new Error('Nothing was rendered.');
    const times = (mark: string) => performance.getEntriesByName(mark).map(({ startTime }) => startTime);
    const [[begun = Number.NaN, next], [ended = Number.NaN]] = [times('begins'), times('ends')];
    return { rendered: rendered - begun, linked: next === undefined ? 0 : next - ended };
  });
}
