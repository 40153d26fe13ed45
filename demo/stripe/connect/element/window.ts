/** Follows a window of Stripe's to its end, by asking the stand-in: not every page learns what becomes of one. */
import type { WindowAnswer } from '../routes.ts';
import type { Client } from './client.ts';

export type Ending = 'authenticated' | 'ended' | 'left';

export interface Watched {
  readonly id: string;
  /** How far it has to come. */
  readonly until: 'authenticated' | 'ended';
  /** Whether the person closed it. */
  isClosed(): boolean;
  /** Whether nobody waits for it any more. */
  isOver(): boolean;
  /** Called for each step of onboarding the person comes to. */
  step(name: string): void;
  /** Passes the time between two questions. */
  pause(): Promise<void>;
}

export async function watchWindow(client: Client, watched: Watched): Promise<Ending> {
  let last = '';
  let entered = false;
  while (!watched.isOver()) {
    // Before it is asked after, so that what was done last is not missed.
    const closed = watched.isClosed();
    const answer = await client.ask<WindowAnswer>(`windows/${encodeURIComponent(watched.id)}`);
    if ('ok' in answer) {
      const { status, step } = answer.ok;
      entered = status === 'authenticated';
      if (status === 'ended') return 'ended';
      if (status === 'declined') return 'left';
      if (entered && watched.until === 'authenticated') return 'authenticated';
      if (entered && step !== last) watched.step(step.replaceAll('-', '_'));
      if (entered) last = step;
    } else if (answer.error.type !== 'api_connection_error') return 'left';
    if (closed) return entered ? 'ended' : 'left';
    await watched.pause();
  }
  return 'left';
}

/** In the click itself, or the browser takes it for an advertisement; null where it does all the same. */
export function openWindow(url: string): Window | null {
  return window.open(url, '_blank', 'popup,width=520,height=720');
}

export function windowUrl(origin: string, id: string, to: 'authentication' | 'onboarding'): string {
  return `${origin}/connect/window/${encodeURIComponent(id)}?to=${to}`;
}
