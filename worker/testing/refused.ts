import { expect } from 'vitest';
import type { ErrorBody, ErrorCode } from '../contract.ts';
import type { World } from './world.ts';

/** The request is refused as THREATS.md means it: this status and code in the standard body, Stripe not called, no row written. */
export async function expectRefused(
  world: World,
  request: () => Promise<Response>,
  status: number,
  code: ErrorCode,
): Promise<ErrorBody['error']> {
  const rows = await world.rows();
  const calls = world.stripeCalls();
  const response = await request();
  const text = await response.text();
  expect([response.status, text]).toEqual([status, expect.stringContaining(`"code":"${code}"`)]);
  const body: ErrorBody = JSON.parse(text);
  expect(body).toEqual({
    error: {
      type: expect.any(String),
      code,
      message: expect.stringMatching(/\S.*\.$/),
      ...(body.error.param === undefined ? {} : { param: expect.any(String) }),
      request_id: response.headers.get('Request-Id'),
    },
  });
  expect(await world.rows()).toEqual(rows);
  expect(world.stripeCalls()).toEqual(calls);
  return body.error;
}
