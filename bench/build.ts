/** What is deployed and what a page loads, built by the project's own commands; and what they are held against. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { build, type InlineConfig, mergeConfig } from 'vite';
import { offline, repository, wranglerConfig, wranglerProgram } from '../scripts/wrangler.ts';
import shared from '../vite.config.ts';

export interface Built {
  /** The folder of the bundle. */
  readonly assets: string;
  /** The one module of the Worker. */
  readonly worker: string;
  /** `references.ts`, and the button of bare Lit. */
  readonly references: string;
  readonly bareButton: string;
}

export async function buildAll(scratch: string): Promise<Built> {
  const [assets, built] = [path.join(scratch, 'assets'), path.join(scratch, 'worker')];
  run(['scripts/build.ts', assets]);
  const deploy = [wranglerProgram, 'deploy', '--dry-run', '--outdir', built, '--config', wranglerConfig];
  run([...deploy, '--assets', assets], offline(path.join(scratch, 'wrangler')));
  const conditions = ['workerd', 'worker', 'browser', 'import', 'default'];
  return {
    assets,
    worker: readFileSync(path.join(built, 'index.js'), 'utf8'),
    references: await bundle('worker/references.ts', { resolve: { conditions }, build: { target: 'esnext' } }),
    bareButton: await bundle(
      'widgets/bare-lit-button.ts',
      mergeConfig(shared, { build: { rolldownOptions: { output: { minify: true } } } }),
    ),
  };
}

function run(args: string[], env: Record<string, string> = {}): void {
  const options = { cwd: repository, encoding: 'utf8', env: { ...process.env, ...env } } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, args, options);
  if (status !== 0) throw new Error(`${args.join(' ')} failed.\n${stdout}${stderr}`);
}

async function bundle(file: string, config: InlineConfig): Promise<string> {
  const lib = { entry: path.join(import.meta.dirname, file), formats: ['es' as const], fileName: 'built' };
  const own = { configFile: false, logLevel: 'warn', build: { write: false, lib } } satisfies InlineConfig;
  const results = [await build(mergeConfig<InlineConfig, InlineConfig>(config, own))].flat();
  const [chunk] = results.flatMap((one) => ('output' in one ? one.output : [])).filter((one) => one.type === 'chunk');
  if (chunk === undefined) throw new Error(`${file} was not built.`);
  return chunk.code;
}
