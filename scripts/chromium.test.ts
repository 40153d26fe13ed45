import { chromium as playwright } from '@playwright/test';
import { expect, test } from 'vitest';
import { chromium, chromiumFlags } from './chromium.ts';
import { findProgram, type Machine } from './find-program.ts';

function machine(files: string[], env: Machine['env'] = {}, platform: NodeJS.Platform = 'linux'): Machine {
  return {
    platform,
    env: { PATH: '/usr/local/bin:/usr/bin', ...env },
    isExecutable: (file) => files.includes(file),
  };
}

const findChromium = (on: Machine) =>
  findProgram(
    chromium(() => '/root/.cache/ms-playwright/chromium-1/chrome'),
    on,
  );

test('CHROME_PATH wins over a browser on PATH', () => {
  expect(findChromium(machine(['/usr/bin/chromium', '/opt/mine'], { CHROME_PATH: '/opt/mine' }))).toBe('/opt/mine');
});

test('a CHROME_PATH that cannot be run is refused by name, though another browser exists', () => {
  expect(() => findChromium(machine(['/usr/bin/chromium'], { CHROME_PATH: '/opt/gone' }))).toThrow(
    /CHROME_PATH is \/opt\/gone/,
  );
});

test('an empty CHROME_PATH counts as unset', () => {
  expect(findChromium(machine(['/usr/bin/chromium'], { CHROME_PATH: '' }))).toBe('/usr/bin/chromium');
});

test('Chrome is found where Chromium is not', () => {
  expect(findChromium(machine(['/usr/bin/google-chrome-stable']))).toBe('/usr/bin/google-chrome-stable');
});

test('the application is found on macOS, for all users or for one', () => {
  const own = '/Users/ann/Applications/Chromium.app/Contents/MacOS/Chromium';
  expect(findChromium(machine([own], { HOME: '/Users/ann' }, 'darwin'))).toBe(own);
});

test("Playwright's own browser serves when nothing is installed", () => {
  const own = '/root/.cache/ms-playwright/chromium-1/chrome';
  expect(findChromium(machine([own]))).toBe(own);
});

test('a bare machine has no browser', () => {
  expect(findChromium(machine([]))).toBeUndefined();
});

test('what Playwright has a browser do without, it does without here, too', async () => {
  // Node is no browser: it refuses the switches, and Playwright tells which they were.
  const refused = playwright.launch({ executablePath: process.execPath, args: [...chromiumFlags] });
  const told = String(await refused.then(String, (error) => error));
  const [playwrights, ours] = [...told.matchAll(/ --disable-features=(\S+)/g)].map(([, list = '']) => list.split(','));
  expect(playwrights).toContain('PaintHolding');
  expect(ours).toEqual(expect.arrayContaining(playwrights ?? []));
});
