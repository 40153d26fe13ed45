/**
 * Where a Chrome or Chromium is on this machine, for every test that needs one. When there is none it is installed
 * the platform's way, so that `npm test` runs on a fresh machine.
 */
import { createRequire } from 'node:module';
import path from 'node:path';
import { chromium as playwright } from '@playwright/test';
import { aptCommands, type Command, ensureProgram, type Machine, mayUseApt, type Wanted } from './find-program.ts';

/** @param playwrightsOwn where `npx playwright install chromium` puts the browser that this Playwright drives */
export function chromium(playwrightsOwn: () => string = () => playwright.executablePath()): Wanted {
  return {
    called: 'Chrome or Chromium',
    variable: 'CHROME_PATH',
    namesOnPath: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'],
    places: (machine) => [...knownLocations(machine), playwrightsOwn()],
  };
}

function knownLocations({ platform, env }: Machine): string[] {
  switch (platform) {
    case 'darwin':
      return ['/Applications', path.posix.join(env.HOME ?? '', 'Applications')].flatMap((folder) => [
        `${folder}/Google Chrome.app/Contents/MacOS/Google Chrome`,
        `${folder}/Chromium.app/Contents/MacOS/Chromium`,
      ]);
    case 'win32':
      return [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
        .filter((folder) => folder !== undefined)
        .map((folder) => `${folder}\\Google\\Chrome\\Application\\chrome.exe`);
    default:
      return ['/opt/google/chrome/chrome', '/snap/bin/chromium'];
  }
}

/** Debian's and Ubuntu's own package where we may install packages; anywhere else the browser Playwright publishes. */
function installCommands(): readonly Command[] {
  if (mayUseApt()) return aptCommands(['chromium'], true);
  const cli = createRequire(import.meta.url).resolve('@playwright/test/cli');
  return [[process.execPath, [cli, 'install', 'chromium']]];
}

/** The path of a browser; installs one first when the machine has none, saying so through `say`. */
export function ensureChromium(say: (line: string) => void = console.error): string {
  return ensureProgram(chromium(), installCommands, say);
}

/**
 * What the browser does without. For the list of its address bar Chromium 156 loads two pages of its own in each window,
 * which took more of a processor than any page of the demo: 2.5 s for one element in a new context, and 1.1 s without.
 */
const features = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  // A renderer in store for each context: with each test a context of its own most are never used, 70 ms each.
  'SpareRendererForSitePerProcess',
  // Of two such lists the browser reads the last, and Playwright gives it one. chromium.test.ts holds this to Playwright's.
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'TcpPortRandomizationWin',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'msForceBrowserSignIn',
  'msEdgeUpdateLaunchServicesPreferredVersion',
];

/** Keeps the browser from talking to its maker; root may not use the sandbox, and CI has no GPU. */
export const chromiumFlags: readonly string[] = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-gpu',
  `--disable-features=${features.join(',')}`,
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

if (import.meta.main) console.log(ensureChromium());
