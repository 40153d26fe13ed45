import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { repository } from '../../scripts/wrangler.ts';

/** A project that has the package installed. What the package needs it finds further up, in the repository's own folder. */
export const project = path.join(repository, 'dist/package-test');

export const tarball = path.join(project, 'inlay.tgz');

/** The package as it was unpacked. */
export const installed = path.join(project, 'node_modules/inlay');

const Conditions = v.object({ types: v.string(), default: v.string() });

export const PackageJson = v.object({
  name: v.string(),
  version: v.string(),
  exports: v.record(v.string(), v.union([v.string(), Conditions])),
  sideEffects: v.array(v.string()),
  dependencies: v.record(v.string(), v.string()),
  peerDependencies: v.record(v.string(), v.string()),
});

export function readPackageJson(folder = installed): v.InferOutput<typeof PackageJson> {
  return v.parse(PackageJson, JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')));
}
