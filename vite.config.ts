/**
 * How the widgets become files for a browser. `scripts/build.ts` adds to this what differs from one file to the next.
 */
import { defineConfig } from 'vite';

export default defineConfig({
  root: 'widgets',
  publicDir: false,
  build: {
    target: 'es2022',
    sourcemap: true,
    // Would put a helper, and a list of every chunk, into the loader.
    modulePreload: false,
    emptyOutDir: false,
    copyPublicDir: false,
    reportCompressedSize: false,
    rolldownOptions: { output: { minify: true } },
  },
});
