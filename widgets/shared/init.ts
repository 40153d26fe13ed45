import { page, type Settings } from './settings.ts';

function update(settings: Settings): void {
  // The newer way of getting a token replaces the older one.
  if (settings.tokenUrl) page.settings.fetchToken = undefined;
  Object.assign(page.settings, settings);
  announce(false);
}

/** Forgets the person: tokens are dropped, and every element forgets what it shows. */
function logout(): void {
  announce(true);
}

function announce(signedOut: boolean): void {
  page.signedOut = signedOut;
  if (signedOut) page.sessions = {};
  page.dispatchEvent(new Event('settings'));
}

/** Settings for every element of the page; an element's own attributes win over them. */
export function init(settings: Settings = {}): { update: typeof update; logout: typeof logout } {
  update(settings);
  return { update, logout };
}
