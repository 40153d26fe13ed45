/**
 * The package's `.d.ts` files: what the compiler says of the entries and of what they name, and no more. Internals stay
 * behind, and the Worker's shapes are told without the schemas that they are inferred from.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { repository } from '../wrangler.ts';
import { placeOf } from './places.ts';
import { declareTypes } from './plain-types.ts';

/** Where one declaration names another, and which names of it. */
const MENTION = /(?:\b(?:import|export) type \{([^}]*)\} from |\bfrom |\bimport\(|\bimport )(['"])(\.[^'"]+)\.ts\2/g;

/** @param emitted where the compiler has written its declarations, as the sources are laid out */
export async function writeDeclarations(entries: readonly string[], emitted: string, output: string): Promise<void> {
  const modules = new Set(entries);
  const shapes = new Map<string, Set<string>>();
  // A set grows while it is walked.
  for (const module of modules) {
    // Lit's own parts are Lit's to install: only `lit` is in our dependencies.
    const text = readFileSync(path.join(emitted, `${module}.d.ts`), 'utf8').replaceAll('("lit-html")', '("lit")');
    const told = text.replace(MENTION, (mention: string, names: string | undefined, _: string, target: string) => {
      const other = path.posix.join(path.posix.dirname(module), target);
      if (other.startsWith('worker/')) collect(shapes, other, names ?? '');
      else modules.add(other);
      return mention.replace(`${target}.ts`, `${addressFrom(module, other)}.js`);
    });
    write(output, module, told);
  }
  for (const [module, names] of shapes) {
    const exported: Record<string, unknown> = await import(path.join(repository, `${module}.ts`));
    write(output, module, declareTypes(exported, names));
  }
}

function collect(shapes: Map<string, Set<string>>, module: string, names: string): void {
  const wanted = shapes.get(module) ?? new Set();
  for (const name of names.split(',')) wanted.add(name.trim());
  shapes.set(module, wanted);
}

function addressFrom(module: string, other: string): string {
  const relative = path.posix.relative(path.posix.dirname(placeOf(module)), placeOf(other));
  return relative.startsWith('.') ? relative : `./${relative}`;
}

function write(output: string, module: string, text: string): void {
  const file = path.join(output, `${placeOf(module)}.d.ts`);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}
