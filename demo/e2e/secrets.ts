/** What must leave no trace: secrets as they pass by, and all that a page keeps. */
import type { BrowserContext, Page } from '@playwright/test';

/**
 * Every user token, account link and client secret of a flow, as they pass by: what must never turn up anywhere else.
 * Read from the network, so that a secret of another shape is missed only if no answer held it.
 */
export function collectSecrets(context: BrowserContext): { secrets: Set<string>; settled: () => Promise<unknown> } {
  const secrets = new Set<string>();
  const reading: Promise<unknown>[] = [];
  context.on('response', (response) => {
    if (
      !/\/inlay\/token|\/account_links$|\/account_sessions$|\/(financial_connections|checkout)\/sessions$|\/setup_intents$/.test(
        new URL(response.url()).pathname,
      )
    )
      return;
    if (response.request().method() !== 'POST') return;
    const read = async () => {
      const { token, url, client_secret } = await response.json();
      for (const secret of [token, url, client_secret]) if (typeof secret === 'string') secrets.add(secret);
    };
    // The body of an answer that caused a navigation may be gone; its link is then the address that was gone to.
    reading.push(read().catch(() => undefined));
  });
  return { secrets, settled: () => Promise.all(reading) };
}

/** Everything a page keeps or shows: markup with shadow roots, storage, its address, its history entry. */
export function traces(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const roots = [...document.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
      shadowRoot === null ? [] : [shadowRoot],
    );
    const databases = await indexedDB.databases();
    return [
      document.documentElement.getHTML({ serializableShadowRoots: true, shadowRoots: roots }),
      JSON.stringify({ ...localStorage }),
      JSON.stringify({ ...sessionStorage }),
      JSON.stringify(databases),
      JSON.stringify(await caches.keys()),
      document.cookie,
      window.name,
      location.href,
      JSON.stringify(history.state),
    ].join('\n');
  });
}
