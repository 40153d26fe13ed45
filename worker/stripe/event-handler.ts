/** Does the work of an event, and says what became of it. */
import type { Services } from '../services.ts';
import type { EventState, RecordedEvent } from '../store/events.ts';

export type Outcome = Extract<EventState, 'done' | 'aside' | 'ignored'>;
export type EventHandler = (services: Services, event: RecordedEvent) => Promise<Outcome>;
