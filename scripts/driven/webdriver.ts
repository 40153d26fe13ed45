/** The protocol WebDriver (https://www.w3.org/TR/webdriver2/) over HTTP: a command, and its answer. */
import { createServer } from 'node:net';
import * as v from 'valibot';
import type { Program } from './program.ts';
import type { Json } from './tab.ts';

const Answer = v.object({ value: v.unknown() });
const Problem = v.object({ error: v.string(), message: v.string() });

/** WebKit does not answer for a page that is just being left or brought back: whoever asked may ask again. */
const ANSWER_MS = 10_000;

/** What starts the browser or loads a page takes as long as the machine needs. */
const LOADING_MS = 60_000;
const loads = /^POST .*\/(session|url|back)$/;

export type WebDriver = (method: 'GET' | 'POST' | 'DELETE', path: string, body?: Json) => Promise<unknown>;

export function webDriverAt(origin: string): WebDriver {
  return async (method, path, body) => {
    const response = await fetch(`${origin}${path}`, {
      method,
      signal: AbortSignal.timeout(loads.test(`${method} ${path}`) ? LOADING_MS : ANSWER_MS),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const { value } = v.parse(Answer, await response.json());
    if (response.ok) return value;
    const { error, message } = v.parse(Problem, value);
    throw new Error(`${method} ${path}: ${error} ${message}`);
  };
}

/** Until the driver that was started answers. */
export async function answering(driver: WebDriver, program: Program): Promise<void> {
  for (;;) {
    try {
      await driver('GET', '/status');
      return;
    } catch (error) {
      if (program.hasEnded()) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

/** A driver has to be told where to listen. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No port is free.');
  return address.port;
}
