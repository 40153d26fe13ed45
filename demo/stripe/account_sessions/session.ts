/** What an Account Session lets a page do, remembered by its secret. Records are never changed in place. */
import type { World } from '../world.ts';
import type { Components } from './components.ts';

/** Stripe publishes no figure; its fixtures and ours use a quarter of an hour. */
export const SESSION_LIVES = 15 * 60;

export interface AccountSession {
  readonly secret: string;
  readonly account: string;
  readonly platform: string;
  readonly livemode: boolean;
  readonly components: Components;
  readonly expiresAt: number;
}

/** Those of one account, or all there are; their pages have to ask for another one. */
export function expireSessions(world: World, account: string | null): number {
  const now = world.now();
  const open = Array.from(world.accountSessions.values()).filter(
    (session) => session.expiresAt > now && (account === null || session.account === account),
  );
  for (const session of open) world.accountSessions.set(session.secret, { ...session, expiresAt: now });
  return open.length;
}
