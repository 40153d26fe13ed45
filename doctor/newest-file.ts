import type { PageFacts, TagFacts, WorkerFacts } from './facts.ts';

/**
 * `src` and `integrity` to paste, of the newest file of that name that stays as it is; null where the Worker publishes
 * none.
 */
export function newestFile(
  name: string,
  published: WorkerFacts['integrity'],
  { src, module, crossOrigin }: TagFacts,
  { api }: PageFacts['settings'],
): string | null {
  const newest = Object.entries(published ?? {}).find(
    ([file]) => /^v\/[^/]+\/[^/]+$/.test(file) && file.endsWith(`/${name}`),
  );
  if (newest === undefined) return null;
  const [file, hash] = newest;
  const asked = module || crossOrigin ? '' : ' crossorigin="anonymous"';
  return `src="${new URL(`/${file}`, api ?? src).href}" integrity="${hash}"${asked}`;
}
