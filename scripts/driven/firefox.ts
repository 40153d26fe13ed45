/** Firefox without a window, driven through WebDriver BiDi, which it speaks itself. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as v from 'valibot';
import { pressing, typing } from './actions.ts';
import { type Bidi, connect } from './bidi.ts';
import { userPreferences } from './firefox-preferences.ts';
import { startProgram } from './program.ts';
import type { Browser, Json, Tab } from './tab.ts';

const Session = v.object({ capabilities: v.object({ browserVersion: v.string() }) });
const Created = v.object({ context: v.string() });
const Tree = v.object({ contexts: v.array(v.object({ context: v.string(), url: v.string() })) });
const Outcome = v.variant('type', [
  v.object({ type: v.literal('success'), result: v.object({ value: v.string() }) }),
  v.object({ type: v.literal('exception'), exceptionDetails: v.object({ text: v.string() }) }),
]);

/** @param program where Firefox is */
export async function startFirefox(program: string): Promise<Browser> {
  const profile = mkdtempSync(path.join(tmpdir(), 'inlay-firefox-'));
  writeFileSync(path.join(profile, 'user.js'), userPreferences);
  const args = ['--headless', '--no-remote', '--new-instance', '--remote-debugging-port', '0', '--profile', profile];
  const firefox = startProgram(program, args, { HOME: profile, MOZ_CRASHREPORTER_DISABLE: '1' });
  const end = async () => {
    await firefox.end();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const [, address] = await firefox.says(/WebDriver BiDi listening on (ws:\S+)/);
    const bidi = await connect(`${address}/session`);
    const asked = { capabilities: { alwaysMatch: { unhandledPromptBehavior: { default: 'ignore' } } } };
    const { capabilities } = v.parse(Session, await bidi.ask('session.new', asked));
    const known = new Map<string, Tab>();
    const tab = (context: string) => {
      const found = known.get(context) ?? tabOf(bidi, context);
      known.set(context, found);
      return found;
    };
    return {
      name: 'Firefox',
      version: capabilities.browserVersion,
      newTab: async () => tab(v.parse(Created, await bidi.ask('browsingContext.create', { type: 'tab' })).context),
      tabs: async () => {
        const { contexts } = v.parse(Tree, await bidi.ask('browsingContext.getTree', { maxDepth: 0 }));
        return contexts.map(({ context }) => tab(context));
      },
      async end() {
        bidi.close();
        await end();
      },
    };
  } catch (error) {
    await end();
    throw error;
  }
}

function tabOf({ ask }: Bidi, context: string): Tab {
  const act = async (actions: Json) => void (await ask('input.performActions', { context, actions }));
  return {
    open: async (url) => void (await ask('browsingContext.navigate', { context, url, wait: 'complete' })),
    async address() {
      const tree = await ask('browsingContext.getTree', { root: context, maxDepth: 0 });
      return v
        .parse(Tree, tree)
        .contexts.map(({ url }) => url)
        .join('');
    },
    async run(source, ...args) {
      const outcome = await ask('script.callFunction', {
        functionDeclaration: `async (args) => JSON.stringify((await (${source})(...JSON.parse(args))) ?? null)`,
        arguments: [{ type: 'string', value: JSON.stringify(args) }],
        target: { context },
        awaitPromise: true,
      });
      const parsed = v.parse(Outcome, outcome);
      if (parsed.type === 'exception') throw new Error(parsed.exceptionDetails.text);
      return JSON.parse(parsed.result.value);
    },
    press: (x, y) => act(pressing(x, y)),
    key: (name) => act(typing(name)),
    resize: async (width, height) =>
      void (await ask('browsingContext.setViewport', { context, viewport: { width, height } })),
    back: async () => void (await ask('browsingContext.traverseHistory', { context, delta: -1 })),
    close: async () => void (await ask('browsingContext.close', { context })),
  };
}
