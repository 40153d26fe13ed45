import { buildBundle } from '../bundle.ts';

/** Once for all workers, each of which has a demo of its own. */
export default function buildTheBundle(): void {
  buildBundle(console.log);
}
