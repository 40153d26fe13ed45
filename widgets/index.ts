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
    'inline-size:20em;min-block-size:6.9em;display:inline-block',
  ],
  'connect-account-status': [
    () => import('./connect-account-status/connect-account-status.ts'),
    'inline-size:32em;min-block-size:23em;@media(max-width:28em){min-block-size:31.5em}',
  ],
  'link-bank-account': [
    () => import('./link-bank-account/link-bank-account.ts'),
    'inline-size:28em;min-block-size:12.5em;@media(max-width:28em){min-block-size:20em}',
  ],
  'linked-bank-accounts': [
    () => import('./linked-bank-accounts/linked-bank-accounts.ts'),
    'inline-size:40em;min-block-size:22.5em;@media(max-width:28em){min-block-size:34.5em}',
  ],
};

const inPage = typeof document !== 'undefined';
/** For a classic script the build puts `document.currentScript.src` here. */
const address = import.meta.url;
const tag = inPage ? [...document.scripts].find(({ src }) => src === address) : undefined;

function start(): void {
  if (page.loader) {
    if (!page.warned) console.info(`[inlay] Loaded twice. ${address} does nothing.`);
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
    ...((theme === 'light' || theme === 'dark') && { appearance: { theme } }),
    // Whoever called init() first, from another module, meant it.
    ...page.settings,
  };
  reserve();
  scan();
  new MutationObserver(scan).observe(document, { childList: true, subtree: true });
}

function reserve(): void {
  const sheet = new CSSStyleSheet();
  for (const [tag, [, box]] of Object.entries(elements)) {
    sheet.insertRule(
      `${tag}:not(:defined,[hidden]){display:block;max-inline-size:100%;vertical-align:top;font-size:var(--inlay-font-size,1rem);${box}}`,
    );
  }
  document.adoptedStyleSheets.push(sheet);
}

const asked = new Map<string, Promise<unknown>>();
let seen = -1;

function scan(): void {
  for (const [tag, [load]] of Object.entries(elements)) {
    if (!asked.has(tag) && document.querySelector(tag)) asked.set(tag, load());
  }
  if (asked.size === seen) return;
  seen = asked.size;
  mark('loading');
  Promise.all(asked.values()).then(
    () => mark('ready'),
    (error) => {
      mark('failed');
      console.error('[inlay] Not loaded:', error);
      // On a page that stands still nothing else would try again.
      addEventListener('online', retry, { once: true });
    },
  );
}

function retry(): void {
  asked.clear();
  scan();
}

function mark(state: 'loading' | 'ready' | 'failed'): void {
  if (tag) tag.dataset.loadingState = state;
}

if (inPage) start();
