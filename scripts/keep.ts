/**
 * `npm run build -- --keep https://pay.example.com`: the versions that a Worker serves, to go into the next deployment beside
 * the one that is built. A deployment replaces all files of the one before, and pages name versions for good.
 */
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';

/** By path, without a slash in front: what a page puts in `integrity`. */
export type Hashes = Readonly<Record<string, string>>;

export interface Published {
  /** Of every versioned file of the Worker's, those of the version that is being built too. */
  readonly hashes: Hashes;
  /** Those of other versions, and their source maps. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** Says why nothing can be kept. */
export class KeepError extends Error {}

/** Of a version and nothing above it: each becomes a path on this machine. */
const VERSIONED = /^v\/(?!\.)[\w.+-]+(?:\/(?!\.)[\w.+-]+)+\.js$/;

const AT_A_TIME = 8;

/** Every file in memory, each what its hash says, before anything is written. */
export async function publishedBy(worker: string, version: string): Promise<Published> {
  const origin = originOf(worker);
  const index = `${origin}/integrity.json`;
  const answer = await bytesAt(index);
  if (answer === null) throw new KeepError(`${index} answers 404. For a first deployment leave --keep away.`);
  const hashes = versionsIn(answer, index);
  const kept = Object.keys(hashes).filter((file) => !file.startsWith(`v/${version}/`));
  const files = new Map<string, Uint8Array>();
  const waiting = kept.values();
  const work = async () => {
    for (const file of waiting) {
      const content = await bytesAt(`${origin}/${file}`);
      if (content === null) throw new KeepError(`${origin}/${file} answers 404, and is in integrity.json.`);
      if (hashOf(content) !== hashes[file]) {
        throw new KeepError(`${origin}/${file} is not what its hash in integrity.json says.`);
      }
      files.set(file, content);
      const map = await bytesAt(`${origin}/${file}.map`);
      if (map !== null) files.set(`${file}.map`, map);
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
  return { hashes, files };
}

/** @throws KeepError where the version that was built is out already, and is something else */
export function refuseChanges(version: string, built: Hashes, published: Hashes): void {
  const ofVersion = (hashes: Hashes) => Object.keys(hashes).filter((file) => file.startsWith(`v/${version}/`));
  const before = ofVersion(published);
  if (before.length === 0) return;
  const changed = [...new Set([...before, ...ofVersion(built)])].find((file) => built[file] !== published[file]);
  if (changed === undefined) return;
  throw new KeepError(
    `Version ${version} is on that Worker already, with another ${changed}. What has a version never changes: raise it in package.json and package/package.json.`,
  );
}

/** @returns the hashes of what was written that pages may name */
export async function writeKept({ hashes, files }: Published, output: string): Promise<Hashes> {
  for (const [file, content] of files) {
    const place = path.join(output, file);
    await mkdir(path.dirname(place), { recursive: true });
    await writeFile(place, content);
  }
  return Object.fromEntries(Object.entries(hashes).filter(([file]) => files.has(file)));
}

export function hashOf(content: Uint8Array): string {
  return `sha384-${createHash('sha384').update(content).digest('base64')}`;
}

function originOf(worker: string): string {
  const url = URL.canParse(worker) ? new URL(worker) : null;
  if (url !== null && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`) return url.origin;
  throw new KeepError(`--keep takes the origin of your Worker, such as https://pay.example.com, and not "${worker}".`);
}

function versionsIn(integrity: Uint8Array, place: string): Hashes {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder().decode(integrity));
  } catch {
    json = undefined;
  }
  const read = v.safeParse(v.record(v.string(), v.pipe(v.string(), v.startsWith('sha384-'))), json);
  if (!read.success) throw new KeepError(`${place} is no list of files and their hashes. Is that Inlay's Worker?`);
  const versioned = Object.entries(read.output).filter(([file]) => file.startsWith('v/'));
  const strange = versioned.find(([file]) => !VERSIONED.test(file));
  if (strange !== undefined) throw new KeepError(`${place} names a file that cannot be: ${strange[0]}`);
  return Object.fromEntries(versioned);
}

/** Null where there is nothing. */
async function bytesAt(address: string): Promise<Uint8Array | null> {
  let response: Response;
  let content: ArrayBuffer;
  try {
    response = await fetch(address, { signal: AbortSignal.timeout(60_000) });
    content = await response.arrayBuffer();
  } catch (error) {
    const reason = error instanceof Error ? (error.cause ?? error) : error;
    throw new KeepError(`${address} cannot be read: ${reason instanceof Error ? reason.message : reason}`);
  }
  if (response.status === 404) return null;
  if (!response.ok) throw new KeepError(`${address} answers ${response.status}.`);
  return new Uint8Array(content);
}
