/** How an attempt is presented. */
import type { Place } from './flow.ts';

/** Stripe's script shows it, this page is left for Cash App, or the element draws the code. */
export type Way = 'stripe' | 'leave' | 'draw';

/** Somebody on a phone has nothing to scan a code with. */
export function wayOf(presentation: string | null | undefined, phone: boolean): Way {
  switch (presentation) {
    case 'redirect':
      return 'leave';
    case 'inline':
      return phone ? 'leave' : 'draw';
    default:
      return 'stripe';
  }
}

/** Where the person is sent to; on a phone Stripe's script leaves the page, too. */
export function placeOf(way: Way, phone: boolean): Place {
  if (way === 'draw') return { where: 'here', code: null };
  return { where: way === 'leave' || phone ? 'cashapp' : 'dialog' };
}

/** An iPad says that it is a Mac, which has no touch screen. */
export function isPhone({ userAgent, maxTouchPoints }: Pick<Navigator, 'userAgent' | 'maxTouchPoints'>): boolean {
  return /Android|iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1);
}
