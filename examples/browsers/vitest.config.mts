import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: import.meta.dirname,
  // Of every app's start, and of a page: a limit here is for what hangs.
  test: { environment: 'node', include: ['*.test.ts'], testTimeout: 120_000, hookTimeout: 180_000 },
});
