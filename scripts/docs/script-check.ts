/**
 * Blocks of JavaScript and TypeScript as modules of a project that has installed `inlay`: the compiler reads all of them at
 * once, with the types that the npm package ships.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from 'vite';
import { repository } from '../wrangler.ts';
import type { Block } from './blocks.ts';

/** What a block may take as given, because the text around it says so. */
const given = `declare const user: { readonly id: string; readonly email: string };
declare const KEY_ID: string;
declare const SECRET: string;
declare const WORKER: string;
// Angular is not installed here: as much of it as the pages use.
declare module '@angular/core' {
  export const CUSTOM_ELEMENTS_SCHEMA: object;
  export function Component(about: { selector: string; schemas: object[]; template: string }): (target: object, context: unknown) => void;
}
`;

/**
 * Faults with their places, `docs/npm.md:12: …`.
 * @param folder to write the blocks to; `inlay` is installed above it
 */
export function scriptFaults(blocks: readonly Block[], folder: string): string[] {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const files = new Map(
    blocks.map((block, index) => [`block-${index}.${block.language === 'tsx' ? 'tsx' : 'ts'}`, block]),
  );
  for (const [file, { text: whole, language }] of files) {
    const text = /^(vue|svelte)$/.test(language) ? scriptOf(whole) : whole;
    writeFileSync(path.join(folder, file), /^(import|export) /m.test(text) ? text : `${text}\nexport {};\n`);
  }
  writeFileSync(path.join(folder, 'given.d.ts'), given);
  writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify(project));
  const tsc = path.join(repository, 'node_modules/.bin/tsc');
  const { stdout, status } = spawnSync(tsc, ['-p', folder, '--pretty', 'false'], { cwd: folder, encoding: 'utf8' });
  const faults = [...stdout.matchAll(/^(?:.*\/)?(block-\d+\.\w+)\((\d+),\d+\): (.*)$/gm)].map(
    ([, file = '', line, message]) => {
      const block = files.get(file);
      const [page = '', start = ''] = block?.place.split(':') ?? [];
      return `${page}:${Number(start) + Number(line) - 1}: ${message}`;
    },
  );
  return status !== 0 && faults.length === 0 ? [`tsc: ${stdout}`] : faults;
}

const project = {
  extends: path.join(repository, 'tsconfig.json'),
  compilerOptions: {
    types: ['node'],
    typeRoots: [path.join(repository, 'node_modules/@types')],
    jsx: 'react-jsx',
    noUnusedLocals: false,
    noUnusedParameters: false,
  },
  include: ['.'],
};

/** The script of a component, its lines where they are. */
function scriptOf(component: string): string {
  const [whole = '', before = '', script = ''] = /^(.*?<script[^>]*>)(.*?)<\/script>/s.exec(component) ?? [];
  return whole === '' ? '' : before.replace(/.*/g, '') + script;
}

/** Where nobody has types: scripts in pages, and JavaScript. */
export function syntaxFaults(script: string, kind: 'script' | 'module'): string[] {
  return parseSync('block.js', script, { sourceType: kind }).errors.map(({ message }) => message);
}
