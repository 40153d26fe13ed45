/** The demo's page as a person meets it: what moves, what blocks, who is asked, and what a click costs. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, Page } from '@playwright/test';
import { type Demo, startDemo } from '../../demo/demo.ts';
import { median } from '../rounds.ts';
import type { Row } from '../table.ts';

export async function demoPageRows(browser: Browser, bareButton: string, rounds: number): Promise<Row[]> {
  const workerSaw: string[] = [];
  const log = (line: string) => {
    // The Worker logs one line of JSON a request. What Stripe sends it is not the browser's.
    const [, method, route] = /"method":"(\w+)","route":"([^"]+)"/.exec(line) ?? [];
    if (route !== undefined && !route.startsWith('/v1/webhooks/')) workerSaw.push(`${method} ${route}`);
  };
  const demo = await startDemo({ ports: { site: 0, worker: 0, stripe: 0 }, verbose: true, log });
  try {
    return [
      ...(await steadinessRows(browser, demo, bareButton, rounds)),
      await strangersRow(browser, demo),
      await clickRow(browser, demo, workerSaw),
    ];
  } finally {
    await demo.stop();
  }
}

async function steadinessRows(browser: Browser, demo: Demo, bareButton: string, rounds: number): Promise<Row[]> {
  const scripts = { inlay: null, bare: bareButton, none: '' };
  const seen: Record<keyof typeof scripts, Steadiness[]> = { inlay: [], bare: [], none: [] };
  for (let round = 0; round < rounds; round += 1) {
    seen.inlay.push(await visit(browser, demo, scripts.inlay));
    seen.bare.push(await visit(browser, demo, scripts.bare));
    seen.none.push(await visit(browser, demo, scripts.none));
  }
  const shiftOf = (visits: readonly Steadiness[]) => Math.max(...visits.map((one) => one.shift));
  const blockedOf = (visits: readonly Steadiness[]) => median(visits.map((one) => one.blocked));
  const shift = shiftOf(seen.inlay);
  // What the page costs by itself depends on the page and the machine, and is nobody's button.
  const alone = blockedOf(seen.none);
  const added = blockedOf(seen.inlay) - alone;
  const ms = (value: number) => `${value.toFixed(0)} ms`;
  return [
    {
      what: "layout shift of the demo's page, worst visit",
      figure: shift.toFixed(3),
      floor: `bare Lit ${shiftOf(seen.bare).toFixed(3)}`,
      reach: '0.000',
      ok: shift < 0.0005,
    },
    {
      what: `blocking time added to its own ${ms(alone)}, CPU at a quarter`,
      figure: ms(added),
      floor: `bare Lit ${ms(blockedOf(seen.bare) - alone)}`,
      reach: '≤ 35 ms',
      ok: added <= 35,
    },
  ];
}

interface Steadiness {
  shift: number;
  /** Milliseconds that tasks take beyond 50, from the very start of the page. */
  blocked: number;
}

/** One visit with nothing cached. `script`, unless null, is what the script tag loads instead of Inlay. */
async function visit(browser: Browser, demo: Demo, script: string | null): Promise<Steadiness> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const fulfilled = { contentType: 'text/javascript', headers: { 'Access-Control-Allow-Origin': '*' } };
  // Either script passes here, so that both pay for it.
  await page.route(`${demo.worker}/inlay.js`, (route) =>
    script === null ? route.continue() : route.fulfill({ ...fulfilled, body: script }),
  );
  await page.addInitScript(() => {
    const seen = Object.assign(window, { seenByTheBench: { shift: 0, blocked: 0 } }).seenByTheBench;
    const watch = (type: string, hear: (entry: PerformanceEntry) => void) =>
      new PerformanceObserver((list) => list.getEntries().forEach(hear)).observe({ type, buffered: true });
    watch('layout-shift', (entry) => {
      seen.shift += Reflect.get(entry, 'value');
    });
    watch('longtask', ({ duration }) => {
      seen.blocked += Math.max(0, duration - 50);
    });
  });
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  if (script === '') await page.goto(`${demo.site}/onboard`, { waitUntil: 'networkidle' });
  else await arrive(page, demo);
  const seen: Steadiness = await page.evaluate(() => Reflect.get(window, 'seenByTheBench'));
  await context.close();
  return seen;
}

/** Requests that scripts make to anyone but the page's host and the Worker; what the page's HTML names is its own. */
async function strangersRow(browser: Browser, demo: Demo): Promise<Row> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const asked: string[] = [];
  session.on('Network.requestWillBeSent', ({ request, initiator, type }) => {
    const own = initiator.type === 'parser' || type === 'Document' || request.url.startsWith('data:');
    if (!own && ![demo.site, demo.worker].includes(new URL(request.url).origin)) asked.push(request.url);
  });
  await session.send('Network.enable');
  await arrive(page, demo);
  await context.close();
  const figure = [asked.length, ...new Set(asked)].join(' ');
  return { what: 'requests to other origins before intent', figure, floor: '0', reach: '0', ok: asked.length === 0 };
}

/** The person comes near first, as people do; then what the Worker is asked from the press until the browser has left. */
async function clickRow(browser: Browser, demo: Demo, workerSaw: readonly string[]): Promise<Row> {
  const page = await browser.newPage();
  const button = await arrive(page, demo);
  await button.hover();
  await page.waitForLoadState('networkidle');
  // The log comes through wrangler, a little later than the answers come to the browser.
  await wait(2_000);
  const before = workerSaw.length;
  await button.click();
  await page.waitForURL((url) => url.origin === demo.stripe);
  await wait(2_000);
  await page.close();
  const asked = workerSaw.slice(before);
  const figure = [asked.length, ...asked.map((line) => line.replace('/v1/sites/:site', ''))].join(' ');
  return { what: 'click → navigation, requests to the Worker', figure, floor: '1', reach: '1', ok: asked.length === 1 };
}

async function arrive(page: Page, demo: Demo) {
  const button = page.locator('connect-onboard-button').getByRole('button', { name: 'Set up payouts' });
  await page.goto(`${demo.site}/onboard`);
  await button.waitFor();
  await page.waitForLoadState('networkidle');
  return button;
}
