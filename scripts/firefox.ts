/** Where a Firefox is on this machine: Debian's is installed where it may be, since no other has a fixed place. */
import { ensureFromApt, type Wanted } from './find-program.ts';

export const firefox: Wanted = {
  called: 'Firefox',
  variable: 'FIREFOX_PATH',
  namesOnPath: ['firefox-esr', 'firefox'],
  places({ platform, env }) {
    if (platform === 'darwin') return ['/Applications/Firefox.app/Contents/MacOS/firefox'];
    if (platform === 'win32') return [`${env.PROGRAMFILES}\\Mozilla Firefox\\firefox.exe`];
    return [];
  },
};

/** @throws when there is none and none can be installed */
export function ensureFirefox(say: (line: string) => void = console.error): string {
  return ensureFromApt(firefox, ['firefox-esr'], say);
}

if (import.meta.main) console.log(ensureFirefox());
