import { serveExamples } from '../serve.ts';

/** Workers inherit the environment; what is returned ends everything after the last test. */
export default async function serveOnce(): Promise<() => Promise<void>> {
  const { addresses, stop } = await serveExamples();
  process.env.INLAY_EXAMPLES = JSON.stringify(addresses);
  return stop;
}
