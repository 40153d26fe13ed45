/** WebKitGTK's MiniBrowser in a screen that nobody sees, driven through WebDriver. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as v from 'valibot';
import { pressing, typing } from './actions.ts';
import { startProgram } from './program.ts';
import type { Browser, Json, Tab } from './tab.ts';
import { answering, freePort, type WebDriver, webDriverAt } from './webdriver.ts';

const Session = v.object({ sessionId: v.string(), capabilities: v.object({ browserVersion: v.string() }) });
const Handles = v.array(v.string());
const Opened = v.object({ handle: v.string() });
const Size = v.tuple([v.number(), v.number()]);

/** It shows a window, however little one needs it. */
export interface WebKitPrograms {
  readonly driver: string;
  readonly screen: string;
}

export async function startWebKit({ driver: program, screen: xvfb }: WebKitPrograms): Promise<Browser> {
  const home = mkdtempSync(path.join(tmpdir(), 'inlay-webkit-'));
  const screen = startProgram(xvfb, ['-displayfd', '1', '-screen', '0', '800x640x24', '-nolisten', 'tcp']);
  const port = await freePort();
  const [display = ''] = await screen.says(/^\d+/);
  const driver = startProgram(program, [`--port=${port}`], {
    DISPLAY: `:${display}`,
    HOME: home,
    // A computer without a language is not what anybody has.
    LANG: 'en_US.UTF-8',
    LC_ALL: '',
    GDK_BACKEND: 'x11',
    GTK_THEME: 'Adwaita',
    NO_AT_BRIDGE: '1',
  });
  const end = async () => {
    await driver.end();
    await screen.end();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const ask = webDriverAt(`http://127.0.0.1:${port}`);
    await answering(ask, driver);
    const wanted = { capabilities: { alwaysMatch: { unhandledPromptBehavior: 'ignore' } } };
    const { sessionId, capabilities } = v.parse(Session, await ask('POST', '/session', wanted));
    const session = `/session/${sessionId}`;
    const first = v.parse(v.string(), await ask('GET', `${session}/window`));
    return { name: 'WebKit', version: capabilities.browserVersion, ...windowsOf(ask, session, first), end };
  } catch (error) {
    await end();
    throw error;
  }
}

/** WebDriver speaks to one window at a time: every question first says which, and waits for the one before. */
function windowsOf(ask: WebDriver, session: string, first: string): Pick<Browser, 'newTab' | 'tabs'> {
  let before: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(turn: () => Promise<T>): Promise<T> => {
    const now = before.then(turn, turn);
    before = now;
    return now;
  };
  const known = new Map<string, Tab>();
  const tab = (handle: string) => {
    const inWindow: WebDriver = (method, command, body) =>
      inTurn(async () => {
        await ask('POST', `${session}/window`, { handle });
        return ask(method, `${session}${command}`, body);
      });
    const found = known.get(handle) ?? tabOf(inWindow);
    known.set(handle, found);
    return found;
  };
  return {
    // Asked of the window it began with: any other may have been closed since.
    newTab: () =>
      inTurn(async () => {
        await ask('POST', `${session}/window`, { handle: first });
        const { handle } = v.parse(Opened, await ask('POST', `${session}/window/new`, { type: 'window' }));
        return tab(handle);
      }),
    tabs: async () => v.parse(Handles, await inTurn(() => ask('GET', `${session}/window/handles`))).map(tab),
  };
}

function tabOf(ask: WebDriver): Tab {
  const act = async (actions: Json) => void (await ask('POST', '/actions', { actions }));
  const run = (source: string, ...args: readonly Json[]) =>
    ask('POST', '/execute/sync', {
      script: `return (${source})(...JSON.parse(arguments[0]))`,
      args: [JSON.stringify(args)],
    });
  return {
    open: async (url) => void (await ask('POST', '/url', { url })),
    address: async () => String(await ask('GET', '/url')),
    run,
    press: (x, y) => act(pressing(x, y)),
    key: (name) => act(typing(name)),
    async resize(width, height) {
      const frame = v.parse(Size, await run('() => [outerWidth - innerWidth, outerHeight - innerHeight]'));
      await ask('POST', '/window/rect', { width: width + frame[0], height: height + frame[1] });
    },
    back: async () => void (await ask('POST', '/back', {})),
    close: async () => void (await ask('DELETE', '/window')),
  };
}
