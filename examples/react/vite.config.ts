import { defineConfig } from 'vite';

/** Vite compiles JSX as `tsconfig.json` says; nothing has to be told of Inlay. */
export default defineConfig({});
