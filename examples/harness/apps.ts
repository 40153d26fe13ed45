/** Every app here: what builds it, and what serves it. Paths are from `examples/`. */

export interface Build {
  /** A program of Node's, with its arguments. */
  readonly program: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

export type App =
  | {
      readonly kind: 'files';
      /** None where the files are the source. */
      readonly build?: Build;
      /** Folders; the first that has a file gives it. */
      readonly files: readonly string[];
      /** What answers at `/inlay/token`, beside the files. */
      readonly tokenRoute: TokenServer;
      /** The page opens dialogs of Stripe's: the stand-in's Stripe.js comes before the bundle. */
      readonly stripeJs?: true;
    }
  | {
      readonly kind: 'server';
      readonly build: Build;
      /** Told its port by `PORT` and `{port}`. */
      readonly server: readonly string[];
    };

export type TokenServer = 'token-route-hono/server.ts' | 'token-route-express/server.ts';

const tokenRoute = 'token-route-hono/server.ts';
const vite = 'node_modules/vite/bin/vite.js';
const next = 'node_modules/next/dist/bin/next';

export const apps = {
  'plain-html': { kind: 'files', files: ['plain-html'], tokenRoute },
  'token-route-express': { kind: 'files', files: ['plain-html'], tokenRoute: 'token-route-express/server.ts' },
  htmx: { kind: 'files', files: ['htmx', 'node_modules/htmx.org/dist'], tokenRoute },
  dialog: { kind: 'files', files: ['dialog'], tokenRoute, stripeJs: true },
  'sandboxed-frame': { kind: 'files', files: ['sandboxed-frame'], tokenRoute },
  react: {
    kind: 'files',
    // Only React's development build mounts everything twice under strict mode, and tells of mistakes.
    build: { program: [vite, 'build', 'react', '--mode', 'development'], env: { NODE_ENV: 'development' } },
    files: ['react/dist'],
    tokenRoute,
  },
  vue: { kind: 'files', build: { program: [vite, 'build', 'vue'] }, files: ['vue/dist'], tokenRoute },
  svelte: { kind: 'files', build: { program: [vite, 'build', 'svelte'] }, files: ['svelte/dist'], tokenRoute },
  astro: {
    kind: 'files',
    build: { program: ['node_modules/astro/bin/astro.mjs', 'build', '--root', 'astro'] },
    files: ['astro/dist'],
    tokenRoute,
  },
  next: {
    kind: 'server',
    build: { program: [next, 'build', 'next'] },
    server: [next, 'start', 'next', '--port', '{port}', '--hostname', '127.0.0.1'],
  },
  nuxt: {
    kind: 'server',
    build: { program: ['node_modules/nuxt/bin/nuxt.mjs', 'build', 'nuxt'] },
    server: ['nuxt/.output/server/index.mjs'],
  },
} as const satisfies Readonly<Record<string, App>>;

export type AppName = keyof typeof apps;

export const appNames = Object.keys(apps).filter((name): name is AppName => name in apps);
