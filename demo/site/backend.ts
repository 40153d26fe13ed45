/** What the host site's backend asks of the Worker, with the site's secret key: server to server, never from a page. */
import type { SiteSettings } from './settings.ts';

export function askWorker(
  { worker, site, key }: SiteSettings,
  route: string,
  post?: { readonly body: object; readonly key: string },
): Promise<Response> {
  return fetch(`${worker}/v1/sites/${site}/${route}`, {
    headers: {
      Authorization: `Bearer ${key.secret}`,
      ...(post === undefined ? {} : { 'Content-Type': 'application/json', 'Idempotency-Key': post.key }),
    },
    ...(post === undefined ? {} : { method: 'POST', body: JSON.stringify(post.body) }),
  });
}
