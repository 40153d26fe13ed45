import { copyFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { type Browser, chromium, type Page } from '@playwright/test';
import { build, type Rollup } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { repository } from '../../scripts/wrangler.ts';
import { installed, project } from '../testing/places.ts';

/** An app's bundle of one module, with what is said to be there already left out. */
async function bundle(entry: string, external: (id: string) => boolean = () => false): Promise<string> {
  const built = await build({
    root: project,
    configFile: false,
    logLevel: 'silent',
    mode: 'production',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'es2022',
      minify: true,
      modulePreload: false,
      lib: { entry, formats: ['es'] },
      rolldownOptions: { external, output: { codeSplitting: false, minify: true, comments: false } },
    },
  });
  const outputs: Rollup.RollupOutput[] = [built].flat().filter((one) => 'output' in one);
  return outputs[0]?.output[0].code ?? '';
}

test('the wrappers add no more than 1.3 KB to the elements, with all of @lit/react', async () => {
  const code = await bundle(path.join(installed, 'dist/react.js'), (id) => id === 'react' || id.includes('/elements/'));
  const bytes = brotliCompressSync(code).length;
  console.log(`React wrappers: ${bytes} bytes br of 1331`);
  expect(bytes).toBeLessThanOrEqual(1_331);
  expect(code).toMatch(/saved-payment-methods/);
});

test('an app that uses one wrapper has the code of one element', async () => {
  const entry = path.join(project, 'one-wrapper.js');
  writeFileSync(entry, "export { ConnectOnboardButton } from 'inlay/react';");
  const code = await bundle(entry, (id) => /^(?:react|lit|@lit\/react)$/.test(id));
  expect(code).toMatch(/[`"']connect-onboard-button[`"']/);
  expect(code).not.toMatch(/[`"'](?:linked-bank-accounts|saved-payment-methods)[`"']/);
});

describe('a wrapper in a page, under strict mode', () => {
  let browser: Browser;
  let code: string;
  beforeAll(async () => {
    copyFileSync(path.join(repository, 'package/testing/react-page.tsx'), path.join(project, 'react-page.tsx'));
    code = await bundle(path.join(project, 'react-page.tsx'));
    const executablePath = process.env.CHROME_PATH ?? '/usr/bin/chromium';
    const args = ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
    browser = await chromium.launch({ executablePath, args });
  });
  afterAll(() => browser.close());

  /** What has been on the page before the app's own code. */
  async function open(before: string): Promise<{ page: Page; lines: string[] }> {
    const page = await browser.newPage();
    const lines: string[] = [];
    page.on('console', (message) => lines.push(message.text()));
    page.on('pageerror', ({ message }) => lines.push(message));
    await page.route('https://app.example/**', (route) => {
      const { pathname } = new URL(route.request().url());
      if (pathname === '/app.js') return route.fulfill({ body: code, contentType: 'text/javascript' });
      const scripts = `<script>${before}</script><script type="module" src="/app.js"></script>`;
      return route.fulfill({ body: `<!doctype html><title>App</title><body>${scripts}`, contentType: 'text/html' });
    });
    await page.goto('https://app.example/');
    await page.getByRole('button', { name: 'Tell' }).waitFor();
    return { page, lines };
  }

  const told = (page: Page) => page.evaluate('window.log.join()');

  test('calls the newest handler alone, however often it has rendered, and none once there is none', async () => {
    const { page } = await open('');
    const press = (name: string) => page.getByRole('button', { name }).click();
    await press('Tell');
    await press('Render again');
    await press('Render again');
    await press('Tell');
    expect(await told(page)).toBe('change 1,change 3');
    await press('Render again');
    await press('Tell');
    expect(await told(page)).toBe('change 1,change 3');
  });

  test.each([
    ['on its own', '', []],
    [
      'where a script tag has defined the element already',
      "customElements.define('connect-onboard-button', class extends HTMLElement {})",
      ['[inlay] Loaded twice: <connect-onboard-button>.'],
    ],
  ])('sets functions and objects as properties, %s', async (_, before, said) => {
    const { page, lines } = await open(before);
    const element = page.locator('connect-onboard-button.wide');
    const set = await element.evaluate((node) => ({
      same: Reflect.get(node, 'fetchToken') === Reflect.get(window, 'fetchToken'),
      appearance: Reflect.get(node, 'appearance'),
      attributes: node.getAttributeNames().filter((name) => name !== 'style'),
    }));
    expect(set).toEqual({ same: true, appearance: { theme: 'dark' }, attributes: ['class'] });
    expect(lines.filter((line) => line.includes('twice'))).toEqual(said);
  });

  test('says that api is missing, which only a script tag knows by itself', async () => {
    const { lines } = await open('');
    const said = /\[inlay\] <connect-onboard-button> not_configured: .*\bapi\b.*init\(/;
    await expect.poll(() => lines.join('\n'), { timeout: 30_000 }).toMatch(said);
  });
});
