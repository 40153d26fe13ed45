/** The files of the bundle that the Worker serves, and which of them some elements can ever load. */
import { posix } from 'node:path';
import * as v from 'valibot';

/** By path, without a slash in front. */
export type Hashes = Readonly<Record<string, string>>;

export interface BundleFiles {
  readonly hashes: Hashes;
  /** The loader that never changes. */
  readonly loader: string;
  readonly read: (file: string) => Promise<string>;
}

const Integrity = v.record(v.string(), v.string());
const known = new Map<string, Promise<string>>();

/** On a connection of its own: one that is kept may be closed by the Worker just when it is used again. */
async function textAt(address: string): Promise<string> {
  const response = await fetch(address, { headers: { Connection: 'close' } });
  if (!response.ok) throw new Error(`${address} answers ${response.status}.`);
  return response.text();
}

export async function bundleOf(worker: string): Promise<BundleFiles> {
  const all = v.parse(Integrity, JSON.parse(await textAt(`${worker}/integrity.json`)));
  // The newest version stands first, and those that were kept after it.
  const loader = Object.keys(all).find((file) => /^v\/[^/]+\/inlay\.js$/.test(file));
  if (loader === undefined) throw new Error('The Worker serves no versioned loader.');
  const version = `${posix.dirname(loader)}/`;
  const hashes = Object.fromEntries(Object.entries(all).filter(([file]) => file.startsWith(version)));
  const read = (file: string) => {
    // What never changes under its name is read once.
    const text = known.get(`${worker} ${hashes[file]}`) ?? textAt(`${worker}/${file}`);
    known.set(`${worker} ${hashes[file]}`, text);
    return text;
  };
  return { hashes, loader, read };
}

/** Each file with its hash: the elements' own, and whatever these import, now or later. */
export async function filesFor(tags: readonly string[], { hashes, read }: BundleFiles): Promise<Hashes> {
  const all = Object.keys(hashes);
  const found = new Set(tags.flatMap((tag) => all.filter((file) => file.endsWith(`/${tag}.js`))));
  // A set grows while it is walked.
  for (const file of found) for (const one of importsIn(await read(file), file, all)) found.add(one);
  return Object.fromEntries([...found].sort().map((file) => [file, hashes[file] ?? '']));
}

/** An import whose name is only known when it happens is every file that it could be. */
export function importsIn(code: string, file: string, all: readonly string[]): string[] {
  const specifiers = [...code.matchAll(/\b(?:from|import)\s*\(?\s*(?:\/\*.*?\*\/\s*)?["'`](\.[^"'`]+)["'`]/g)];
  return specifiers.flatMap(([, specifier = '']) => {
    const path = posix.join(posix.dirname(file), specifier);
    if (!path.includes('${')) return all.filter((one) => one === path);
    const pattern = path.split(/\$\{[^}]*\}/).map((part) => part.replaceAll(/[.*+?^$()[\]{}|\\]/g, '\\$&'));
    return all.filter((one) => new RegExp(`^${pattern.join('[^/]+')}$`).test(one));
  });
}
