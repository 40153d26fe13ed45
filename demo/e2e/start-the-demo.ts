import { startDemo } from '../start.ts';

/** Starts the demo for a run of tests, which find its addresses in the environment. */
export default async function startTheDemo(): Promise<() => Promise<void>> {
  const demo = await startDemo({ ports: { site: 0, worker: 0, stripe: 0 }, log: console.log });
  process.env.INLAY_DEMO = JSON.stringify({ site: demo.site, worker: demo.worker, stripe: demo.stripe });
  return demo.stop;
}
