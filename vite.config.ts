/**
 * How the widgets become files for a browser. `scripts/build.ts` adds to this what differs from one file to the next.
 */
import { defineConfig } from 'vite';

export default defineConfig({
  root: 'widgets',
  publicDir: false,
  build: {
    target: 'es2022',
    // Named by a header (see `_headers`), which costs a page nothing.
    sourcemap: 'hidden',
    // Would put a helper, and a list of every chunk, into the loader.
    modulePreload: false,
    emptyOutDir: false,
    copyPublicDir: false,
    reportCompressedSize: false,
    // Nobody bundles these files again: what comments tell a bundler is of no use to a page. `scripts/build.ts` minifies.
    rolldownOptions: { output: { minify: false, comments: false }, checks: { bundlerTimings: false } },
  },
});
