/**
 * The script tag: reads it, and loads each element's code when its tag first appears on the page. The build gives it a
 * bundle of its own, so that no element's code ever loads it a second time.
 */
import { init } from './shared/init.ts';
import { page } from './shared/settings.ts';
import { takeSetupReturn } from './shared/setup-return.ts';

export { init };

/**
 * Each element: the box it takes before its code has arrived, so that nothing moves when it does. In em: how wide, how high,
 * and how high on a narrow page; one that has no such third stands in a line of text.
 */
const elements: { readonly [tag: string]: readonly [wide: number, high: number, highWhereNarrow?: number] } = {
  'connect-onboard-button': [20, 6.9],
  'inlay-doctor': [48, 12.5],
  'connect-account-status': [32, 23, 31.5],
  'link-bank-account': [28, 12.5, 20],
  'linked-bank-accounts': [40, 22.5, 34.5],
  'cashapp-save-method': [28, 12.5, 16],
  'saved-payment-methods': [32, 5.5, 9.75],
  'connect-embedded': [48, 12.5, 12.5],
  'connect-checkout-button': [20, 6.9],
};

/** For a classic script the build puts `document.currentScript.src` here. */
const address = import.meta.url;
let tag: HTMLScriptElement | undefined;

function start(): void {
  if (page.loader) {
    if (!page.warned) console.info(`[inlay] Loaded twice. ${address} does nothing.`);
    page.warned = true;
    return;
  }
  page.loader = address;
  tag = [...document.scripts].find(({ src }) => src === address);
  // Whatever else is named as settings are: site, token-url, api, csp-nonce.
  const { lang, theme, ...named } = tag?.dataset ?? {};
  page.settings = {
    api: new URL(address).origin,
    locale: lang,
    ...named,
    ...((theme === 'light' || theme === 'dark') && { appearance: { theme } }),
    // Whoever called init() first, from another module, meant it.
    ...page.settings,
  };
  takeSetupReturn();
  reserve();
  scan();
  new MutationObserver(scan).observe(document, { childList: true, subtree: true });
}

/** Whatever a page's own style sheet says of an element wins. */
function reserve(): void {
  const sheet = new CSSStyleSheet();
  for (const [tag, [wide, high, narrow]] of Object.entries(elements)) {
    sheet.insertRule(
      `:where(${tag}):not(:defined,[hidden]){display:${narrow ? 'block' : 'inline-block'};max-inline-size:100%;vertical-align:top;font-size:var(--inlay-font-size,1rem);inline-size:${wide}em;min-block-size:${high}em;@media(max-width:28em){min-block-size:${narrow ?? high}em}}`,
    );
  }
  document.adoptedStyleSheets.push(sheet);
}

const asked = new Map<string, Promise<unknown>>();
let seen = -1;

function scan(): void {
  for (const tag of Object.keys(elements)) {
    // The build puts the address of what it made of it here.
    if (!asked.has(tag) && document.querySelector(tag)) asked.set(tag, import(`./${tag}/${tag}.ts`));
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

if (typeof document !== 'undefined') start();
