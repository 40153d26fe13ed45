/** The npm package where its other runtimes and its frameworks' types are, which is here: among the examples. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { elementsOf } from '../../scripts/docs/manifest.ts';
import manifest from '../../widgets/custom-elements.json' with { type: 'json' };

const examples = path.resolve(import.meta.dirname, '..');
const run = (program: string, args: readonly string[]) =>
  spawnSync(path.join(examples, 'node_modules/.bin', program), args, { cwd: examples, encoding: 'utf8' });

const mintAndVerify = `
  import { mintToken, verifyToken } from 'inlay/server';
  const [site, worker, key] = ['site_1', 'https://pay.example.com', { id: 'key_1', secret: 'a secret' }];
  const token = await mintToken({ site, worker, key, sub: 'ada', scope: ['bank'] });
  const verify = (text) => verifyToken(text, { site, worker, keys: [key] });
  const refused = await verify(token.slice(0, -2)).catch(({ code }) => code);
  console.log((await verify(token)).sub, refused);
`;

for (const [runtime, program, args] of [
  ['Deno', 'deno', ['eval', '--no-remote', '--node-modules-dir=manual', mintAndVerify]],
  ['Bun', 'bun', ['--eval', mintAndVerify]],
] as const) {
  test(`inlay/server mints and verifies in ${runtime}`, () => {
    const { stdout, stderr } = run(program, args);
    expect(stdout, stderr).toBe('ada token_invalid\n');
  });
}

test('the tags of Vue’s and Svelte’s templates have types that take what is right and nothing else', () => {
  expect(run('tsc', ['-p', 'types']).stdout).toBe('');
});

test('the apps of Vue and Nuxt tell their compilers of every element, and of none of Vue’s own tags', () => {
  const tags = elementsOf(manifest).map(({ tagName }) => tagName);
  const script = `
    globalThis.defineNuxtConfig = (config) => config;
    const { default: nuxt } = await import('./nuxt/nuxt.config.ts');
    const { default: vue } = await import('./vue/vite.config.ts');
    const told = [nuxt.vue, vue.plugins[0].api.options.template];
    const names = ${JSON.stringify([...tags, 'router-view', 'keep-alive', 'nuxt-page'])};
    console.log(JSON.stringify(told.map(({ compilerOptions }) => names.filter(compilerOptions.isCustomElement))));`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: examples,
    encoding: 'utf8',
  });
  expect(JSON.parse(stdout || '[]'), stderr).toEqual([tags, tags]);
});
