/** What is left to do once a minute, by the cron trigger. */
import { quotaDay } from './rules/quota-day.ts';
import type { Services } from './services.ts';
import { sweepEvents } from './stripe/events.ts';

export async function sweep(services: Services): Promise<void> {
  await sweepEvents(services);
  await services.orders.forgetDays(quotaDay(services.runtime.now()).day);
}
