/** What goes into the page: an import map where there is something to check, the script tag, the elements. */
import { createHash } from 'node:crypto';
import type { BundleFiles, Hashes } from './bundle-files.ts';
import { loaderTag, tag } from './markup.ts';
import { NONCE } from './policy.ts';
import type { Wanted } from './wanted.ts';

/** What a browser that knows `integrity` in import maps refuses to run changed. */
export function importMapOf(worker: string, files: Hashes): string {
  const integrity = Object.fromEntries(Object.entries(files).map(([file, hash]) => [`${worker}/${file}`, hash]));
  return `\n${JSON.stringify({ integrity }, null, 2)}\n`;
}

/** As a policy names what stands between the tags. */
export function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

export function headTags(wanted: Wanted, map: string | null, { loader, hashes }: BundleFiles): string {
  const { pinned, nonce, worker, site, tokenUrl } = wanted;
  const script = loaderTag({
    address: pinned ? `${worker}/${loader}` : `${worker}/1/inlay.js`,
    integrity: pinned ? (hashes[loader] ?? null) : null,
    nonce: nonce ? NONCE : null,
    site,
    tokenUrl,
  });
  if (map === null) return script;
  return `<script type="importmap"${nonce ? ` nonce="${NONCE}"` : ''}>${map}</script>\n${script}`;
}

export function elementTags({ elements }: Wanted): string {
  return elements.map(({ tag: name, attributes }) => tag(name, attributes)).join('\n');
}
