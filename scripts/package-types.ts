/**
 * The package's `.d.ts` files: what the compiler says of the entries and of what they name, and no more. Internals stay
 * behind, and the Worker's shapes are told without the schemas that they are inferred from.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { placeOf } from './package-places.ts';
import { isSchema, plainType } from './plain-types.ts';
import { repository } from './wrangler.ts';

/** What one declaration file names of others. */
const SPECIFIER = /(\bfrom |\bimport\(|\bimport )(['"])(\.[^'"]+)\.ts\2/g;

/** @param emitted where the compiler has written its declarations, as the sources are laid out */
export async function writeTypes(entries: readonly string[], emitted: string, output: string): Promise<void> {
  const modules = new Set(entries);
  // A set grows while it is walked.
  for (const module of modules) {
    const text = await declarationOf(module, emitted);
    const told = text.replace(SPECIFIER, (_, before: string, quote: string, target: string) => {
      const other = path.posix.join(path.posix.dirname(module), target);
      modules.add(other);
      return `${before}${quote}${addressFrom(module, other)}.js${quote}`;
    });
    const file = path.join(output, `${placeOf(module)}.d.ts`);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, told);
  }
}

async function declarationOf(module: string, emitted: string): Promise<string> {
  if (module.startsWith('worker/')) return shapes(module);
  const text = readFileSync(path.join(emitted, `${module}.d.ts`), 'utf8');
  // Lit's own parts are Lit's to install: only `lit` is in our dependencies.
  return text.replaceAll('import("lit-html")', 'import("lit")');
}

/** All that a module of the Worker's exports schemas for. */
async function shapes(module: string): Promise<string> {
  const exported: Record<string, unknown> = await import(path.join(repository, `${module}.ts`));
  const schemas = Object.entries(exported).filter(([, value]) => isSchema(value));
  const named = new Map(schemas.map(([name, schema]) => [schema, name] as const));
  return schemas.map(([name, schema]) => `export type ${name} = ${plainType(schema, named)};\n`).join('');
}

function addressFrom(module: string, other: string): string {
  const relative = path.posix.relative(path.posix.dirname(placeOf(module)), placeOf(other));
  return relative.startsWith('.') ? relative : `./${relative}`;
}
