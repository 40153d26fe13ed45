import path from 'node:path';
import type { NextConfig } from 'next';

const config: NextConfig = {
  // The folder above holds `node_modules` and the session that all of these apps share.
  turbopack: { root: path.resolve(import.meta.dirname, '..') },
  // `tsc` checks them.
  typescript: { ignoreBuildErrors: true },
};

export default config;
