/** What a click leads to, with this page or in a window of its own. */
import { notConfigured } from '../shared/errors.ts';
import { isFramed } from '../shared/in-app-browser.ts';
import type { InlayError } from '../shared/inlay-error.ts';
import { missing } from '../shared/keep-up.ts';
import { onboardWords } from '../shared/messages/onboard-words.ts';
import { happen } from './learn.ts';
import { leave } from './leave.ts';
import type { Onboarding } from './onboarding.ts';
import { askOwed, owed } from './owed.ts';
import { openWindow, watchWindow } from './popup.ts';
import { canStart } from './transitions.ts';

/** A browser that has not left the page by then will not. */
const LEAVING_MS = 15_000;

const openWindows = new WeakMap<Onboarding, Window>();

/** What a click does: it starts, unless there is an open window to show again or a failure to try again. */
export async function start(flow: Onboarding): Promise<void> {
  const { state, host } = flow;
  if (state.name === 'away') openWindows.get(flow)?.focus();
  if (state.name === 'failed' && state.again === 'load') return retry(flow);
  if (!canStart(state)) return;
  if (host.returnPath && !URL.canParse(host.returnPath, location.href)) {
    return flow.fail(
      notConfigured(`return-path "${host.returnPath}" is not an address.`),
      new AbortController().signal,
    );
  }
  const framed = isFramed();
  const opened = (framed || host.presentation === 'popup') && openWindow(onboardWords.of(host)('opening'));
  if (!opened) {
    if (framed) return flow.fail(sandboxed('opened', 'allow-popups'), new AbortController().signal);
    await leave(flow, (url) => location.assign(url));
    const { state: leaving } = flow;
    setTimeout(() => flow.state === leaving && stay(flow), LEAVING_MS);
    return;
  }
  await leave(flow, (url) => sendAway(flow, opened, url), { presentation: 'popup' });
  if (flow.state.name !== 'away') opened.close();
}

function sendAway(flow: Onboarding, opened: Window, url: string): void {
  const { session, work } = flow;
  if (!session || !work) return;
  openWindows.set(flow, opened);
  happen(flow, { type: 'window_opened' });
  try {
    // A window closed in the meantime is noticed like one closed later.
    if (!opened.closed) opened.location.replace(url);
  } catch {
    throw sandboxed('led to Stripe', 'allow-popups-to-escape-sandbox');
  }
  watchWindow(opened, session.site, work.signal, (news) => askOwed(flow, news));
}

/** Where a frame has no sandbox a browser opens windows, and lets them go anywhere. */
function sandboxed(what: string, flag: string): InlayError {
  return notConfigured(`No window could be ${what}. Is ${flag} in the sandbox of the frame around this page?`);
}

export async function retry(flow: Onboarding): Promise<void> {
  if (!flow.session) return flow.fail(missing(flow.host), new AbortController().signal);
  happen(flow, { type: 'retry' });
  await flow.ask(owed.get(flow));
}

/** The browser came back, or never left. */
export function stay(flow: Onboarding): void {
  const { name, account } = flow.state;
  if (name === 'busy') happen(flow, { type: 'settled', account });
}
