import { expect, test } from 'vitest';
import { findProgram, type Machine } from './find-program.ts';
import { firefox } from './firefox.ts';
import { webKitDriver } from './webkit.ts';

function machine(files: string[], env: Machine['env'] = {}, platform: NodeJS.Platform = 'linux'): Machine {
  return { platform, env: { PATH: '/usr/bin', ...env }, isExecutable: (file) => files.includes(file) };
}

test('Debian’s Firefox is found, and anybody else’s', () => {
  expect(findProgram(firefox, machine(['/usr/bin/firefox-esr', '/usr/bin/firefox']))).toBe('/usr/bin/firefox-esr');
  expect(findProgram(firefox, machine(['/usr/bin/firefox']))).toBe('/usr/bin/firefox');
  const onMac = '/Applications/Firefox.app/Contents/MacOS/firefox';
  expect(findProgram(firefox, machine([onMac], {}, 'darwin'))).toBe(onMac);
});

test('each browser has a variable of its own, and one that names nothing is refused', () => {
  const env = { FIREFOX_PATH: '/opt/firefox', WEBKIT_DRIVER_PATH: '/opt/gone' };
  const here = machine(['/usr/bin/WebKitWebDriver', '/opt/firefox'], env);
  expect(findProgram(firefox, here)).toBe('/opt/firefox');
  expect(() => findProgram(webKitDriver, here)).toThrow(/WEBKIT_DRIVER_PATH is \/opt\/gone/);
});
