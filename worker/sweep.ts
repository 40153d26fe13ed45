/** What is left to do once a minute, by the cron trigger. */
import { quotaDay } from './rules/quota-day.ts';
import type { Services } from './services.ts';
import { sweepEvents } from './stripe/events.ts';

/** Milliseconds. Nobody could pay any more what a claim so old has led to: a session is open for a day. */
const CLAIM_LIFE = 3 * 24 * 3_600_000;

export async function sweep(services: Services): Promise<void> {
  await sweepEvents(services);
  const now = services.runtime.now();
  await services.orders.forget(quotaDay(now).day, now - CLAIM_LIFE);
}
