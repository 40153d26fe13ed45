/**
 * The script tag: reads it, and loads each element's code when its tag first appears on the page. The build gives it a
 * bundle of its own, so that no element's code ever loads it a second time.
 */
import { init } from './shared/init.ts';
import { page } from './shared/settings.ts';

export { init };

/** Each element: its code, and the box it takes before that code has arrived, so that nothing moves when it does. */
const elements: { readonly [tag: string]: readonly [load: () => Promise<unknown>, box: string] } = {
  'connect-onboard-button': [
    () => import('./connect-onboard-button/connect-onboard-button.ts'),
    'display:inline-block;inline-size:20em;min-block-size:6.75em',
  ],
  'connect-account-status': [
    () => import('./connect-account-status/connect-account-status.ts'),
    'display:block;inline-size:32em;min-block-size:24em',
  ],
};

const tag = ownTag();

function ownTag(): HTMLScriptElement | null | undefined {
  if (typeof document === 'undefined') return null;
  // A classic script knows its tag; a module looks for the one with its address.
  if (document.currentScript instanceof HTMLScriptElement) return document.currentScript;
  return [...document.querySelectorAll<HTMLScriptElement>('script[src]')].find(({ src }) => src === import.meta.url);
}

function start(address: string): void {
  if (page.loader) {
    if (!page.warned) console.info(`[inlay] ${page.loader} is already at work on this page. ${address} does nothing.`);
    page.warned = true;
    return;
  }
  page.loader = address;
  const { site, tokenUrl, api, lang, theme, cspNonce } = tag?.dataset ?? {};
  page.settings = {
    site,
    tokenUrl,
    api: api ?? new URL(address).origin,
    locale: lang,
    cspNonce,
    ...(theme === 'light' || theme === 'dark' ? { appearance: { theme } } : {}),
    // Whoever called init() first, from another module, meant it.
    ...page.settings,
  };
  reserve();
  mark('loading');
  new MutationObserver(scan).observe(document, { childList: true, subtree: true });
  scan();
}

function reserve(): void {
  const sheet = new CSSStyleSheet();
  for (const [tag, [, box]] of Object.entries(elements)) {
    sheet.insertRule(
      `${tag}:not(:defined){${box};max-inline-size:100%;vertical-align:top;font-size:var(--inlay-font-size,1rem)}`,
    );
  }
  document.adoptedStyleSheets.push(sheet);
}

const asked = new Set<string>();

function scan(): void {
  const wanted = Object.entries(elements).filter(([tag]) => !asked.has(tag) && document.querySelector(tag));
  if (!wanted.length && asked.size) return;
  Promise.all(
    wanted.map(([tag, [load]]) => {
      asked.add(tag);
      return load().catch((error) => {
        // Nothing else asks again, once the page stands still.
        addEventListener('online', () => asked.delete(tag) && scan(), { once: true });
        throw error;
      });
    }),
  ).then(
    () => mark('ready'),
    (error) => {
      mark('failed');
      console.error('[inlay] An element could not be loaded.', error);
    },
  );
}

function mark(state: 'loading' | 'ready' | 'failed'): void {
  if (tag) tag.dataset.loadingState = state;
}

if (typeof document !== 'undefined') start(tag?.src ?? import.meta.url);
