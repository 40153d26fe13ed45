/**
 * A hundred elements more on a page that has one: how long they take to be rendered, and what each keeps of memory, beside
 * as many buttons of bare Lit. The account is known by then, so that no network is in it.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, CDPSession, Page } from '@playwright/test';
import type { Built } from '../build.ts';
import { interleave, median } from '../rounds.ts';
import { type Row, ratioRows } from '../table.ts';

const COUNT = 100;
/** Nothing listens here: Playwright answers in its stead. */
const origin = 'http://bench.localhost';
const tag = 'connect-onboard-button';

export async function manyRows(browser: Browser, built: Built, rounds: number): Promise<Row[]> {
  const page = await browser.newPage();
  await answer(page, built);
  const session = await page.context().newCDPSession(page);
  const kept = { inlay: [] as number[], bare: [] as number[] };
  const times = await interleave(rounds, ['inlay', 'bare'], async (name) => {
    await page.goto(`${origin}/${name}`);
    // So that what the engine keeps of the code, which it compiles as it is used, is not counted as an element's.
    await add(page, 3 * COUNT);
    await shown(page);
    const before = await heap(session);
    const taken = await add(page, COUNT);
    await shown(page);
    kept[name].push(((await heap(session)) - before) / COUNT / 1024);
    return taken;
  });
  await page.close();
  const memory = median(kept.inlay);
  return [
    ratioRows(times, 'bare', 'ms')(`${COUNT} elements more: rendered`, 'inlay', { atMost: 1.5 }),
    {
      what: '  memory that each of them keeps once its button is shown',
      figure: `${memory.toFixed(1)} KB`,
      floor: `bare Lit ${median(kept.bare).toFixed(1)} KB`,
      reach: '≤ 3 KB',
      ok: memory <= 3,
    },
  ];
}

/** Two pages, one with each; the bundle; a token; and an account that is still to be set up. */
async function answer(page: Page, { assets, bareButton }: Built): Promise<void> {
  const scripts: Readonly<Record<string, string>> = { '/inlay': '/inlay.js', '/bare': '/bare.js' };
  const read = (file: string) => readFileSync(path.join(assets, file), 'utf8');
  await page.route(`${origin}/**`, (route) => {
    const { pathname } = new URL(route.request().url());
    const script = scripts[pathname];
    if (script !== undefined) {
      const body = `<!doctype html><html lang="en"><meta charset="utf-8"><title>${script}</title>
<script type="module" src="${script}" data-site="site_bench" data-token-url="/token"></script><p></p>`;
      return route.fulfill({ body, contentType: 'text/html' });
    }
    if (pathname === '/token') return route.fulfill({ json: { token: 'a.b.c' } });
    if (pathname.endsWith('/account')) return route.fulfill({ json: { object: 'account', id: null, status: 'none' } });
    return route.fulfill({
      body: pathname === '/bare.js' ? bareButton : read(pathname),
      contentType: 'text/javascript',
    });
  });
}

/** Milliseconds until so many new elements have been rendered, layout included. */
function add(page: Page, count: number): Promise<number> {
  return page.evaluate(
    async ([count, tag]) => {
      const begun = performance.now();
      const added = Array.from({ length: count }, () => document.createElement(tag));
      document.body.append(...added);
      await customElements.whenDefined(tag);
      await Promise.all(added.map((element) => Reflect.get(element, 'updateComplete')));
      document.body.getBoundingClientRect();
      return performance.now() - begun;
    },
    [count, tag] as const,
  );
}

/** Until every element shows its button. Not Playwright's own way of waiting: that leaves objects of its own in the page. */
async function shown(page: Page): Promise<void> {
  const areShown = () =>
    page.evaluate(
      (tag) => [...document.querySelectorAll(tag)].every((one) => one.shadowRoot?.querySelector('button')),
      tag,
    );
  while (!(await areShown())) await wait(50);
}

/** Bytes of the page's own objects, once what has only just become unreachable has been thrown away, too. */
async function heap(session: CDPSession): Promise<number> {
  await wait(300);
  for (let times = 0; times < 3; times += 1) await session.send('HeapProfiler.collectGarbage');
  return (await session.send('Runtime.getHeapUsage')).usedSize;
}
