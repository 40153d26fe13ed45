/** A server of an example app, run as whoever copies it would run it. */
import path from 'node:path';
import { answering, end, startChild } from '../../demo/child.ts';
import { DemoError } from '../../demo/demo-error.ts';

/** The frameworks' programs report how they are used, unless told not to. */
export const noTelemetry = {
  ASTRO_TELEMETRY_DISABLED: '1',
  NEXT_TELEMETRY_DISABLED: '1',
  NUXT_TELEMETRY_DISABLED: '1',
};

/** @param settings what the app finds in its environment, besides `PORT` and `HOST` */
export async function startServer(
  program: readonly string[],
  port: number,
  settings: Readonly<Record<string, string>>,
): Promise<{ origin: string; stop: () => Promise<void> }> {
  const said: string[] = [];
  const child = startChild(
    program.map((argument) => argument.replace('{port}', `${port}`)),
    {
      cwd: path.resolve(import.meta.dirname, '..'),
      env: { ...process.env, ...noTelemetry, ...settings, NODE_ENV: 'production', PORT: `${port}`, HOST: '127.0.0.1' },
      endsWithUs: true,
      say: (line) => said.push(line),
    },
  );
  const origin = `http://127.0.0.1:${port}`;
  try {
    await answering(origin, child, program.join(' '));
  } catch (error) {
    await end(child);
    throw new DemoError([error, ...said].join('\n'));
  }
  return { origin, stop: () => end(child) };
}
