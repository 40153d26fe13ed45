/** Where WebKitGTK's driver is on this machine, and a screen for it that nobody sees: both are Debian's. */
import type { WebKitPrograms } from './driven/webkit.ts';
import { ensureFromApt, type Wanted } from './find-program.ts';

export const webKitDriver: Wanted = {
  called: 'WebKitGTK’s driver',
  variable: 'WEBKIT_DRIVER_PATH',
  namesOnPath: ['WebKitWebDriver'],
  places: () => [],
};

export const screen: Wanted = { called: 'Xvfb', variable: 'XVFB_PATH', namesOnPath: ['Xvfb'], places: () => [] };

/** @throws when there is none and none can be installed */
export function ensureWebKit(say: (line: string) => void = console.error): WebKitPrograms {
  return {
    driver: ensureFromApt(webKitDriver, ['webkit2gtk-driver'], say),
    screen: ensureFromApt(screen, ['xvfb'], say),
  };
}

if (import.meta.main) console.log(ensureWebKit().driver);
