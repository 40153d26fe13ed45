/**
 * Where a Chrome or Chromium is on this machine, for every test that needs one. When there is none it is installed
 * the platform's way, so that `npm test` runs on a fresh machine.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { chromium as playwright } from '@playwright/test';

/** What looking for a browser needs to know of the machine. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isExecutable: (file: string) => boolean;
  /** Where `npx playwright install chromium` puts the browser that this Playwright drives. */
  readonly playwrightsOwn: () => string;
}

const namesOnPath = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];

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

/**
 * `CHROME_PATH`, then the usual names on `PATH`, the places installers use, and Playwright's cache.
 * A `CHROME_PATH` that cannot be run is an error rather than a reason to pick another browser in silence.
 */
export function findChromium(machine: Machine): string | undefined {
  const chosen = machine.env.CHROME_PATH;
  if (chosen !== undefined && chosen !== '') {
    if (machine.isExecutable(chosen)) return chosen;
    throw new Error(`CHROME_PATH is ${chosen}, which is not a program that can be run. Correct it or unset it.`);
  }
  const onPath = (machine.env.PATH ?? '')
    .split(machine.platform === 'win32' ? ';' : ':')
    .filter((folder) => folder !== '')
    .flatMap((folder) => namesOnPath.map((name) => path.posix.join(folder, name)));
  return [...onPath, ...knownLocations(machine), machine.playwrightsOwn()].find(machine.isExecutable);
}

export type Installer = 'apt' | 'playwright';

/** Debian's and Ubuntu's own package where we may install packages; anywhere else the browser Playwright publishes. */
export function installerFor({ hasApt, isRoot }: { hasApt: boolean; isRoot: boolean }): Installer {
  return hasApt && isRoot ? 'apt' : 'playwright';
}

function installCommands(installer: Installer): [command: string, args: string[]][] {
  switch (installer) {
    case 'apt':
      return [
        ['apt-get', ['update']],
        ['apt-get', ['install', '-y', 'chromium']],
      ];
    case 'playwright': {
      const cli = createRequire(import.meta.url).resolve('@playwright/test/cli');
      return [[process.execPath, [cli, 'install', 'chromium']]];
    }
  }
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

export const thisMachine: Machine = {
  platform: process.platform,
  env: process.env,
  isExecutable,
  playwrightsOwn: () => playwright.executablePath(),
};

/** The path of a browser; installs one first when the machine has none, saying so through `say`. */
export function ensureChromium(say: (line: string) => void = console.error): string {
  const found = findChromium(thisMachine);
  if (found !== undefined) return found;

  const installer = installerFor({ hasApt: existsSync('/usr/bin/apt-get'), isRoot: process.getuid?.() === 0 });
  for (const [command, args] of installCommands(installer)) {
    say(`No Chrome or Chromium on this machine: running ${[path.basename(command), ...args].join(' ')}`);
    const { status, error } = spawnSync(command, args, {
      // The browser's path is this program's answer on standard output, so an installer's chatter goes elsewhere.
      stdio: ['ignore', 2, 2],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    if (status !== 0) {
      throw new Error(
        `Could not install a browser (${error?.message ?? `exit code ${status}`}). Install Chrome or Chromium and set CHROME_PATH to its program.`,
      );
    }
  }
  const installed = findChromium(thisMachine);
  if (installed === undefined) {
    throw new Error('A browser was installed but cannot be found. Set CHROME_PATH to its program.');
  }
  return installed;
}

/** Keeps the browser from talking to its maker; root may not use the sandbox, and CI has no GPU. */
export const chromiumFlags: readonly string[] = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-gpu',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

if (import.meta.main) console.log(ensureChromium());
