/** From the first line of a script to the first element that has something to show, with every file at hand. */
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
  const pages = ['inlay', 'button', 'bare'] as const;
  const row = ratioRows(
    await interleave(rounds, pages, (name) => timeToRender(page, `${origin}/${name}`)),
    'bare',
    'ms',
  );
  await page.close();
  return [
    row('evaluation → first element rendered', 'inlay', { atMost: 1.3 }),
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

/** By address: three pages, and their scripts, which first say that they have begun. */
function contentsFor({ assets, bareButton }: Built): Map<string, string> {
  const files = filesOfFirstElement(assets).map((file): [string, string] => {
    return [`/${path.relative(assets, file)}`, `performance.mark('evaluated');${readFileSync(file, 'utf8')}`];
  });
  const [loader, ...button] = files.map(([address]) => address);
  return new Map([
    ...files,
    ['/bare.js', `performance.mark('evaluated');${bareButton}`],
    ['/inlay', pageFor(loader, button)],
    ['/button', pageFor(button[0], button.slice(1))],
    ['/bare', pageFor('/bare.js', [])],
  ]);
}

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

async function timeToRender(page: Page, url: string): Promise<number> {
  await page.goto(url);
  return page.evaluate(async () => {
    const element = document.querySelector('connect-onboard-button');
    await customElements.whenDefined('connect-onboard-button');
    await Reflect.get(element ?? {}, 'updateComplete');
    // Asks for the layout, which is part of rendering.
    const height = element?.shadowRoot?.firstElementChild?.getBoundingClientRect().height;
    const rendered = performance.now();
    if (!height) throw new Error('Nothing was rendered.');
    return rendered - (performance.getEntriesByName('evaluated')[0]?.startTime ?? Number.NaN);
  });
}
